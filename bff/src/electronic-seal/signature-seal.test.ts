import { deflateSync } from 'node:zlib';
import type { InkMask } from '../contract-pdf/contract-types';
import { sampleInk } from '../contract-pdf/testing/sample-contract';
import { makeSignatureSeal } from './signature-seal';
import { readPainted } from './testing/painted-seal';
import { traceInk } from './trace-ink';

/** `#` is ink. */
function maskOf(...rows: string[]): InkMask {
  const alpha = Buffer.from(rows.flatMap((row) => Array.from(row, (pixel) => (pixel === '#' ? 255 : 0))));
  return {
    width: rows[0]?.length ?? 0,
    height: rows.length,
    deflatedAlpha: deflateSync(alpha),
    inkPixels: alpha.filter((value) => value > 0).length,
  };
}

/** Twice the area that outlines enclose, holes taken off where they run the other way round. */
const areaOf = (outlines: ReturnType<typeof traceInk>) =>
  outlines.map((points) =>
    points.reduce((sum, { x, y }, index) => {
      const next = points[(index + 1) % points.length] ?? { x, y };
      return sum + x * next.y - next.x * y;
    }, 0),
  );

test('a square of ink is traced at its edge', () => {
  const outlines = traceInk(maskOf('....', '.##.', '.##.', '....'));

  expect(outlines).toHaveLength(1);
  for (const { x, y } of outlines[0] ?? []) {
    expect(Math.max(Math.abs(x - 2), Math.abs(y - 2))).toBeGreaterThan(0.4);
    expect(Math.max(Math.abs(x - 2), Math.abs(y - 2))).toBeLessThan(1.01);
  }
});

test('a hole is an outline of its own, the other way round', () => {
  const [outer, hole] = areaOf(traceInk(maskOf('#####', '#...#', '#...#', '#...#', '#####')));

  expect(Math.sign(outer ?? 0)).toBe(-Math.sign(hole ?? 0));
  expect(Math.abs(outer ?? 0)).toBeGreaterThan(Math.abs(hole ?? 0));
});

test('strokes that touch at a corner only stay two', () => {
  expect(traceInk(maskOf('##..', '##..', '..##', '..##'))).toHaveLength(2);
});

test('the seal of a person shows the strokes of the signature in black, at most 40 × 20 mm', async () => {
  const { svg, png, width, height } = await makeSignatureSeal(sampleInk());

  // 300 × 120 pixels
  expect({ width, height }).toEqual({ width: 40, height: 17 });
  expect(svg).not.toMatch(/<(?:text|image)|NaN|undefined/);
  const painted = readPainted(png);
  expect(painted.colours).toEqual(['#000000']);
  const at = (x: number, y: number) => painted.opacityAt(Math.round(x * painted.width), Math.round(y * painted.height));
  expect([at(0.1, 0.15), at(0.5, 0.5), at(0.9, 0.86)]).toEqual([255, 255, 255]);
  expect([at(0.1, 0.85), at(0.9, 0.15), at(0.5, 0.1)]).toEqual([0, 0, 0]);
});

test.each([
  ['no ink', { inkPixels: 0 }, 'ink_empty'],
  ['damaged bytes', { deflatedAlpha: Buffer.from('00', 'hex') }, 'ink_unreadable'],
  ['another size', { width: 301 }, 'ink_unreadable'],
])('refuses a mask with %s', async (_what, change, code) => {
  await expect(makeSignatureSeal({ ...sampleInk(), ...change })).rejects.toMatchObject({ code });
});
