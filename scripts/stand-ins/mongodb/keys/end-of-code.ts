import { RANKS } from '../values/value-type';
import type { ByteText } from './byte-text';

/** Lengths of codes that have one, by the rank they begin with. */
const LENGTHS: Readonly<Record<number, number>> = {
  [RANKS.minKey]: 0,
  [RANKS.undefined]: 0,
  [RANKS.null]: 0,
  [RANKS.double]: 10,
  [RANKS.objectId]: 12,
  [RANKS.bool]: 1,
  [RANKS.date]: 8,
  [RANKS.timestamp]: 8,
  [RANKS.maxKey]: 0,
};

/** Where the code ends that begins at `from` in a key, of a field by which its index may be descending; never of a cut one. */
export function endOfCode(key: ByteText, from: number, isDescending = false): number {
  const turns = isDescending ? 0xff : 0;
  const byteAt = (at: number): number => key.charCodeAt(at) ^ turns;
  const endOfText = (at: number): number => {
    let end = at;
    // What follows a zero byte of the text itself is 0xff.
    while (byteAt(end) !== 0 || byteAt(end + 1) !== 0) end += 1;
    return end + 2;
  };
  const endOfContent = (rank: number, at: number): number => {
    switch (rank) {
      case RANKS.string:
        return endOfText(at);
      case RANKS.regex:
        return endOfText(endOfText(at));
      case RANKS.binData: {
        const length = [0, 1, 2, 3].reduce((sum, index) => sum * 256 + byteAt(at + index), 0);
        return at + 5 + length;
      }
      case RANKS.array:
        return endOfMembers(at, (member) => endOfContent(byteAt(member) - 1, member + 1));
      case RANKS.object:
        return endOfMembers(at, (member) => endOfContent(byteAt(member) - 1, endOfText(member + 1)));
      default:
        return at + (LENGTHS[rank] ?? 0);
    }
  };
  const endOfMembers = (at: number, next: (member: number) => number): number => {
    let end = at;
    while (byteAt(end) !== 0) end = next(end);
    return end + 1;
  };
  return endOfContent(byteAt(from) - 1, from + 1);
}
