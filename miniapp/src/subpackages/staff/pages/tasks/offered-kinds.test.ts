import type { TaskSummary } from '@acceptance/shared';
import { offeredKinds } from './offered-kinds';

const summary: TaskSummary = {
  open: 5,
  overdue: 0,
  byKind: [
    { kind: 'notice-not-sent', open: 1 },
    { kind: 'payment-anomaly', open: 4 },
    { kind: 'refund-not-done', open: 0 },
  ],
};
const namesOf = (...args: Parameters<typeof offeredKinds>) => offeredKinds(...args).map(({ kind }) => kind);

describe('the kinds to filter by', () => {
  it('are those with open tasks, the most frequent first', () => {
    expect(namesOf(summary, null)).toEqual(['payment-anomaly', 'notice-not-sent']);
    expect(namesOf(null, null)).toEqual([]);
  });

  it('keep the chosen one when its last task is gone', () => {
    expect(namesOf(summary, 'payment-anomaly')).toEqual(['payment-anomaly', 'notice-not-sent']);
    expect(offeredKinds(summary, 'refund-not-done').at(-1)).toEqual({ kind: 'refund-not-done', open: 0 });
  });
});
