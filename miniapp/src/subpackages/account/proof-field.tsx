import type { Problem } from '../../api/problem';
import { CodeField } from '../../components/code-field';
import { MY_DATA_TEXT } from './texts-my-data';
import type { useProof } from './use-proof';

interface ProofFieldProps {
  readonly proof: ReturnType<typeof useProof>;
  /** Why the act that needs the proof failed. */
  readonly problem: Problem | null;
  readonly phoneMasked: string;
}

export const ProofField = ({ proof, problem, phoneMasked }: ProofFieldProps) => (
  <CodeField
    label={MY_DATA_TEXT.code}
    value={proof.form.values.code}
    error={proof.form.errorOf('code', problem)}
    hint={proof.sent ? MY_DATA_TEXT.codeSent(phoneMasked) : MY_DATA_TEXT.codeHint}
    onChange={(code) => proof.form.change('code', code)}
    send={{
      secondsLeft: proof.secondsLeft,
      sentBefore: proof.sent,
      pending: proof.sendCode.pending,
      onTap: () => void proof.sendCode.run(),
    }}
  />
);
