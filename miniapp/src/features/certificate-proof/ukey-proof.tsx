import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { ChoiceGroup } from '../../components/choice-group';
import { LoadingState } from '../../components/loading-state';
import { Notice } from '../../components/notice';
import { PrimaryButton } from '../../components/primary-button';
import { ProblemNotice } from '../../components/problem-notice';
import { PasswordField } from '../../components/text-field';
import { CERTIFICATE_PROOF_TEXT as TEXT } from '../../text/certificate-proof';
import { formatChinaDate } from '../../text/china-date';
import { joinClauses } from '../../text/punctuation';
import { UKEY_AGENT_TEXT } from '../../text/ukey-agent';
import { WithTokens } from '../ukey-agent/with-tokens';
import type { UsableCertificate } from './certificates-in-token';
import type { ProofProps } from './proof-request';
import { type UkeyProofState, useUkeyProof } from './use-ukey-proof';

const endOf = ({ notAfter }: UsableCertificate): string =>
  (notAfter.getTime() < Date.now() ? TEXT.ended : TEXT.until)(formatChinaDate(notAfter));

/** Certificate and PIN of the chosen token. */
function TokenForm({ page, ...props }: ProofProps & { readonly page: UkeyProofState }) {
  const { certificates, certificate, chooseKey, read, form, prove } = page;
  if (!certificates) {
    return read.problem ? <ProblemNotice problem={read.problem} /> : <LoadingState />;
  }
  if (!certificate) {
    return (
      <Notice kind="warning" title={TEXT.tokenEmpty}>
        {TEXT.tokenEmptyHint}
      </Notice>
    );
  }
  const submit = () => void prove.run();
  return (
    <>
      <Card title={TEXT.choose}>
        <ChoiceGroup
          label={TEXT.choose}
          choices={certificates.map((one) => ({ value: one.keyId, label: one.name, hint: endOf(one) }))}
          value={certificate.keyId}
          onChange={chooseKey}
        />
      </Card>
      <PasswordField
        label={TEXT.tokenPin}
        hint={TEXT.tokenPinHint}
        value={form.values.pin}
        error={form.errorOf('pin', null)}
        onChange={(pin) => form.change('pin', pin)}
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

/** Proving oneself by a certificate in a token of this PC, through the agent. */
export function UkeyProof(props: ProofProps) {
  const page = useUkeyProof(props);
  const { agent, tokens, token, chooseToken } = page;
  return (
    <WithTokens agent={agent}>
      {() =>
        token ? (
          <>
            {tokens.length > 1 && (
              <Card title={TEXT.token}>
                <ChoiceGroup
                  label={TEXT.token}
                  choices={tokens.map(({ id, label, model, serial, state }) => ({
                    value: id,
                    label: label || model,
                    hint: joinClauses(
                      ...(serial ? [UKEY_AGENT_TEXT.serial(serial)] : []),
                      ...(state === 'locked' ? [TEXT.tokenLocked] : []),
                    ),
                  }))}
                  value={token.id}
                  onChange={chooseToken}
                />
              </Card>
            )}
            <TokenForm page={page} {...props} />
          </>
        ) : (
          <Notice title={UKEY_AGENT_TEXT.noToken}>{TEXT.noTokenHint}</Notice>
        )
      }
    </WithTokens>
  );
}
