import type { StepUp } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import type { Problem } from '../../../api/problem';
import { ChoiceGroup } from '../../../components/choice-group';
import { Notice } from '../../../components/notice';
import { PasswordField, TextField } from '../../../components/text-field';
import type { useFields } from '../../../features/use-fields';
import { FactorProof } from '../platform/factor-proof';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../texts-accounts';
import './proof-fields.scss';
import type { FactorInHand, FactorWay } from './use-factor';

type ProofForm = ReturnType<typeof useFields<'password' | 'secondFactor'>>;

/** Checks for `useFields`; the second factor is asked of who has one. */
export const proofChecks = ({ problemOf }: FactorInHand) => ({
  password: (password: string) => (password ? null : TEXT.passwordMissing),
  secondFactor: problemOf,
});

export const proofIn = ({ values }: Pick<ProofForm, 'values'>, factor: FactorInHand): StepUp => ({
  password: values.password,
  ...factor.take(values.secondFactor),
});

interface ProofFieldsProps {
  readonly form: Pick<ProofForm, 'values' | 'change' | 'errorOf'>;
  readonly factor: FactorInHand;
  /** Of the act that the proof is for. */
  readonly problem: Problem | null;
}

/** Which way, where there are two. */
export const WayChoice = ({ ways, way, choose }: Pick<FactorInHand, 'ways' | 'way' | 'choose'>) =>
  ways.length > 1 ? (
    <ChoiceGroup<FactorWay>
      label={TEXT.factorWay}
      choices={ways.map((value) => ({ value, label: TEXT.way[value] }))}
      value={way}
      onChange={choose}
    />
  ) : null;

/** The certificate signs ahead of the act; its signature is good for two minutes. */
function SignedFactor({ form, factor, problem }: ProofFieldsProps) {
  if (factor.isSigned) {
    return <Notice kind="success" title={TEXT.signed} />;
  }
  const missing = form.errorOf('secondFactor', problem);
  return (
    <>
      <FactorProof
        ofStaffSession
        isReady={() => true}
        handIn={async (answer) => factor.give(answer)}
        submit={TEXT.sign}
        submitting={TEXT.signing}
      />
      {missing && <Text className="staff-proof__missing">{missing}</Text>}
    </>
  );
}

/** What is asked again before a grave act: the caller's own password and, once they have one, a second factor. */
export function ProofFields({ form, factor, problem }: ProofFieldsProps) {
  return (
    <>
      <PasswordField
        label={TEXT.ownPassword}
        value={form.values.password}
        onChange={(password) => form.change('password', password)}
        error={form.errorOf('password', problem)}
      />
      <WayChoice {...factor} />
      {factor.way === 'code' && (
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
      {factor.way === 'certificate' && <SignedFactor form={form} factor={factor} problem={problem} />}
      {factor.isElsewhere && <Notice title={TEXT.atPc}>{TEXT.atPcHint}</Notice>}
    </>
  );
}
