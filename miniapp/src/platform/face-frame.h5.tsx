import type { ComponentType } from 'react';
import type { FaceFrameProps } from './face-frame-props';

/** A browser goes to the vendor's page itself: inside of ours it would have no camera. */
export const FaceFrame: ComponentType<FaceFrameProps> | null = null;
