/** Where a bar is drawn; `process.stderr` is one. */
export interface ProgressTarget {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface ProgressBar {
  /** `done` of the total so far. Cheap: it draws only when the percentage has changed. */
  moveTo(done: number): void;
  /** Leaves the line, so that other output begins on its own. */
  end(): void;
}

const WIDTH = 30;
const number = new Intl.NumberFormat('en');

/** On a terminal one line that is redrawn at every per cent, elsewhere a line at every tenth. */
export function createProgressBar(target: ProgressTarget, total: number): ProgressBar {
  const stepPercent = target.isTTY ? 1 : 10;
  let shownPercent = -stepPercent;
  let drawn = false;
  return {
    moveTo(done) {
      const percent = total === 0 ? 100 : Math.min(100, Math.floor((done * 100) / total));
      if (percent < shownPercent + stepPercent) {
        return;
      }
      shownPercent = percent - (percent % stepPercent);
      drawn = true;
      const filled = Math.round((percent * WIDTH) / 100);
      const bar = `[${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}]`;
      const text = `${bar} ${String(percent).padStart(3)} %  ${number.format(done)} of ${number.format(total)}`;
      target.write(target.isTTY ? `\r${text}` : `${text}\n`);
    },
    end() {
      if (target.isTTY && drawn) {
        target.write('\n');
      }
    },
  };
}
