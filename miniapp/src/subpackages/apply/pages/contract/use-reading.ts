import { useDidHide, useDidShow, usePageScroll } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { singleFlight } from '../../../../features/single-flight';
import { usePolling } from '../../../../features/use-polling';
import { scrollToTop } from '../../order-flow/scroll-to-top';
import { measureText } from './measure-text';
import { readPercent } from './reading-progress';
import { createStopwatch } from './stopwatch';

/** Scrolling is measured as it happens; this catches short texts, turned phones and larger type. */
const CHECK_INTERVAL_MS = 500;

export interface Reading {
  /** The furthest point reached, 0–100. */
  readonly percent: number;
  readonly reachedEnd: boolean;
  /** The end came sooner than one can read; not any more once the time has passed. */
  readonly hurried: boolean;
  /** Seconds with the text in front. */
  readonly seconds: () => number;
}

/**
 * Follows the reading of a text. `textKey` names the text (null: not there yet); another text starts anew. `leastSeconds`:
 * what reading it takes at least.
 */
export function useReading(textKey: string | null, leastSeconds: number): Reading {
  const [percent, setPercent] = useState(0);
  const [tookTime, setTookTime] = useState(false);
  const [watch] = useState(() => createStopwatch());
  const reading = textKey !== null;
  const reachedEnd = percent === 100;

  // A new text in place of one that was read is read from its beginning: until the page is up there, nothing counts.
  const atBeginning = useRef(true);
  const currentKey = useRef(textKey);
  currentKey.current = textKey;
  const measure = useRef(
    singleFlight(async () => {
      const key = currentKey.current;
      const counts = atBeginning.current;
      const place = await measureText();
      if (place && key !== null && key === currentKey.current && counts) {
        setPercent((before) => Math.max(before, readPercent(place)));
      }
    }),
  ).current;

  const keyBefore = useRef<string | null>(null);
  useEffect(() => {
    const replacesText = keyBefore.current !== null && textKey !== null;
    keyBefore.current = textKey;
    setPercent(0);
    setTookTime(false);
    watch.stop();
    watch.reset();
    if (textKey !== null) {
      watch.start();
    }
    if (replacesText) {
      atBeginning.current = false;
      void scrollToTop().then(() => {
        atBeginning.current = true;
      });
    }
  }, [textKey, watch]);

  useDidHide(watch.stop);
  useDidShow(() => {
    if (reading) {
      watch.start();
    }
  });
  usePageScroll(() => {
    if (reading && !reachedEnd) {
      void measure();
    }
  });
  usePolling(reading && !(reachedEnd && tookTime), CHECK_INTERVAL_MS, async () => {
    setTookTime(watch.seconds() >= leastSeconds);
    await measure();
  });

  return { percent, reachedEnd, hurried: reachedEnd && !tookTime, seconds: watch.seconds };
}
