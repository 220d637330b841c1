import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { listenToKeys } from '../platform/keyboard';
import type { KeyPress } from '../review/review-keys';

/** Keys while the page is in front; `onKey` tells whether it used the key. */
export function useKeys(onKey: (press: KeyPress) => boolean): void {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => (shown ? listenToKeys((press) => latest.current(press)) : undefined), [shown]);
}
