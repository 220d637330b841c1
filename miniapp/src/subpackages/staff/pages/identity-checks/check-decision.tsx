import { Text, View } from '@tarojs/components';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextField } from '../../../../components/text-field';
import '../../review/decision-panel.scss';
import { NumberReasons } from '../../review/number-reasons';
import { REFUSAL_REASONS, STAFF_IDENTITY_TEXT as TEXT } from '../../texts-identity-checks';
import type { Check } from './use-check';

const REASON_LIMIT = 100;

interface DecisionProps {
  readonly check: Check;
  /** Shows the keys beside what they do. */
  readonly keys: boolean;
}

const withKey = (label: string, key: string, keys: boolean): string => (keys ? `${label}  ${key}` : label);

const Refusal = ({ check, keys }: DecisionProps) => (
  <>
    <Text className="decision-form__title">{TEXT.refuseTitle}</Text>
    {keys && <Text className="decision-form__keys">{TEXT.refuseKeys}</Text>}
    <NumberReasons
      label={TEXT.refuseReason}
      reasons={REFUSAL_REASONS}
      value={check.form.values.reason}
      onChoose={check.giveReason}
    />
    <TextField
      label={TEXT.refuseReason}
      hint={TEXT.refuseHint}
      maxLength={REASON_LIMIT}
      value={check.form.values.reason}
      error={check.form.errorOf('reason', check.refuse.problem)}
      onChange={check.giveReason}
    />
    <View className="decision-panel__buttons">
      <PrimaryButton kind="danger" pending={check.refuse.pending} onTap={() => void check.refuse.run()}>
        {TEXT.confirmRefuse}
      </PrimaryButton>
      <PrimaryButton kind="plain" onTap={check.stopRefusing}>
        {TEXT.cancel}
      </PrimaryButton>
    </View>
  </>
);

const Buttons = ({ check, keys }: DecisionProps) => (
  <>
    <Text className="decision-form__title">{TEXT.decision}</Text>
    {keys && <Text className="decision-form__keys">{TEXT.keys}</Text>}
    <View className="decision-panel__buttons">
      <PrimaryButton label={TEXT.confirm} pending={check.confirm.pending} onTap={() => void check.confirm.run()}>
        {withKey(TEXT.confirm, 'A', keys)}
      </PrimaryButton>
      <PrimaryButton kind="danger" label={TEXT.refuse} onTap={check.startRefusing}>
        {withKey(TEXT.refuse, 'R', keys)}
      </PrimaryButton>
    </View>
  </>
);

/** Confirm, or refuse with a reason; who has been decided about meanwhile is only shown. */
export function CheckDecision({ check, keys }: DecisionProps) {
  const { data } = check.check;
  if (!data) {
    return null;
  }
  return (
    <View className={keys ? 'decision-panel' : 'identity-checks__panel'}>
      <ProblemNotice problem={check.confirm.problem ?? check.refuse.problem} />
      {data.state !== 'open' && <Notice>{TEXT.state[data.state]}</Notice>}
      {data.state === 'open' && check.mode === 'rejecting' && <Refusal check={check} keys={keys} />}
      {data.state === 'open' && check.mode === 'reading' && <Buttons check={check} keys={keys} />}
    </View>
  );
}
