import { gridMeans, type LumaPlane } from '@acceptance/shared';

const CELLS = 12;
/** Of 255: what encoding and another size make of a picture at most. */
const LEAST_DIFFERENCE = 3;
/** As a share of how much the picture itself varies: another picture, or another part of it, differs by about all of it. */
const MOST_DIFFERENCE = 0.35;

const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Whether a picture shows what another one does, whatever their sizes: not nothing, a corner, or the same on its side. */
export function looksAlike(one: LumaPlane, other: LumaPlane): boolean {
  const [cells, wanted] = [gridMeans(one, CELLS, CELLS), gridMeans(other, CELLS, CELLS)];
  const middle = mean(wanted);
  const varies = mean(wanted.map((value) => Math.abs(value - middle)));
  const differs = mean(cells.map((value, cell) => Math.abs(value - (wanted[cell] ?? 0))));
  return differs <= Math.max(LEAST_DIFFERENCE, varies * MOST_DIFFERENCE);
}
