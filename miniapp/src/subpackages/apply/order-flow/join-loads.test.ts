import type { Problem } from '../../../api/problem';
import { joinLoads } from './join-loads';

const problem: Problem = {
  kind: 'offline',
  code: null,
  message: '',
  next: '',
  fields: [],
  waitSeconds: null,
  requestId: null,
};
const load = (part: { data?: unknown; loading?: boolean; problem?: Problem | null } = {}) => ({
  data: null,
  loading: false,
  problem: null,
  reload: jest.fn(async () => undefined),
  ...part,
});

describe('joined loads', () => {
  it('have data when each has', () => {
    expect(joinLoads(load({ data: 'a' }), load()).data).toBeNull();
    expect(joinLoads(load({ data: 'a' }), load({ data: 0 })).data).toBe(true);
  });

  it('are loading while one is, and show the first problem', () => {
    const joined = joinLoads(load({ loading: true }), load({ problem }));
    expect(joined.loading).toBe(true);
    expect(joined.problem).toBe(problem);
    expect(joinLoads(load()).problem).toBeNull();
  });

  it('reload together', async () => {
    const [first, second] = [load(), load()];
    await joinLoads(first, second).reload();
    expect(first.reload).toHaveBeenCalledTimes(1);
    expect(second.reload).toHaveBeenCalledTimes(1);
  });
});
