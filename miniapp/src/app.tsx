import type { PropsWithChildren } from 'react';
import './platform/older-engines';
import './platform/browser-style';
import './platform/choose-language';
import { useAppLifecycle } from './features/use-app-lifecycle';

export default function App({ children }: PropsWithChildren) {
  useAppLifecycle();
  return children;
}
