import { type Generation, generationOf, standingOf, withToken } from './session-generation';

const START = new Date('2026-11-23T02:00:00.000Z');
const later = (ms: number): Date => new Date(START.getTime() + ms);
const generation: Generation = { current: ['now'], previous: ['before', 'beside'], since: START };

describe('what a refresh token is to its session', () => {
  it.each([
    ['now', 0, 'current'],
    ['now', 30 * 86_400_000, 'current'],
    ['before', 0, 'late'],
    ['beside', 10_000, 'late'],
    ['before', 10_001, 'stolen'],
    ['long before', 0, 'stolen'],
  ])('%s, %i ms after the rotation: %s', (hash, ms, standing) => {
    expect(standingOf(generation, hash, later(ms))).toBe(standing);
  });

  it('is crowded from the fourth late one, and good all the same for those who have one', () => {
    const late = (count: number): Generation =>
      Array.from({ length: count }).reduce<Generation>(
        (before, _, index) => withToken(before, 'late', `late ${index}`, later(1000)),
        generation,
      );
    expect(standingOf(late(2), 'before', later(1000))).toBe('late');
    expect(standingOf(late(3), 'before', later(1000))).toBe('crowded');
    expect(standingOf(late(3), 'late 2', later(1000))).toBe('current');
  });
});

describe('the next generation', () => {
  it('makes all siblings the ones before, and begins the grace anew', () => {
    const withSibling = withToken(generation, 'late', 'sibling', later(2000));
    expect(withSibling).toEqual({ ...generation, current: ['now', 'sibling'] });
    const next = withToken(withSibling, 'current', 'next', later(9000));
    expect(next).toEqual({ current: ['next'], previous: ['now', 'sibling'], since: later(9000) });
    expect(standingOf(next, 'sibling', later(9000))).toBe('late');
    expect(standingOf(next, 'before', later(9000))).toBe('stolen');
  });
});

describe('a session from before there were families', () => {
  it('has one token, and the one before it', () => {
    const stored = { refreshHash: 'now', previousRefreshHash: 'before', lastUsedAt: START };
    expect(generationOf(stored)).toEqual({ current: ['now'], previous: ['before'], since: START });
    expect(generationOf({ refreshHash: 'now', lastUsedAt: START }).previous).toEqual([]);
  });
});
