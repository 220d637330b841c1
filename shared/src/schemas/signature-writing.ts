import * as v from 'valibot';
import { sha256Schema } from './identifiers';

/** Beyond every name: whoever writes more has held the phone, not a pen. */
export const MOST_STROKES = 2_000;
export const MOST_INK_POINTS = 200_000;
/** The longest writing that is told; nobody writes for longer, some leave the page open between two strokes. */
export const MOST_WRITING_MS = 3_600_000;

const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

/** How a signature was written, as the phone saw it: what its picture does not show. */
export const signatureWritingSchema = v.object({
  strokes: count(MOST_STROKES),
  points: count(MOST_INK_POINTS),
  /** From the first touch to the last lift. */
  durationMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_WRITING_MS)),
  /** Of the UTF-8 of the strokes as a list: `canonicalInk` of the mini-program. The points stay on the phone. */
  strokesSha256: sha256Schema,
});
export type SignatureWriting = v.InferOutput<typeof signatureWritingSchema>;
