import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ChoiceGroup } from '../../../../components/choice-group';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { PasswordField } from '../../../../components/text-field';
import { KEY_ALGORITHM_LABELS } from '../../../../text/certificate-labels';
import { UKEY_AGENT_TEXT } from '../../../../text/ukey-agent';
import { PinField } from '../../issuing/pin-field';
import { TokenChoice } from '../../issuing/token-choice';
import { STAFF_ISSUING_TEXT as TEXT } from '../../texts-issuing';
import { DESK_TOKEN_TEXT } from '../../texts-ukey';
import '../../../../features/ukey-agent/ukey-agent.scss';
import { DeskTokens } from '../../issuing/desk-tokens';
import { ManualKey } from './manual-key';
import type { StepProps } from './use-issuing-order';
import { type KeyStepState, useKeyStep } from './use-key-step';

function Algorithm({ issuing, step }: Pick<StepProps, 'issuing'> & { readonly step: KeyStepState }) {
  const { algorithms } = issuing;
  if (algorithms.length === 0) {
    return <Notice kind="warning">{TEXT.noAlgorithm}</Notice>;
  }
  return (
    <View className="ukey-agent__choices">
      <Text className="ukey-agent__note">{TEXT.algorithm}</Text>
      <ChoiceGroup
        label={TEXT.algorithm}
        choices={algorithms.map((value) => ({ value, label: KEY_ALGORITHM_LABELS[value] }))}
        value={step.algorithm}
        onChange={step.chooseAlgorithm}
      />
    </View>
  );
}

/** Erasing what somebody else may need takes its administrator PIN and a second word. */
const Wipe = ({ step }: { readonly step: KeyStepState }) => (
  <>
    <Notice kind="warning" title={TEXT.foreignTitle}>
      {TEXT.foreign}
    </Notice>
    <PasswordField
      label={TEXT.adminPin}
      hint={TEXT.adminPinHint}
      value={step.form.values.adminPin}
      error={step.form.errorOf('adminPin', null)}
      onChange={(pin) => step.form.change('adminPin', pin)}
    />
    <PrimaryButton
      kind="danger"
      pending={step.wipe.pending}
      pendingLabel={TEXT.making}
      onTap={() => void step.wipe.run()}
    >
      {TEXT.wipe}
    </PrimaryButton>
  </>
);

const OtherBegun = ({ step }: { readonly step: KeyStepState }) => (
  <Notice
    kind="warning"
    title={TEXT.otherBegunTitle}
    action={{ label: TEXT.startOver, onTap: () => void step.startOver.run() }}
  >
    {TEXT.otherBegun}
  </Notice>
);

function whyNot({ token, fit, algorithm }: KeyStepState): string | null {
  if (fit === 'locked') {
    return TEXT.locked;
  }
  return token && algorithm && !token.algorithms.includes(algorithm)
    ? TEXT.notByToken(KEY_ALGORITHM_LABELS[algorithm])
    : null;
}

function MakeKey({ page, step }: Pick<StepProps, 'page'> & { readonly step: KeyStepState }) {
  const why = whyNot(step);
  return (
    <View className="issuing-order__deed">
      <ProblemNotice problem={step.problem} />
      {step.otherBegun && <OtherBegun step={step} />}
      <PinField opened={page.opened} />
      {step.fit === 'foreign' && !why ? (
        <Wipe step={step} />
      ) : (
        <PrimaryButton
          whyDisabled={why}
          pending={step.makeKey.pending || step.startOver.pending}
          pendingLabel={TEXT.making}
          onTap={() => void step.makeKey.run()}
        >
          {TEXT.make}
        </PrimaryButton>
      )}
    </View>
  );
}

/** The key is made inside the token; only the request leaves it. */
export function KeyStep(props: StepProps) {
  const { page, order, issuing } = props;
  const step = useKeyStep(props);
  return (
    <Card title={TEXT.steps.key}>
      <Text className="ukey-agent__note">{TEXT.keyLead}</Text>
      <Algorithm issuing={issuing} step={step} />
      <DeskTokens agent={page.agent}>
        {(tokens) =>
          tokens.length === 0 ? (
            <Notice title={UKEY_AGENT_TEXT.noToken}>{DESK_TOKEN_TEXT.noTokenHint}</Notice>
          ) : (
            <>
              <TokenChoice
                tokens={tokens}
                orderNumber={order.orderNumber}
                value={step.token}
                onChoose={step.chooseToken}
              />
              <MakeKey page={page} step={step} />
            </>
          )
        }
      </DeskTokens>
      <ManualKey {...props} />
    </Card>
  );
}
