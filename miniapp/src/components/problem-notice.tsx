import type { Problem } from '../api/problem';
import { bracketed } from '../text/punctuation';
import { STATE_TEXT } from '../text/states';
import { Notice } from './notice';

export interface ProblemNoticeProps {
  /** Null draws nothing. */
  readonly problem: Problem | null;
  readonly action?: { readonly label: string; readonly onTap: () => void };
}

/** Why an action failed, beside its button. */
export function ProblemNotice({ problem, action }: ProblemNoticeProps) {
  if (!problem) {
    return null;
  }
  return (
    <Notice kind="danger" title={problem.message} action={action}>
      {problem.requestId ? bracketed(problem.next, STATE_TEXT.requestId(problem.requestId)) : problem.next}
    </Notice>
  );
}
