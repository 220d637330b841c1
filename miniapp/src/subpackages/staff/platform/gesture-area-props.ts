import type { ReactNode } from 'react';
import type { Point } from '../../../components/picture-box';

/** A finger, pen or mouse on its way over an area: where it went down and where it is. */
export interface Gesture {
  readonly from: Point;
  readonly to: Point;
}

export interface GestureAreaProps {
  /** Unique on the page. */
  readonly id: string;
  readonly className: string;
  readonly label: string;
  readonly onMove: (gesture: Gesture) => void;
  readonly onEnd: (gesture: Gesture) => void;
  /** It was taken away by something else: nothing is to come of it. */
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}
