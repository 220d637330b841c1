import { type ByteText, endOfPrefix } from '../keys/byte-text';
import { keyCode, rankCode } from '../keys/key-code';
import { isNumeric, rankOf } from '../values/value-type';

/** No code begins with it. */
const AFTER_ALL: ByteText = '\xff';

/** Codes of values from `low` on and before `high`, ascending. */
export interface Interval {
  readonly low: ByteText;
  readonly high: ByteText;
  /** The code of the one value in it. */
  readonly point: ByteText | null;
}

export function pointOf(value: unknown): Interval {
  const { code } = keyCode(value);
  return { low: code, high: endOfPrefix(code), point: code };
}

/** All values of a rank of types. */
export function bracketOf(rank: number): Interval {
  return { low: rankCode(rank), high: rankCode(rank + 1), point: null };
}

/** Values of the type of `bound` on one side of it; of one that is too long for a key rather more than that. */
export function sideOf(operator: string, bound: unknown): Interval {
  const { low: lowest, high } = bracketOf(rankOf(bound));
  // It sorts before all numbers and is less than none.
  const low = isNumeric(bound) ? pointOf(Number.NaN).high : lowest;
  const { code, cut } = keyCode(bound);
  switch (operator) {
    case '$gt':
      return { low: cut ?? endOfPrefix(code), high, point: null };
    case '$gte':
      return { low: cut ?? code, high, point: null };
    case '$lt':
      return { low, high: cut === null ? code : endOfPrefix(cut), point: null };
    default:
      return { low, high: endOfPrefix(cut ?? code), point: null };
  }
}

export const allBut = (value: unknown): Interval[] => complement([pointOf(value)]);

/** All that lies in none of them; they are in order. */
export function complement(intervals: readonly Interval[]): Interval[] {
  const lows = ['', ...intervals.map(({ high }) => high)];
  const highs = [...intervals.map(({ low }) => low), AFTER_ALL];
  return lows.map((low, index) => ({ low, high: highs[index] ?? AFTER_ALL, point: null }));
}

/** In order, none twice. */
export function unite(intervals: readonly Interval[]): Interval[] {
  const sorted = [...intervals].sort((left, right) => (left.low < right.low ? -1 : 1));
  return sorted.filter(({ low }, index) => index === 0 || low !== sorted[index - 1]?.low);
}

export function intersect(left: readonly Interval[], right: readonly Interval[]): Interval[] {
  return left.flatMap((one) => right.flatMap((other) => overlap(one, other)));
}

function overlap(one: Interval, other: Interval): Interval[] {
  const [, low] = inOrder(one.low, other.low);
  const [high] = inOrder(one.high, other.high);
  return low < high ? [{ low, high, point: one.point ?? other.point }] : [];
}

const inOrder = (one: ByteText, other: ByteText): [ByteText, ByteText] => (one < other ? [one, other] : [other, one]);

export const contains = (outer: Interval, inner: Interval): boolean =>
  outer.low <= inner.low && inner.high <= outer.high;
