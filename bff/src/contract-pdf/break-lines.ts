import type { FontFace } from './font-face';

/** One character as it will be drawn; `adjust` em are added to the space on its right (negative is tighter). */
export interface PlacedCharacter {
  character: string;
  adjust: number;
}

export interface BrokenLine {
  characters: PlacedCharacter[];
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
/** Contracts have the same few thousand characters. */
const kinds = new Map<string, Kind>();

function kindKnown(character: string): Kind {
  const known = kinds.get(character);
  if (known) return known;
  const kind = kindOf(character);
  kinds.set(character, kind);
  return kind;
}

interface Piece {
  characters: PlacedCharacter[];
  width: number;
  first: Kind;
  last: Kind;
}

/**
 * Breaks Chinese text into lines of at most `width` em. Latin runs (numbers, addresses, codes) stay whole unless they
 * are longer than a line; a closing mark that does not fit hangs into the margin or takes its neighbour along; an
 * opening bracket never stays behind. Two marks in a row share a cell and a half (标点挤压). A little space, which is no
 * character, stands between Chinese and Latin. `indent` em stay free at the start of the first line.
 */
export function breakLines(text: string, face: FontFace, width: number, indent = 0): BrokenLine[] {
  const lines: BrokenLine[] = [];
  let line: PlacedCharacter[] = [];
  let lineEnd = nothing;
  let used = indent;
  const finish = (last: boolean) => {
    lines.push({ characters: line, width: used, last });
    line = [];
    used = 0;
  };
  for (const piece of unbreakablePieces(text, face, width)) {
    const lastCharacter = piece.characters.at(-1)?.character ?? '';
    const hanging = piece.last.mayHang ? face.widthOf(lastCharacter) : 0;
    const beside = line.at(-1);
    const gap = beside && meetsLatin(lineEnd, piece.first) ? latinGap : 0;
    lineEnd = piece.last;
    const room = width - used - gap + 1e-6;
    const append = (taken: number) => {
      if (beside && gap > 0) line[line.length - 1] = { ...beside, adjust: beside.adjust + gap };
      line.push(...piece.characters);
      used += gap + taken;
    };
    if (piece.width > room && piece.width - hanging <= room) {
      append(piece.width - hanging);
      finish(false);
      continue;
    }
    if (piece.width > room && line.length > 0) {
      finish(false);
      line.push(...piece.characters);
      used += piece.width;
      continue;
    }
    append(piece.width);
  }
  if (line.length > 0) finish(true);
  const final = lines.at(-1);
  if (final) final.last = true;
  return lines;
}

/** Characters that must stay on one line together, in order. */
function unbreakablePieces(text: string, face: FontFace, width: number): Piece[] {
  const pieces: Piece[] = [];
  const characters = Array.from(text);
  let current: Piece | undefined;
  let before = nothing;
  let kind = kindKnown(characters[0] ?? '');
  for (const [index, character] of characters.entries()) {
    const after = kindKnown(characters[index + 1] ?? '');
    const adjust = sharesCell(kind, after) ? -0.5 : 0;
    const advance = face.widthOf(character) + adjust;
    const joins = kind.noLineStart || before.noLineEnd || (before.latin && kind.latin);
    if (current && joins && current.width + advance <= width) {
      current.characters.push({ character, adjust });
      current.width += advance;
      current.last = kind;
    } else {
      current = { characters: [{ character, adjust }], width: advance, first: kind, last: kind };
      pieces.push(current);
    }
    before = kind;
    kind = after;
  }
  return pieces;
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
