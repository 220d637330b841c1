import type { StaffUkeyUnlock, TokenView } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { PasswordField } from '../../../../components/text-field';
import { UKEY_AGENT_TEXT } from '../../../../text/ukey-agent';
import { DeskTokens } from '../../issuing/desk-tokens';
import { tokenToReset } from '../../issuing/unlock-in-ukey';
import { STAFF_UNLOCK_TEXT as TEXT } from '../../texts-ukey-unlock';
import type { UkeyUnlockPage } from './use-ukey-unlock';

interface ResetProps {
  readonly page: UkeyUnlockPage;
  readonly data: StaffUkeyUnlock;
}

function ResetForm({ page: { form, unlock }, token }: { readonly page: UkeyUnlockPage; readonly token: TokenView }) {
  const submit = () => void unlock.run(token);
  return (
    <>
      <Text className="staff-unlock__note">{UKEY_AGENT_TEXT.serial(token.serial)}</Text>
      <PasswordField
        label={TEXT.adminPin}
        hint={TEXT.adminPinHint}
        value={form.values.adminPin}
        error={form.errorOf('adminPin', null)}
        onChange={(pin) => form.change('adminPin', pin)}
        onConfirm={submit}
      />
      <PrimaryButton pending={unlock.pending} pendingLabel={TEXT.resetting} onTap={submit}>
        {TEXT.reset}
      </PrimaryButton>
    </>
  );
}

/** The token gets its PIN; then its key has to sign, and only then is it done. */
export function ResetCard({ page, data }: ResetProps) {
  const { agent, reset, unlock, proveAgain, problem } = page;
  if (reset && !unlock.pending) {
    return (
      <Card title={TEXT.resetTitle}>
        <Notice kind="warning" title={TEXT.unprovedTitle}>
          {TEXT.unproved}
        </Notice>
        <ProblemNotice problem={problem} />
        <PrimaryButton pending={proveAgain.pending} pendingLabel={TEXT.resetting} onTap={() => void proveAgain.run()}>
          {TEXT.proveAgain}
        </PrimaryButton>
      </Card>
    );
  }
  return (
    <Card title={TEXT.resetTitle}>
      <Text className="staff-unlock__note">{TEXT.resetLead}</Text>
      <ProblemNotice problem={problem} />
      <DeskTokens agent={agent}>
        {(tokens) => {
          const token = tokenToReset(tokens, data);
          return token ? (
            <ResetForm page={page} token={token} />
          ) : (
            <Notice kind="warning">
              {tokens.every(({ state }) => state === 'free') ? TEXT.noToken : TEXT.manyTokens}
            </Notice>
          );
        }}
      </DeskTokens>
    </Card>
  );
}
