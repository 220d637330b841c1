import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';

/** Calls `poll` every `intervalMs` while `active` and the page is in front; the next wait starts after it has ended. */
export function usePolling(active: boolean, intervalMs: number, poll: () => Promise<unknown>): void {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  const latest = useRef(poll);
  latest.current = poll;

  useEffect(() => {
    if (!active || !shown) {
      return undefined;
    }
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const waitThenPoll = () => {
      timer = setTimeout(async () => {
        // The caller shows its own problems; polling goes on either way.
        await latest.current().catch(() => undefined);
        if (!stopped) {
          waitThenPoll();
        }
      }, intervalMs);
    };
    waitThenPoll();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [active, shown, intervalMs]);
}
