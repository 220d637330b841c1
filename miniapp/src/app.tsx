import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import './platform/browser-style';
import { startKeyboardActivation } from './platform/keyboard';

export default function App({ children }: PropsWithChildren) {
  useLaunch(startKeyboardActivation);
  return children;
}
