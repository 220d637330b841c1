import type { DecisionCounts } from '@acceptance/shared';

/** Decisions that are alike in everything that is counted. */
export interface DecisionGroup {
  readonly event: 'approve' | 'return' | 'reject';
  readonly projectId: string;
  readonly projectName: string;
  readonly by: string | null;
  /** Null: what was promised then is no longer known. */
  readonly late: boolean | null;
  readonly count: number;
}

const NONE: DecisionCounts = { approved: 0, returned: 0, rejected: 0, late: 0, measured: 0 };
const FIELDS = { approve: 'approved', return: 'returned', reject: 'rejected' } as const;

export function sumOf(groups: readonly DecisionGroup[]): DecisionCounts {
  const sum = { ...NONE };
  for (const { event, late, count } of groups) {
    sum[FIELDS[event]] += count;
    sum.measured += late === null ? 0 : count;
    sum.late += late ? count : 0;
  }
  return sum;
}

const totalOf = ({ approved, returned, rejected }: DecisionCounts): number => approved + returned + rejected;

/** Sums by something that groups have, the largest first; each is named as its last group is. */
export function sumsBy(
  groups: readonly DecisionGroup[],
  keyOf: (group: DecisionGroup) => string,
  nameOf: (group: DecisionGroup) => string,
): (DecisionCounts & { readonly name: string })[] {
  const byKey = new Map<string, DecisionGroup[]>();
  for (const group of groups) {
    byKey.set(keyOf(group), [...(byKey.get(keyOf(group)) ?? []), group]);
  }
  return [...byKey.values()]
    .map((own) => ({ name: own.map(nameOf).at(-1) ?? '', ...sumOf(own) }))
    .sort((one, other) => totalOf(other) - totalOf(one) || one.name.localeCompare(other.name, 'zh'));
}
