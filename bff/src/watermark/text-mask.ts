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

/** A point of a curve by its control points (de Casteljau). */
function pointOn(controls: readonly Point[], t: number): Point {
  const [first = [0, 0] as Point, ...rest] = controls;
  if (rest.length === 0) {
    return first;
  }
  const between = rest.map((to, index): Point => {
    const from = controls[index] ?? first;
    return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
  });
  return pointOn(between, t);
}

function segmentsOf({ commands }: Path, place: (x: number, y: number) => Point): Segment[] {
  const segments: Segment[] = [];
  let start: Point = [0, 0];
  let last: Point = [0, 0];
  const lineTo = (to: Point) => {
    segments.push([last, to]);
    last = to;
  };
  for (const { command, args } of commands) {
    const points: Point[] = [];
    for (let at = 0; at + 1 < args.length; at += 2) points.push(place(args[at] ?? 0, args[at + 1] ?? 0));
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

/** Lines of text below each other, `size` pixels high. A character that the font lacks is left out. */
export function textMask(lines: readonly string[], size: number): Mask {
  const face = loadedFont();
  const scale = size / face.unitsPerEm;
  const segments: Segment[] = [];
  let width = 1;
  for (const [row, line] of lines.entries()) {
    const baseline = (row * LINE_HEIGHT + ASCENT) * size;
    let x = 0;
    for (const character of line) {
      const glyph = face.glyphForCodePoint(character.codePointAt(0) ?? 0);
      if (glyph.id === 0) continue;
      const left = x;
      segments.push(...segmentsOf(glyph.path, (px, py) => [left + px * scale, baseline - py * scale]));
      x += glyph.advanceWidth * scale;
    }
    width = Math.max(width, Math.ceil(x));
  }
  return fillOutline(segments, width, Math.ceil((lines.length * LINE_HEIGHT + 0.1) * size));
}
