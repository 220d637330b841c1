import type { DraftField, FieldProblem } from '@acceptance/shared';
import { useState } from 'react';
import { isJudged, type Judged, judgeFields, NOTHING_JUDGED } from './judged';

/** Which fields are judged already: those that were left once, and those that were open at a try to go on. */
export function useJudged(problems: readonly FieldProblem[]) {
  const [judged, setJudged] = useState<Judged>(NOTHING_JUDGED);
  return {
    errorOf: (field: DraftField): string | null =>
      isJudged(judged, field) ? (problems.find((problem) => problem.path === field)?.message ?? null) : null,
    /** How many fields stop the way on; 0 before the first try. */
    openProblems: judged.wasTried ? problems.length : 0,
    leave: (field: DraftField) => setJudged((before) => judgeFields(before, [field], before.wasTried)),
    judgeAll: (open: readonly DraftField[]) => setJudged((before) => judgeFields(before, open, true)),
  };
}
