import { takeOfDay, usedToday } from './daily-limit';
import type { RateCounter } from './rate-limit';

function countingIn(counts: Map<string, number>): RateCounter {
  return {
    async count(key) {
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count;
    },
  };
}

const LIMIT = { name: 'questions', most: 2 };
const EVENING = new Date('2026-11-25T15:59:59.999Z');
const MIDNIGHT = new Date('2026-11-25T16:00:00Z');

describe('so many a day', () => {
  it('are taken until none is left, and begin anew at midnight in Beijing', async () => {
    const counter = countingIn(new Map());
    const take = (now: Date) => takeOfDay(counter, LIMIT, { caller: 'a', now });
    expect([await take(EVENING), await take(EVENING), await take(EVENING)]).toEqual([true, true, false]);
    expect([await take(MIDNIGHT), await take(MIDNIGHT), await take(MIDNIGHT)]).toEqual([true, true, false]);
  });

  it('are somebody’s own, and of one thing', async () => {
    const counts = new Map([['questions|a|2026-11-25', 2]]);
    const take = (limit: typeof LIMIT, caller: string) =>
      takeOfDay(countingIn(counts), limit, { caller, now: EVENING });
    expect(await take(LIMIT, 'a')).toBe(false);
    expect(await take(LIMIT, 'b')).toBe(true);
    expect(await take({ ...LIMIT, name: 'readings' }, 'a')).toBe(true);
  });

  it('are told from those of another day where a record keeps them', () => {
    const stored = { day: '2026-11-25', count: 3 };
    expect(usedToday(stored, EVENING)).toBe(3);
    expect(usedToday(stored, MIDNIGHT)).toBe(0);
    expect(usedToday({ day: '', count: 0 }, EVENING)).toBe(0);
  });
});
