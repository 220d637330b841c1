import * as v from 'valibot';
import { pageOf, pageQueryEntries } from './page';

const query = v.object(pageQueryEntries);
const isValid = (value: unknown): boolean => v.safeParse(query, value).success;

describe('page query', () => {
  it('asks for the first 20 when nothing is said', () => {
    expect(v.parse(query, {})).toEqual({ limit: 20 });
  });

  it('turns the limit into a number and keeps the opaque cursor', () => {
    expect(v.parse(query, { limit: '50', cursor: 'abc_DEF-123' })).toEqual({ limit: 50, cursor: 'abc_DEF-123' });
  });

  it.each(['0', '51', '-1', '1.5', '1e1', '', ' 5', '1000', 'many'])('refuses the limit %p', (limit) => {
    expect(isValid({ limit })).toBe(false);
  });

  it.each(['', 'a b', 'a/b', '{"$gt":""}', 'a'.repeat(201)])('refuses the cursor %p', (cursor) => {
    expect(isValid({ cursor })).toBe(false);
  });

  it('refuses a repeated parameter, which arrives as a list', () => {
    expect(isValid({ limit: ['5', '6'] })).toBe(false);
  });
});

describe('page', () => {
  const page = pageOf(v.object({ id: v.string() }));

  it('has items, the next cursor or null, and a whole total', () => {
    const last = { items: [{ id: 'a' }], nextCursor: null, total: 1 };
    expect(v.parse(page, last)).toEqual(last);
    expect(v.safeParse(page, { ...last, total: -1 }).success).toBe(false);
    expect(v.safeParse(page, { ...last, nextCursor: undefined }).success).toBe(false);
  });
});
