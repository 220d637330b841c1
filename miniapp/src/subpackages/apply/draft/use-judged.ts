import type { DraftField, FieldProblem } from '@acceptance/shared';
import { useState } from 'react';

/** Which fields are judged already: those that were left once; after the first try to go on, all of them. */
export function useJudged(problems: readonly FieldProblem[]) {
  const [judged, setJudged] = useState<'all' | readonly DraftField[]>([]);
  return {
    errorOf: (field: DraftField): string | null =>
      judged === 'all' || judged.includes(field)
        ? (problems.find((problem) => problem.path === field)?.message ?? null)
        : null,
    /** How many fields stop the way on; 0 before the first try. */
    openProblems: judged === 'all' ? problems.length : 0,
    leave: (field: DraftField) =>
      setJudged((before) => (before === 'all' || before.includes(field) ? before : [...before, field])),
    judgeAll: () => setJudged('all'),
  };
}
