import { createHash } from 'node:crypto';
import { signatureWritingSchema } from '@acceptance/shared';
import * as v from 'valibot';
import { canonicalInk, describeWriting } from './describe-writing';

const STROKES = [
  [
    { x: 10.004, y: 20.006, at: 1_000 },
    { x: -0.001, y: 3, at: 1_016.6 },
  ],
  [{ x: 5, y: 6, at: 2_000 }],
];
const TEXT = '[[[1000,2001,0],[0,300,17]],[[500,600,1000]]]';

describe('what is told of a signature', () => {
  it('is how much was written, how long, and a hash of each point of each stroke', () => {
    const told = describeWriting(STROKES);
    expect(told).toEqual({
      strokes: 2,
      points: 3,
      durationMs: 1_000,
      strokesSha256: createHash('sha256').update(TEXT).digest('hex'),
    });
    expect(v.is(signatureWritingSchema, told)).toBe(true);
  });

  it('fits its schema when the clock was set back or the page lay open', () => {
    const over = (at: number) => describeWriting([[{ x: 1, y: 1, at: 0 }], [{ x: 2, y: 2, at }]]);
    expect([over(-5_000).durationMs, over(9e9).durationMs]).toEqual([0, 3_600_000]);
    expect([over(-5_000), over(9e9)].every((told) => v.is(signatureWritingSchema, told))).toBe(true);
  });

  it('is another hash for other strokes, other times or another order', () => {
    const one = [{ x: 1, y: 1, at: 0 }];
    const other = [{ x: 2, y: 1, at: 5 }];
    const texts = [
      canonicalInk([one, other]),
      canonicalInk([[...one, ...other]]),
      canonicalInk([one, [{ x: 2, y: 1, at: 6 }]]),
      canonicalInk([other, one]),
    ];
    expect(canonicalInk(STROKES)).toBe(TEXT);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
