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

interface Piece {
  characters: PlacedCharacter[];
  width: number;
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
  let used = indent;
  const finish = (last: boolean) => {
    lines.push({ characters: line, width: used, last });
    line = [];
    used = 0;
  };
  for (const piece of unbreakablePieces(text, face, width)) {
    const lastCharacter = piece.characters.at(-1)?.character ?? '';
    const hanging = mayHang.has(lastCharacter) ? face.widthOf(lastCharacter) : 0;
    const beside = line.at(-1);
    const gap = beside && meetsLatin(beside.character, piece.characters[0]?.character ?? '') ? latinGap : 0;
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
  let previous = '';
  const characters = Array.from(text);
  characters.forEach((character, index) => {
    const next = characters[index + 1] ?? '';
    const adjust = isMark(character) && isMark(next) && sharesCell(character, next) ? -0.5 : 0;
    const advance = face.widthOf(character) + adjust;
    const current = pieces.at(-1);
    const joins =
      noLineStart.has(character) || noLineEnd.has(previous) || (latin.test(previous) && latin.test(character));
    if (current && joins && current.width + advance <= width) {
      current.characters.push({ character, adjust });
      current.width += advance;
    } else {
      pieces.push({ characters: [{ character, adjust }], width: advance });
    }
    previous = character;
  });
  return pieces;
}

const meetsLatin = (first: string, second: string): boolean =>
  (han.test(first) && latinLetter.test(second)) || (latinLetter.test(first) && han.test(second));

function isMark(character: string): boolean {
  return closing.has(character) || opening.has(character);
}

/** Blank half cells meet: after a closing mark, or between two opening ones. */
function sharesCell(first: string, second: string): boolean {
  return closing.has(first) || (opening.has(first) && opening.has(second));
}
