import { codePointsOf, type FontFace } from './font-face';

/** Characters of one line as they will be drawn. */
export interface PlacedText {
  /** Code points. */
  readonly codes: readonly number[];
  /** Em added to the space on the right of each (negative is tighter). */
  readonly adjusts: readonly number[];
}

export interface BrokenLine extends PlacedText {
  /** Em from the line's start before justification; a mark hanging into the margin is not counted. */
  width: number;
  /** The last line of its paragraph is not justified. */
  last: boolean;
}

// 避头: these never begin a line. 避尾: these never end one (GB/T 15834-2011 5.1, W3C CLREQ 3.1.2).
const noLineStart = new Set('，。、；：？！）》〉」』】〕”’…—％·,.;:?!)]}%');
const noLineEnd = new Set('（《〈「『【〔“‘([{¥￥');
// Closing marks whose right half is blank: one of them may hang into the margin.
const mayHang = new Set('，。、；：');
const closing = new Set('，。、；：）》〉」』】〕');
const opening = new Set('（《〈「『【〔');
const latin = /[\x21-\x7e]/;
const han = /\p{Script=Han}/u;
const latinLetter = /[A-Za-z0-9]/;
/** Em between a Chinese character and a Latin letter or a number beside it (CLREQ 3.2.2, between an eighth and a quarter). */
const latinGap = 0.16;

const kindOf = (character: string) => ({
  noLineStart: noLineStart.has(character),
  noLineEnd: noLineEnd.has(character),
  mayHang: mayHang.has(character),
  closing: closing.has(character),
  opening: opening.has(character),
  latin: latin.test(character),
  han: han.test(character),
  latinLetter: latinLetter.test(character),
});
type Kind = ReturnType<typeof kindOf>;
/** By code point: contracts have the same few thousand characters. */
const kinds = new Map<number, Kind>();

function kindKnown(code: number): Kind {
  const known = kinds.get(code);
  if (known) return known;
  const kind = kindOf(String.fromCodePoint(code));
  kinds.set(code, kind);
  return kind;
}

/** Characters that must stay on one line together. */
interface Piece {
  readonly start: number;
  end: number;
  /** Em. */
  width: number;
  readonly first: Kind;
  last: Kind;
}

/**
 * Breaks Chinese text into lines of at most `width` em. Latin runs (numbers, addresses, codes) stay whole unless they
 * are longer than a line; a closing mark that does not fit hangs into the margin or takes its neighbour along; an
 * opening bracket never stays behind. Two marks in a row share a cell and a half (标点挤压). A little space, which is no
 * character, stands between Chinese and Latin. `indent` em stay free at the start of the first line.
 */
export function breakLines(text: string, face: FontFace, width: number, indent = 0): BrokenLine[] {
  const codes = codePointsOf(text);
  const { pieces, adjusts } = unbreakablePieces(codes, face, width);
  const lines: BrokenLine[] = [];
  let start = 0;
  let lineEnd = nothing;
  let used = indent;
  const finish = (end: number, last: boolean) => {
    lines.push({ codes: codes.slice(start, end), adjusts: adjusts.slice(start, end), width: used, last });
    start = end;
    used = 0;
  };
  for (const piece of pieces) {
    const isFirst = piece.start === start;
    const gap = !isFirst && meetsLatin(lineEnd, piece.first) ? latinGap : 0;
    lineEnd = piece.last;
    const hanging = piece.last.mayHang ? face.widthAt(codes[piece.end - 1] ?? 0) : 0;
    const room = width - used - gap + 1e-6;
    const hangs = piece.width > room && piece.width - hanging <= room;
    if (piece.width > room && !hangs && !isFirst) {
      finish(piece.start, false);
      used = piece.width;
      continue;
    }
    if (gap > 0) adjusts[piece.start - 1] = (adjusts[piece.start - 1] ?? 0) + gap;
    used += gap + (hangs ? piece.width - hanging : piece.width);
    if (hangs) finish(piece.end, false);
  }
  if (start < codes.length) finish(codes.length, true);
  const final = lines.at(-1);
  if (final) final.last = true;
  return lines;
}

/** In order, and what is added on the right of each character. */
function unbreakablePieces(
  codes: readonly number[],
  face: FontFace,
  width: number,
): { readonly pieces: readonly Piece[]; readonly adjusts: number[] } {
  const pieces: Piece[] = [];
  const adjusts: number[] = [];
  let current: Piece | undefined;
  let before = nothing;
  let kind = kindAt(codes, 0);
  for (let index = 0; index < codes.length; index += 1) {
    const after = kindAt(codes, index + 1);
    const adjust = sharesCell(kind, after) ? -0.5 : 0;
    const advance = face.widthAt(codes[index] ?? 0) + adjust;
    const joins = kind.noLineStart || before.noLineEnd || (before.latin && kind.latin);
    if (current && joins && current.width + advance <= width) {
      current.end = index + 1;
      current.width += advance;
      current.last = kind;
    } else {
      current = { start: index, end: index + 1, width: advance, first: kind, last: kind };
      pieces.push(current);
    }
    adjusts.push(adjust);
    before = kind;
    kind = after;
  }
  return { pieces, adjusts };
}

function kindAt(codes: readonly number[], index: number): Kind {
  const code = codes[index];
  return code === undefined ? nothing : kindKnown(code);
}

/** Of no character. */
const nothing = kindOf('');

const meetsLatin = (first: Kind, second: Kind): boolean =>
  (first.han && second.latinLetter) || (first.latinLetter && second.han);

/** Blank half cells of two marks meet: after a closing mark, or between two opening ones. */
function sharesCell(first: Kind, second: Kind): boolean {
  const meetsMark = second.closing || second.opening;
  return meetsMark && (first.closing || (first.opening && second.opening));
}
