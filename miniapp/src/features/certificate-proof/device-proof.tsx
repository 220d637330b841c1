import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { ChoiceGroup } from '../../components/choice-group';
import { Notice } from '../../components/notice';
import { PrimaryButton } from '../../components/primary-button';
import { ProblemNotice } from '../../components/problem-notice';
import { PasswordField } from '../../components/text-field';
import { reachesAgent } from '../../platform/ask-agent';
import { KEY_ALGORITHM_LABELS } from '../../text/certificate-labels';
import { CERTIFICATE_PROOF_TEXT as TEXT } from '../../text/certificate-proof';
import { formatChinaDate } from '../../text/china-date';
import { joinClauses } from '../../text/punctuation';
import type { KeptKey } from '../device-key/kept-key';
import type { ProofProps } from './proof-request';
import { useDeviceProof } from './use-device-proof';

const choiceOf = ({ publicKeySha256, algorithm, issued }: KeptKey) => ({
  value: publicKeySha256,
  label: issued?.projectName ?? KEY_ALGORITHM_LABELS[algorithm],
  hint: issued ? joinClauses(issued.orderNumber, TEXT.until(formatChinaDate(issued.notAfter))) : TEXT.unnamed,
});

/** Proving oneself by a software certificate of this device. */
export function DeviceProof(props: ProofProps) {
  const { keys, kept, choose, pin, change, error, prove } = useDeviceProof(props);
  if (!kept) {
    return (
      <Notice kind="info" title={TEXT.noKey}>
        {reachesAgent ? TEXT.noKeyHint : TEXT.noKeyPhoneHint}
      </Notice>
    );
  }
  const submit = () => void prove.run();
  return (
    <>
      <Card title={TEXT.choose}>
        <ChoiceGroup label={TEXT.choose} choices={keys.map(choiceOf)} value={kept.publicKeySha256} onChange={choose} />
      </Card>
      <PasswordField
        label={TEXT.pin}
        hint={TEXT.pinHint}
        value={pin}
        error={error}
        onChange={change}
        onConfirm={submit}
      />
      {props.children}
      <ProblemNotice problem={prove.problem} />
      <View className="certificate-proof__actions">
        <PrimaryButton pending={prove.pending} pendingLabel={props.submitting} onTap={submit}>
          {props.submit}
        </PrimaryButton>
      </View>
    </>
  );
}
