import * as v from 'valibot';
import { MOST_STROKES, signatureWritingSchema } from './signature-writing';

describe('how a signature was written', () => {
  const told = { strokes: 3, points: 120, durationMs: 2_400, strokesSha256: 'a'.repeat(64) };

  it.each([
    ['no stroke', { strokes: 0 }],
    ['more strokes than anybody writes', { strokes: MOST_STROKES + 1 }],
    ['half a point', { points: 1.5 }],
    ['time that runs backwards', { durationMs: -1 }],
    ['no hash', { strokesSha256: 'x' }],
  ])('is refused with %s', (_title, change) => {
    expect(v.safeParse(signatureWritingSchema, told).success).toBe(true);
    expect(v.safeParse(signatureWritingSchema, { ...told, ...change }).success).toBe(false);
  });
});
