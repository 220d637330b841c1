import { readFileSync } from 'node:fs';
import { create, type Font, type Path } from 'fontkit';
import { fillOutline, type Mask, type Point, type Segment } from './fill-outline';

const LINE_HEIGHT = 1.4;
const ASCENT = 1.05;
/** Straight pieces for each curve: at these sizes more cannot be seen. */
const PIECES = 6;

let font: Font | undefined;

/**
 * Chinese with Latin letters and figures, under the SIL OFL 1.1: the typeface of the contracts. Read when the first photo is marked
 * in this thread.
 */
function loadedFont(): Font {
  if (!font) {
    const file = require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf');
    const read = create(readFileSync(file));
    if (!('glyphForCodePoint' in read)) {
      throw new Error(`${file} is a font collection, not a single font`);
    }
    font = read;
  }
  return font;
}

/** A point of a curve by its control points (de Casteljau), without a list for each step: a line of text has thousands. */
function pointOn(controls: readonly Point[], t: number): Point {
  const xs = controls.map(([x]) => x);
  const ys = controls.map(([, y]) => y);
  for (let left = controls.length - 1; left > 0; left -= 1) {
    for (let at = 0; at < left; at += 1) {
      xs[at] = (xs[at] ?? 0) + ((xs[at + 1] ?? 0) - (xs[at] ?? 0)) * t;
      ys[at] = (ys[at] ?? 0) + ((ys[at + 1] ?? 0) - (ys[at] ?? 0)) * t;
    }
  }
  return [xs[0] ?? 0, ys[0] ?? 0];
}

function segmentsOf({ commands }: Path): Segment[] {
  const segments: Segment[] = [];
  let start: Point = [0, 0];
  let last: Point = [0, 0];
  const lineTo = (to: Point) => {
    segments.push([last, to]);
    last = to;
  };
  for (const { command, args } of commands) {
    const points: Point[] = [];
    for (let at = 0; at + 1 < args.length; at += 2) points.push([args[at] ?? 0, args[at + 1] ?? 0]);
    if (command === 'closePath') {
      lineTo(start);
    } else if (command === 'moveTo') {
      [start = last] = points;
      last = start;
    } else {
      const controls = [last, ...points];
      const pieces = points.length === 1 ? 1 : PIECES;
      for (let piece = 1; piece <= pieces; piece += 1) lineTo(pointOn(controls, piece / pieces));
    }
  }
  return segments;
}

/** A character in the font's units, upwards. */
interface Letter {
  readonly segments: readonly Segment[];
  readonly advance: number;
}

/** Project, date and reviewer come again and again. Names bring ever new characters: then it begins anew. */
const LETTERS_KEPT = 1000;
const letters = new Map<string, Letter | null>();

/** Null for what the font lacks. */
function letterOf(face: Font, character: string): Letter | null {
  const known = letters.get(character);
  if (known !== undefined) {
    return known;
  }
  const glyph = face.glyphForCodePoint(character.codePointAt(0) ?? 0);
  const letter = glyph.id === 0 ? null : { segments: segmentsOf(glyph.path), advance: glyph.advanceWidth };
  if (letters.size >= LETTERS_KEPT) letters.clear();
  letters.set(character, letter);
  return letter;
}

/** Lines of text below each other, `size` pixels high. A character that the font lacks is left out. */
export function textMask(lines: readonly string[], size: number): Mask {
  const face = loadedFont();
  const scale = size / face.unitsPerEm;
  const segments: Segment[] = [];
  let width = 1;
  for (const [row, line] of lines.entries()) {
    const baseline = (row * LINE_HEIGHT + ASCENT) * size;
    let left = 0;
    for (const character of line) {
      const letter = letterOf(face, character);
      if (!letter) continue;
      const place = ([x, y]: Point): Point => [left + x * scale, baseline - y * scale];
      for (const [from, to] of letter.segments) segments.push([place(from), place(to)]);
      left += letter.advance * scale;
    }
    width = Math.max(width, Math.ceil(left));
  }
  return fillOutline(segments, width, Math.ceil((lines.length * LINE_HEIGHT + 0.1) * size));
}
