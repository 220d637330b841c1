import type { PropsWithChildren } from 'react';
import './platform/older-engines';
import './platform/browser-style';
import './platform/choose-language';
import './platform/shown-page';
import { useAppLifecycle } from './features/use-app-lifecycle';

export default function App({ children }: PropsWithChildren) {
  useAppLifecycle();
  return children;
}
