import type { TaskKind, TaskSummary } from '@acceptance/shared';

type CountedKind = TaskSummary['byKind'][number];

/** The kinds with open tasks, the most frequent first; the chosen one stays when its last task is gone. */
export function offeredKinds(summary: TaskSummary | null, chosen: TaskKind | null): readonly CountedKind[] {
  const open = (summary?.byKind ?? []).filter((each) => each.open > 0).sort((a, b) => b.open - a.open);
  return chosen === null || open.some(({ kind }) => kind === chosen) ? open : [...open, { kind: chosen, open: 0 }];
}
