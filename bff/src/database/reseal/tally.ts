/** How far one part of the data is. Counts only: nothing here tells whose data it is. */
export interface Tally {
  /** Records or files looked at. */
  readonly looked: number;
  /** Of those, sealed anew. */
  readonly changed: number;
  /** What keeps an old key though it should not, by place and reason. */
  readonly left: ReadonlyMap<string, number>;
  /** Hashes by old keys that nothing can make anew, by place. */
  readonly passing: ReadonlyMap<string, number>;
}

export const NOTHING: Tally = { looked: 0, changed: 0, left: new Map(), passing: new Map() };

const addedTo = (counts: ReadonlyMap<string, number>, more: ReadonlyMap<string, number>): Map<string, number> => {
  const sum = new Map(counts);
  for (const [name, count] of more) {
    sum.set(name, (sum.get(name) ?? 0) + count);
  }
  return sum;
};

export const add = (one: Tally, other: Tally): Tally => ({
  looked: one.looked + other.looked,
  changed: one.changed + other.changed,
  left: addedTo(one.left, other.left),
  passing: addedTo(one.passing, other.passing),
});

export function countNames(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
