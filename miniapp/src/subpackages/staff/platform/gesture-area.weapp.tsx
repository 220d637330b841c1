import { type BaseEventOrig, type ITouch, type ITouchEvent, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRef } from 'react';
import type { Point } from '../../../components/picture-box';
import type { Gesture, GestureAreaProps } from './gesture-area-props';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const measure = (id: string): Promise<Box | null> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect()
      .exec((results: readonly (Box | null)[]) => resolve(results[0] ?? null));
  });

interface Down {
  readonly finger: number;
  readonly at: ITouch;
  /** Where the area was then; asked for when the finger goes down, for the page may have been turned. */
  readonly box: Promise<Box | null>;
}

/** A view's touch events are declared as events without touches. */
const touchesOf = (event: BaseEventOrig): readonly ITouch[] => (event as ITouchEvent).changedTouches;

const within = ({ clientX, clientY }: ITouch, box: Box): Point => ({
  x: (clientX - box.left) / box.width,
  y: (clientY - box.top) / box.height,
});

/** Tells how a finger moves over what it holds; a second finger changes nothing. */
export function GestureArea({ id, className, label, onMove, onEnd, onCancel, children }: GestureAreaProps) {
  const down = useRef<Down | null>(null);
  const touchOf = (event: BaseEventOrig): ITouch | undefined =>
    touchesOf(event).find(({ identifier }) => identifier === down.current?.finger);
  const tell = async (touch: ITouch, { at, box }: Down, told: (gesture: Gesture) => void) => {
    const measured = await box;
    if (measured && measured.width > 0 && measured.height > 0) {
      told({ from: within(at, measured), to: within(touch, measured) });
    }
  };
  return (
    <View
      id={id}
      className={className}
      role="img"
      ariaLabel={label}
      catchMove
      onTouchStart={(event) => {
        const [touch] = touchesOf(event);
        if (touch && down.current === null) {
          down.current = { finger: touch.identifier, at: touch, box: measure(id) };
        }
      }}
      onTouchMove={(event) => {
        const touch = touchOf(event);
        if (touch && down.current) {
          void tell(touch, down.current, onMove);
        }
      }}
      onTouchEnd={(event) => {
        const touch = touchOf(event);
        if (touch && down.current) {
          const ended = down.current;
          down.current = null;
          void tell(touch, ended, onEnd);
        }
      }}
      onTouchCancel={(event) => {
        if (touchOf(event)) {
          down.current = null;
          onCancel();
        }
      }}
    >
      {children}
    </View>
  );
}
