import { PasswordField, TextField } from '../../../../components/text-field';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';
import type { MembersPage } from './use-members-page';

interface ProofFieldsProps {
  readonly page: MembersPage;
  readonly act: MembersPage['add'] | MembersPage['saveRoles'] | MembersPage['prove'];
}

/** What is asked again before a grave act: the caller's own password and, once enrolled, a code. */
export function ProofFields({ page: { form, mustGiveCode }, act }: ProofFieldsProps) {
  const passwordWrong = form.errorOf('password', act.problem);
  const codeWrong = form.errorOf('secondFactor', act.problem);
  return (
    <>
      <PasswordField
        label={TEXT.ownPassword}
        value={form.values.password}
        onChange={(password) => form.change('password', password)}
        error={passwordWrong}
      />
      {mustGiveCode && (
        <TextField
          label={TEXT.ownFactor}
          autoFill="one-time-code"
          maxLength={24}
          value={form.values.secondFactor}
          onChange={(code) => form.change('secondFactor', code)}
          error={codeWrong}
          hint={TEXT.secondFactorHint}
        />
      )}
    </>
  );
}
