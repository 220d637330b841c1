import { useSyncExternalStore } from 'react';
import { prefersLargeType } from '../platform/font-size-setting';
import { localStorage } from '../platform/storage';

const KEY = 'large-type';
const listeners = new Set<() => void>();
let large: boolean | null = null;

const isLarge = (): boolean => {
  if (large === null) {
    const chosen = localStorage.read(KEY);
    large = typeof chosen === 'boolean' ? chosen : prefersLargeType();
  }
  return large;
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Switches letters to 1.25 times their size on every page; remembered on this device. */
export function setLargeType(value: boolean): void {
  large = value;
  localStorage.write(KEY, value);
  for (const listener of listeners) {
    listener();
  }
}

/** Whether large type is on: as chosen here, before that as in WeChat's own font size. */
export const useLargeType = (): boolean => useSyncExternalStore(subscribe, isLarge, isLarge);
