import type { Problem } from '../api/problem';
import { CodeField } from '../components/code-field';
import { PROOF_TEXT } from '../text/proof';
import type { useProof } from './use-proof';

interface ProofFieldProps {
  readonly proof: ReturnType<typeof useProof>;
  /** Why the act that needs the proof failed. */
  readonly problem: Problem | null;
  readonly phoneMasked: string;
}

export const ProofField = ({ proof, problem, phoneMasked }: ProofFieldProps) => (
  <CodeField
    label={PROOF_TEXT.code}
    value={proof.form.values.code}
    error={proof.form.errorOf('code', problem)}
    hint={proof.sent ? PROOF_TEXT.codeSent(phoneMasked) : PROOF_TEXT.codeHint}
    onChange={(code) => proof.form.change('code', code)}
    send={{
      secondsLeft: proof.secondsLeft,
      sentBefore: proof.sent,
      pending: proof.sendCode.pending,
      onTap: () => void proof.sendCode.run(),
    }}
  />
);
