import { useSyncExternalStore } from 'react';
import { WIDE_FROM_PX } from './wide-from';

const query = () => window.matchMedia(`(min-width: ${WIDE_FROM_PX}px)`);

const subscribe = (listener: () => void) => {
  const list = query();
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
};
const isWide = (): boolean => query().matches;

/** Whether queue and order fit side by side; follows the window. */
export const useWideScreen = (): boolean => useSyncExternalStore(subscribe, isWide, isWide);
