import { type DecisionGroup, sumOf, sumsBy } from './fold-decisions';

const group = (change: Partial<DecisionGroup>): DecisionGroup => ({
  event: 'approve',
  projectId: 'a',
  projectName: 'A',
  by: 's1',
  late: false,
  count: 1,
  ...change,
});

describe('decisions that are counted', () => {
  it('add up by what they were, and late ones only where the promise is known', () => {
    const groups = [
      group({ count: 5 }),
      group({ late: true, count: 2 }),
      group({ event: 'return', late: null, count: 3 }),
      group({ event: 'reject' }),
    ];
    expect(sumOf(groups)).toEqual({ approved: 7, returned: 3, rejected: 1, late: 2, measured: 8 });
    expect(sumOf([])).toEqual({ approved: 0, returned: 0, rejected: 0, late: 0, measured: 0 });
  });

  it('are summed by project or person, the largest first', () => {
    const groups = [
      group({}),
      group({ projectId: 'b', projectName: 'B', count: 4 }),
      group({ projectName: 'A, renamed', late: true }),
    ];
    const sums = sumsBy(
      groups,
      ({ projectId }) => projectId,
      ({ projectName }) => projectName,
    );
    expect(sums).toMatchObject([
      { name: 'B', approved: 4, late: 0 },
      { name: 'A, renamed', approved: 2, late: 1 },
    ]);
  });
});
