import { isReadInHaste, type ReadingTimes, type TextToRead } from '@acceptance/shared';
import { useDidHide, useDidShow, usePageScroll } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { singleFlight } from '../../../../features/single-flight';
import { usePolling } from '../../../../features/use-polling';
import { scrollToTop } from '../../order-flow/scroll-to-top';
import type { KeptReading } from './kept-reading';
import { measureText } from './measure-text';
import { createReadingClock, NO_TIME, type SpentTime, timesOf } from './reading-clock';
import { readPercent } from './reading-progress';

/** Scrolling is measured as it happens; this counts the time without, and catches turned phones and larger type. */
const CHECK_INTERVAL_MS = 500;
/** An app that is killed loses no more than this. */
const KEEP_EVERY_MS = 5_000;

/** What is read: `key` names it with all it says, `text` tells how long reading it takes. */
export interface ReadText {
  readonly key: string;
  readonly text: TextToRead;
}

export interface Reading {
  /** The furthest point reached, 0–100. */
  readonly percent: number;
  readonly reachedEnd: boolean;
  /** The end came sooner than one can read; not any more once the time has passed. */
  readonly hurried: boolean;
  /** How long was read up to now, also before this page was opened. */
  readonly times: () => ReadingTimes | null;
  /** Forgets all of it: it is read from the beginning. */
  readonly startAnew: () => void;
  /** It was agreed to: nothing of it stays on this phone. */
  readonly finish: () => void;
}

/** Follows the reading of a text (null: not there yet, or nothing to agree to); another text starts anew. */
export function useReading(read: ReadText | null, kept: KeptReading): Reading {
  const [percent, setPercent] = useState(0);
  const [inHaste, setInHaste] = useState(true);
  const [clock] = useState(() => createReadingClock());
  const current = useRef(read);
  current.current = read;
  const textKey = read?.key ?? null;
  const reachedEnd = percent === 100;

  // A text that takes the place of one that was read is read from its beginning: until the page is up there, nothing counts.
  const atBeginning = useRef(true);
  const inFront = useRef(true);
  // Whose time the clock shows; null: nobody's that is kept.
  const clockKey = useRef<string | null>(null);
  const keptMs = useRef(0);
  const keep = useCallback(() => {
    const spent = clock.spent();
    if (clockKey.current !== null && spent.totalMs > keptMs.current) {
      keptMs.current = spent.totalMs;
      kept.keep(clockKey.current, spent);
    }
  }, [clock, kept]);

  const measure = useRef(
    singleFlight(async () => {
      const before = current.current;
      const counts = atBeginning.current;
      const measured = await measureText();
      if (!measured || !before || before.key !== current.current?.key || !counts || !inFront.current) {
        return;
      }
      setPercent((percentBefore) => Math.max(percentBefore, readPercent(measured.place)));
      clock.look(measured.sectionIds);
      setInHaste(isReadInHaste(before.text, timesOf(before.text, clock.spent())));
    }),
  ).current;

  const begin = useCallback(
    (key: string | null, spent: SpentTime, fromTop: boolean) => {
      setPercent(0);
      setInHaste(true);
      clockKey.current = key;
      keptMs.current = spent.totalMs;
      clock.restart(spent);
      if (fromTop) {
        atBeginning.current = false;
        void scrollToTop().then(() => {
          atBeginning.current = true;
        });
      }
    },
    [clock],
  );

  const keyBefore = useRef<string | null>(null);
  useEffect(() => {
    const replacesText = keyBefore.current !== null && textKey !== null;
    keyBefore.current = textKey;
    begin(textKey, textKey === null ? NO_TIME : kept.read(textKey), replacesText);
    return keep;
  }, [textKey, begin, kept, keep]);

  useDidHide(() => {
    inFront.current = false;
    clock.pause();
    keep();
  });
  useDidShow(() => {
    inFront.current = true;
  });
  usePageScroll(() => {
    if (textKey !== null) {
      void measure();
    }
  });
  usePolling(textKey !== null, CHECK_INTERVAL_MS, async () => {
    await measure();
    if (clock.spent().totalMs - keptMs.current >= KEEP_EVERY_MS) {
      keep();
    }
  });

  const startAnew = useCallback(() => {
    kept.forget();
    begin(textKey, NO_TIME, true);
  }, [kept, begin, textKey]);

  return {
    percent,
    reachedEnd,
    hurried: reachedEnd && inHaste,
    times: () => current.current && timesOf(current.current.text, clock.spent()),
    startAnew,
    finish: () => {
      clockKey.current = null;
      kept.forget();
    },
  };
}
