import { contractFonts } from '../contract-pdf/contract-fonts';
import type { TextArc } from './cell-paths';
import { nameArcs } from './name-arcs';
import { sealCells, widthOfCells } from './seal-cells';
import { sampleNameOf } from './testing/sample-names';

const arcsOf = (name: string): TextArc[] => nameArcs(sealCells(name, contractFonts().bold));
const textOf = (arc: TextArc | undefined): string => arc?.cells.map(({ character }) => character).join('') ?? '';

test.each(Array.from({ length: 70 }, (_, index) => index + 1))('a name of %i characters is legible', (length) => {
  const arcs = arcsOf(sampleNameOf(length));

  expect(arcs.map(textOf).join('')).toBe(sampleNameOf(length));
  for (const arc of arcs) {
    // 7 points high, and no narrower than print of 4.5 points
    expect(arc.size).toBeGreaterThan(2.4);
    expect(arc.size * arc.condense).toBeGreaterThan(1.58);
    // The foot is open for the code.
    expect(arc.sweep).toBeLessThanOrEqual((276 * Math.PI) / 180);
    // Neighbours do not touch, not even at their feet, which stand closest.
    expect(widthOfCells(arc.cells) * arc.size * arc.condense).toBeLessThan(arc.sweep * (arc.baseline + arc.size / 3));
  }
});

test('a longer name never has larger characters, as long as there is one arc', () => {
  const sizes = Array.from({ length: 36 }, (_, index) => arcsOf(sampleNameOf(index + 1))[0]?.size ?? 0);

  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
});

test('the arc grows down both sides with the name', () => {
  const sweeps = [4, 8, 20, 30, 36].map((length) => arcsOf(sampleNameOf(length))[0]?.sweep ?? 0);

  expect(sweeps).toEqual([...sweeps].sort((a, b) => a - b));
  expect(new Set(sweeps).size).toBe(5);
});

test('more than 36 characters go on two arcs, the inner one clear of the outer', () => {
  const [outer, inner] = arcsOf(sampleNameOf(37));

  expect(arcsOf(sampleNameOf(36))).toHaveLength(1);
  expect((inner?.baseline ?? 99) + (inner?.size ?? 0) * 0.86).toBeLessThan((outer?.baseline ?? 0) - 0.3);
});

test.each([
  ['before a closing bracket', `${sampleNameOf(22)}）${sampleNameOf(17)}`, /^[^）]/],
  [
    'inside a word',
    `${sampleNameOf(19)}TECHNOLOGY${sampleNameOf(18)}`,
    /^(?!ECHNOLOGY|CHNOLOGY|HNOLOGY|NOLOGY|OLOGY|LOGY|OGY|GY|Y)/,
  ],
])('the second arc does not begin %s', (_where, name, begins) => {
  const [outer, inner] = arcsOf(name);

  expect(textOf(outer) + textOf(inner)).toBe(name);
  expect(textOf(inner)).toMatch(begins);
});
