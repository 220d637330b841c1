import { WebView } from '@tarojs/components';
import type { ComponentType } from 'react';
import type { FaceFrameProps } from './face-frame-props';

/** The vendor's page; WeChat lets it cover the whole page below the title. */
export const FaceFrame: ComponentType<FaceFrameProps> | null = ({ url, onFailed }) => (
  <WebView src={url} onError={onFailed} />
);
