import { MOST_READING_SECONDS, type ReadingTimes, readingSections, type TextToRead } from '@acceptance/shared';

/** Longer between two looks: the phone slept, or somebody set its clock. That is not reading. */
const LONGEST_STEP_MS = 3_000;

/** Milliseconds with the text in front: in all, and those in which a section was on the screen. */
export interface SpentTime {
  readonly totalMs: number;
  readonly sectionMs: Readonly<Record<string, number>>;
}

export const NO_TIME: SpentTime = { totalMs: 0, sectionMs: {} };

export interface ReadingClock {
  /** Says what is on the screen now; the time since the look before is that of what was there then. */
  readonly look: (sectionIds: readonly string[]) => void;
  /** Nobody looks any more, until the next look. */
  readonly pause: () => void;
  /** Goes on from a time that was spent before, at the next look. */
  readonly restart: (spent: SpentTime) => void;
  readonly spent: () => SpentTime;
}

/** Measures how long what was on the screen. */
export function createReadingClock(now: () => number = Date.now): ReadingClock {
  let spent = NO_TIME;
  let last: { readonly at: number; readonly sectionIds: readonly string[] } | null = null;

  function spentUntilNow(): SpentTime {
    if (!last) {
      return spent;
    }
    const step = Math.min(LONGEST_STEP_MS, Math.max(0, now() - last.at));
    const sectionMs = { ...spent.sectionMs };
    for (const id of last.sectionIds) {
      sectionMs[id] = (sectionMs[id] ?? 0) + step;
    }
    return { totalMs: spent.totalMs + step, sectionMs };
  }

  return {
    look(sectionIds) {
      spent = spentUntilNow();
      last = { at: now(), sectionIds };
    },
    pause() {
      spent = spentUntilNow();
      last = null;
    },
    restart(before) {
      spent = before;
      last = null;
    },
    spent: spentUntilNow,
  };
}

const wholeSeconds = (ms: number): number => Math.min(MOST_READING_SECONDS, Math.floor(ms / 1000));

/** The same as it is sent: every section of the text, in whole seconds. */
export const timesOf = (text: TextToRead, { totalMs, sectionMs }: SpentTime): ReadingTimes => ({
  readingSeconds: wholeSeconds(totalMs),
  readingSections: readingSections(text).map(({ id }) => ({
    id,
    seconds: wholeSeconds(Math.min(totalMs, sectionMs[id] ?? 0)),
  })),
});
