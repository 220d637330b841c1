import { pdfNumbers } from './content-writer';
import type { FontFace } from './font-face';
import { glyphOutline } from './glyph-outline';
import { add, type DeflateEffort, type ObjectSink, streamBody } from './object-sink';

/** Points. 42 mm across: the customary size of a company's contract seal. */
export const sealDiameter = 119;

/** #C8102E */
const red = '0.784 0.063 0.18';
const radius = sealDiameter / 2;
/** Length of a cubic handle that approximates a quarter circle. */
const quarterHandle = 0.5523;

export interface SealText {
  /** Around the star. */
  name: string;
  /** Under the star. */
  purpose: string;
  /** At the foot. */
  code: string;
  /** Says all over it that it is no seal at all. */
  trialMark?: string;
}

/** Draws the seal with vectors only, glyph outlines included, so that it needs no font. Origin: lower left of its box. */
export function sealContent(text: SealText, face: FontFace): string {
  return [
    `${red} rg ${red} RG`,
    `q 1 0 0 1 ${pdfNumbers(radius, radius)} cm`,
    `3.4 w ${circle(radius - 2.2)} S`,
    text.trialMark ? `1 w ${star(radius * 0.285)} S` : `${star(radius * 0.285)} f`,
    ...arcText(text.name, face, { size: nameSize(text.name), baseline: radius * 0.69, foot: false }),
    ...straightText(text.purpose, face, radius * 0.225, -radius * 0.6, radius * 1.1),
    ...arcText(text.code, face, { size: radius * 0.115, baseline: radius * 0.87, foot: true }),
    ...(text.trialMark ? trialPattern(text.trialMark, face) : []),
    'Q',
  ].join('\n');
}

/** Registers the seal as a form XObject and returns its reference. */
export function writeSeal(sink: ObjectSink, text: SealText, face: FontFace): number {
  // Ink soaks in: what lies under the seal stays readable.
  const soaking = '/ExtGState << /Soaking << /Type /ExtGState /BM /Multiply /ca 0.9 /CA 0.9 >> >>';
  const content = `/Soaking gs\n${sealContent(text, face)}`;
  return add(sink, formBody(content, [sealDiameter, sealDiameter], soaking));
}

/** A form XObject with its origin at its lower left corner (ISO 32000-1, 8.10). Size in points; `resources` written out. */
export function formBody(
  content: string,
  size: readonly [width: number, height: number],
  resources = '',
  effort?: DeflateEffort,
): string | Buffer {
  const entries = `/Type /XObject /Subtype /Form /BBox [0 0 ${pdfNumbers(...size)}] /Resources << ${resources} >>`;
  return streamBody(entries, content, effort);
}

function circle(r: number): string {
  const k = r * quarterHandle;
  return [
    `${pdfNumbers(r, 0)} m`,
    `${pdfNumbers(r, k, k, r, 0, r)} c`,
    `${pdfNumbers(-k, r, -r, k, -r, 0)} c`,
    `${pdfNumbers(-r, -k, -k, -r, 0, -r)} c`,
    `${pdfNumbers(k, -r, r, -k, r, 0)} c h`,
  ].join(' ');
}

/** Five-pointed star; the inner radius that makes its edges straight is outer ÷ 2.618 (golden ratio squared). */
function star(outer: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const r = index % 2 === 0 ? outer : outer / 2.618;
    const angle = Math.PI / 2 + (index * Math.PI) / 5;
    return `${pdfNumbers(r * Math.cos(angle), r * Math.sin(angle))} ${index === 0 ? 'm' : 'l'}`;
  });
  return `${points.join(' ')} h`;
}

/** Longer names get smaller characters; up to about 30 fit legibly. */
function nameSize(name: string): number {
  const count = Array.from(name).length;
  return radius * Math.min(0.25, 3.6 / Math.max(count, 1));
}

/** Radians that text may take over the top and along the foot. */
const upperSweep = (236 * Math.PI) / 180;
const lowerSweep = (110 * Math.PI) / 180;

interface Arc {
  size: number;
  /** Radius of the baseline. */
  baseline: number;
  /** Along the foot, read left to right, instead of over the top. */
  foot: boolean;
}

/** Places each glyph on a circle, centred at the top (clockwise) or at the foot (counter-clockwise). */
function arcText(text: string, face: FontFace, arc: Arc): string[] {
  const characters = Array.from(text);
  const full = face.widthOfText(text) * arc.size;
  const room = arc.baseline * (arc.foot ? lowerSweep : upperSweep);
  // A little narrower than natural looks like a seal; long names get narrower still.
  const condense = Math.min(arc.foot ? 1 : 0.82, (0.97 * room) / full);
  const advances = characters.map((character) => face.widthOf(character) * arc.size * condense);
  const sweep = Math.min(room, full * condense * (arc.foot ? 1.3 : 1.65)) / arc.baseline;
  const air = (sweep * arc.baseline - full * condense) / Math.max(1, characters.length);
  let travelled = 0;
  return characters.map((character, index) => {
    const advance = advances[index] ?? 0;
    const middle = (travelled + (advance + air) / 2) / arc.baseline - sweep / 2;
    travelled += advance + air;
    const turn = arc.foot ? middle : -middle;
    const direction = (arc.foot ? -Math.PI / 2 : Math.PI / 2) + turn;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const x = arc.baseline * Math.cos(direction) - (cos * advance) / 2;
    const y = arc.baseline * Math.sin(direction) - (sin * advance) / 2;
    return `q ${pdfNumbers(cos, sin, -sin, cos, x, y)} cm ${glyphOutline(character, face, arc.size, condense)} Q`;
  });
}

function straightText(text: string, face: FontFace, size: number, y: number, maximum: number): string[] {
  const natural = face.widthOfText(text) * size;
  const condense = Math.min(0.92, maximum / natural);
  let x = (-natural * condense) / 2;
  return Array.from(text, (character) => {
    const placed = `q ${pdfNumbers(1, 0, 0, 1, x, y)} cm ${glyphOutline(character, face, size, condense)} Q`;
    x += face.widthOf(character) * size * condense;
    return placed;
  });
}

const patternSize = 8.5;
/** Points from one mark to the next, along a row and from row to row: no crop of a thumbnail's size is without one. */
const patternStep = [22, 15] as const;

/** The mark over the whole disc, slanting, within its ring. */
function trialPattern(mark: string, face: FontFace): string[] {
  const characters = Array.from(mark);
  const [across, down] = patternStep;
  const placed: string[] = [];
  for (let row = -4; row <= 4; row += 1) {
    for (let column = -3; column <= 3; column += 1) {
      const x = column * across + (row % 2 === 0 ? 0 : across / 2) - (characters.length * patternSize) / 2;
      characters.forEach((character, index) => {
        const at = pdfNumbers(1, 0, 0, 1, x + index * patternSize, row * down - patternSize / 2);
        placed.push(`q ${at} cm ${glyphOutline(character, face, patternSize)} Q`);
      });
    }
  }
  const turn = Math.PI / 7;
  const rotated = pdfNumbers(Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0);
  return [`q ${circle(radius - 4)} W n ${rotated} cm`, ...placed, 'Q'];
}
