import { RANKS } from '../values/value-type';
import type { ByteText } from './byte-text';

/** Lengths of what has one, by its rank. */
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

/** Each byte is turned by it: 0xff in an index that is descending by its field. */
type Turns = 0 | 0xff;

/** Where the code ends that begins at `from` in a key, never of a cut one. Of each key that a count passes it is asked. */
export const endOfCode = (key: ByteText, from: number, isDescending: boolean): number =>
  endOfRanked(key, from, isDescending ? 0xff : 0);

const endOfRanked = (key: ByteText, from: number, turns: Turns): number =>
  endOfContent(key, from + 1, turns, byteAt(key, from, turns) - 1);

const byteAt = (key: ByteText, at: number, turns: Turns): number => key.charCodeAt(at) ^ turns;

function endOfContent(key: ByteText, at: number, turns: Turns, rank: number): number {
  const length = LENGTHS[rank];
  if (length !== undefined) return at + length;
  switch (rank) {
    case RANKS.string:
      return endOfText(key, at, turns);
    case RANKS.regex:
      return endOfText(key, endOfText(key, at, turns), turns);
    case RANKS.binData:
      return at + 5 + [0, 1, 2, 3].reduce((sum, index) => sum * 256 + byteAt(key, at + index, turns), 0);
    default:
      return endOfMembers(key, at, turns, rank === RANKS.object);
  }
}

function endOfText(key: ByteText, at: number, turns: Turns): number {
  let end = at;
  // What follows a zero byte of the text itself is 0xff.
  while (byteAt(key, end, turns) !== 0 || byteAt(key, end + 1, turns) !== 0) end += 1;
  return end + 2;
}

/** Of an array, or of a document, whose fields have names between rank and content. */
function endOfMembers(key: ByteText, at: number, turns: Turns, areNamed: boolean): number {
  let end = at;
  while (byteAt(key, end, turns) !== 0) {
    const content = areNamed ? endOfText(key, end + 1, turns) : end + 1;
    end = endOfContent(key, content, turns, byteAt(key, end, turns) - 1);
  }
  return end + 1;
}
