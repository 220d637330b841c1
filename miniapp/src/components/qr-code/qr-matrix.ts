import { formatBits, versionBits } from './qr-format-bits';
import { type QrVersion, sizeOf } from './qr-versions';

/** Dark modules are true; rows from the top. */
export type Modules = boolean[][];

/** A module of a pattern is fixed; `null` waits for data. */
type Grid = (boolean | null)[][];

const set = (grid: Grid, row: number, column: number, dark: boolean): void => {
  const line = grid[row];
  if (line && column >= 0 && column < grid.length) {
    line[column] = dark;
  }
};

function drawFinder(grid: Grid, top: number, left: number): void {
  for (let row = -1; row <= 7; row += 1) {
    for (let column = -1; column <= 7; column += 1) {
      const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
      set(grid, top + row, left + column, ring !== 2 && ring !== 4);
    }
  }
}

function drawAlignment(grid: Grid, centres: readonly number[]): void {
  const last = centres.length - 1;
  centres.forEach((row, rowIndex) => {
    centres.forEach((column, columnIndex) => {
      const meetsFinder =
        (rowIndex === 0 && (columnIndex === 0 || columnIndex === last)) || (rowIndex === last && columnIndex === 0);
      if (meetsFinder) {
        return;
      }
      for (let down = -2; down <= 2; down += 1) {
        for (let right = -2; right <= 2; right += 1) {
          set(grid, row + down, column + right, Math.max(Math.abs(down), Math.abs(right)) !== 1);
        }
      }
    });
  });
}

/** Both copies of the 15 format bits, bit 14 first (ISO/IEC 18004, figure 25). */
function drawFormat(grid: Grid, mask: number): void {
  const size = grid.length;
  const bits = formatBits(mask);
  const bit = (index: number): boolean => ((bits >> index) & 1) === 1;
  for (let index = 0; index < 15; index += 1) {
    const beside = index < 6 ? index : index < 8 ? index + 1 : size - 15 + index;
    set(grid, beside, 8, bit(index));
    const along = index < 8 ? size - 1 - index : index === 8 ? 7 : 14 - index;
    set(grid, 8, along, bit(index));
  }
  set(grid, size - 8, 8, true);
}

function drawVersion(grid: Grid, version: number): void {
  if (version < 7) {
    return;
  }
  const bits = versionBits(version);
  for (let index = 0; index < 18; index += 1) {
    const dark = ((bits >> index) & 1) === 1;
    const far = grid.length - 11 + (index % 3);
    const near = Math.floor(index / 3);
    set(grid, far, near, dark);
    set(grid, near, far, dark);
  }
}

/** All fixed patterns with the format of `mask`. */
export function functionPatterns(version: QrVersion, mask: number): Grid {
  const size = sizeOf(version);
  const grid: Grid = Array.from({ length: size }, () => new Array<boolean | null>(size).fill(null));
  for (let index = 8; index < size - 8; index += 1) {
    set(grid, 6, index, index % 2 === 0);
    set(grid, index, 6, index % 2 === 0);
  }
  drawAlignment(grid, version.alignment);
  drawFinder(grid, 0, 0);
  drawFinder(grid, 0, size - 7);
  drawFinder(grid, size - 7, 0);
  drawFormat(grid, mask);
  drawVersion(grid, version.version);
  return grid;
}

/** Places for data in drawing order: two columns at a time from the right, up and down, without column 6 (7.7.3). */
export function dataPlaces(grid: Grid): { readonly row: number; readonly column: number }[] {
  const size = grid.length;
  const places: { row: number; column: number }[] = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) {
      right -= 1;
    }
    for (let step = 0; step < size; step += 1) {
      const row = upwards ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (grid[row]?.[column] === null) {
          places.push({ row, column });
        }
      }
    }
    upwards = !upwards;
  }
  return places;
}

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];
export const MASK_COUNT = MASKS.length;

/** The whole symbol with one of the eight masks. */
export function drawSymbol(codewords: readonly number[], version: QrVersion, mask: number): Modules {
  const grid = functionPatterns(version, mask);
  dataPlaces(grid).forEach(({ row, column }, index) => {
    const codeword = codewords[index >> 3] ?? 0;
    const dark = ((codeword >> (7 - (index & 7))) & 1) === 1;
    set(grid, row, column, dark !== (MASKS[mask]?.(row, column) ?? false));
  });
  return grid.map((line) => line.map((dark) => dark === true));
}
