import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { privacyGate } from '../../platform/privacy-consent';
import type { PrivacyRequest } from '../../platform/privacy-gate';

const { claim, current, release, subscribe } = privacyGate;

/** The question that this page has to show; null when there is none or another page shows it. */
export function usePrivacyRequest(): PrivacyRequest | null {
  const owner = useRef({}).current;
  const shown = useRef(true);
  const request = useSyncExternalStore(subscribe, current, current);

  useDidShow(() => {
    shown.current = true;
    claim(owner);
  });
  useDidHide(() => {
    shown.current = false;
  });
  useEffect(() => {
    if (request && shown.current) {
      claim(owner);
    }
  }, [request, owner]);
  useEffect(() => () => release(owner), [owner]);

  return request?.owner === owner ? request : null;
}
