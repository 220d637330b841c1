import { useDidShow } from '@tarojs/taro';
import { useEffect, useSyncExternalStore } from 'react';
import { usePolling } from '../../../features/use-polling';
import { type DeskState, deskState } from './desk-state';

/** The desk stays open all day. */
const REFRESH_MS = 60_000;

/** Who is at the desk and what waits there, as far as it is known. */
export const useDeskState = (): DeskState =>
  useSyncExternalStore(deskState.subscribe, deskState.current, deskState.current);

/** Reads it anew when a page is entered or shown again, and every minute; for the frame of the page. */
export function useFreshDeskState(): DeskState {
  useEffect(() => void deskState.refresh(), []);
  useDidShow(() => void deskState.refresh());
  usePolling(true, REFRESH_MS, deskState.refresh);
  return useDeskState();
}
