import type { StepUp } from '@acceptance/shared';
import type { Problem } from '../../../api/problem';
import { PasswordField, TextField } from '../../../components/text-field';
import type { useFields } from '../../../features/use-fields';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../texts-accounts';

type ProofForm = ReturnType<typeof useFields<'password' | 'secondFactor'>>;

/** Checks for `useFields`; the code is asked of who has enrolled. */
export const proofChecks = (mustGiveCode: boolean) => ({
  password: (password: string) => (password ? null : TEXT.passwordMissing),
  secondFactor: (code: string) => (!mustGiveCode || code.trim().length >= 6 ? null : TEXT.secondFactorMissing),
});

export const proofIn = ({ values }: Pick<ProofForm, 'values'>, mustGiveCode: boolean): StepUp => ({
  password: values.password,
  ...(mustGiveCode && { secondFactor: values.secondFactor }),
});

interface ProofFieldsProps {
  readonly form: Pick<ProofForm, 'values' | 'change' | 'errorOf'>;
  readonly mustGiveCode: boolean;
  /** Of the act that the proof is for. */
  readonly problem: Problem | null;
}

/** What is asked again before a grave act: the caller's own password and, once enrolled, a code. */
export const ProofFields = ({ form, mustGiveCode, problem }: ProofFieldsProps) => (
  <>
    <PasswordField
      label={TEXT.ownPassword}
      value={form.values.password}
      onChange={(password) => form.change('password', password)}
      error={form.errorOf('password', problem)}
    />
    {mustGiveCode && (
      <TextField
        label={TEXT.ownFactor}
        autoFill="one-time-code"
        maxLength={24}
        value={form.values.secondFactor}
        onChange={(code) => form.change('secondFactor', code)}
        error={form.errorOf('secondFactor', problem)}
        hint={TEXT.secondFactorHint}
      />
    )}
  </>
);
