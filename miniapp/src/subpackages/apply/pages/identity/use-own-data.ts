import { endpoints, type OwnIdentity } from '@acceptance/shared';
import { useDidHide } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';

/** One's own data in full: asked for on purpose only, every look is recorded, and gone when the page is left. */
export function useOwnData() {
  const [own, setOwn] = useState<OwnIdentity | null>(null);
  const toggle = useAction(async () => setOwn(own ? null : await call(endpoints.identity.showOwn)));
  useDidHide(() => setOwn(null));
  return { own, toggle };
}
