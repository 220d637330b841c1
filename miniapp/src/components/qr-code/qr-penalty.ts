import type { Modules } from './qr-matrix';

const runPenalty = (line: readonly boolean[]): number => {
  let penalty = 0;
  let length = 0;
  line.forEach((dark, index) => {
    length = index > 0 && dark === line[index - 1] ? length + 1 : 1;
    if (length === 5) {
      penalty += 3;
    } else if (length > 5) {
      penalty += 1;
    }
  });
  return penalty;
};

const finderPenalty = (line: readonly boolean[]): number => {
  const text = line.map((dark) => (dark ? '1' : '0')).join('');
  let count = 0;
  for (let start = 0; start + 11 <= text.length; start += 1) {
    const piece = text.slice(start, start + 11);
    if (piece === '10111010000' || piece === '00001011101') {
      count += 1;
    }
  }
  return count * 40;
};

const blockPenalty = (modules: Modules): number => {
  let count = 0;
  for (let row = 0; row + 1 < modules.length; row += 1) {
    for (let column = 0; column + 1 < modules.length; column += 1) {
      const dark = modules[row]?.[column];
      if (
        dark === modules[row]?.[column + 1] &&
        dark === modules[row + 1]?.[column] &&
        dark === modules[row + 1]?.[column + 1]
      ) {
        count += 1;
      }
    }
  }
  return count * 3;
};

const balancePenalty = (modules: Modules): number => {
  const all = modules.flat();
  const share = (all.filter(Boolean).length / all.length) * 100;
  return Math.floor(Math.abs(share - 50) / 5) * 10;
};

/** How hard a symbol is to read; the mask with the lowest value is used (ISO/IEC 18004, 7.8.3). */
export function penaltyOf(modules: Modules): number {
  const columns = modules.map((_, column) => modules.map((line) => line[column] === true));
  const lines = [...modules, ...columns];
  const ofLines = lines.reduce((sum, line) => sum + runPenalty(line) + finderPenalty(line), 0);
  return ofLines + blockPenalty(modules) + balancePenalty(modules);
}
