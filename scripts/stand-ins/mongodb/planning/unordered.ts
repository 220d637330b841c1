/** Puts documents that nobody asked to be sorted into some order, by their sequence numbers. */
export type Unordered = (found: readonly number[]) => readonly number[];

/** In the order of the index, or in natural order. */
export const asFound: Unordered = (found) => found;

/** In an order that is the same each time and has nothing to do with when they were inserted: who relies on one is to fail. */
export function shuffledBy(seed: number): Unordered {
  const rank = (sequence: number): number => {
    let mixed = Math.imul(sequence ^ seed, 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
    return (mixed ^ (mixed >>> 13)) >>> 0;
  };
  return (found) => [...found].sort((left, right) => rank(left) - rank(right) || left - right);
}
