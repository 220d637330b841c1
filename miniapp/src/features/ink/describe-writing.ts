import { MOST_WRITING_MS, type SignatureWriting } from '@acceptance/shared';
import { sha256OfAscii } from './sha256';
import type { Stroke } from './stroke-geometry';

const HUNDREDTHS = 100;
/** `+ 0` makes of -0 what JSON makes of it. */
const whole = (value: number): number => Math.round(value) + 0;
const beginOf = (strokes: readonly Stroke[]): number => strokes[0]?.[0]?.at ?? 0;

/**
 * The text that is hashed: `[[[x,y,t],…],…]`, a list for each stroke in the order of writing, without white space. `x` and
 * `y` are whole hundredths of a unit of the writing area, `t` whole milliseconds since the first point.
 */
export function canonicalInk(strokes: readonly Stroke[]): string {
  const begun = beginOf(strokes);
  return JSON.stringify(
    strokes.map((stroke) =>
      stroke.map(({ x, y, at }) => [whole(x * HUNDREDTHS), whole(y * HUNDREDTHS), whole(at - begun)]),
    ),
  );
}

/** What is told of a signature besides its picture: how much was written, how long, and a hash of all of its points. */
export function describeWriting(strokes: readonly Stroke[]): SignatureWriting {
  const last = strokes[strokes.length - 1];
  const lasted = whole((last?.[last.length - 1]?.at ?? 0) - beginOf(strokes));
  return {
    strokes: strokes.length,
    points: strokes.reduce((sum, stroke) => sum + stroke.length, 0),
    // A phone's clock may be set while somebody writes.
    durationMs: Math.min(MOST_WRITING_MS, Math.max(0, lasted)),
    strokesSha256: sha256OfAscii(canonicalInk(strokes)),
  };
}
