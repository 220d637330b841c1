import { type PointerEvent, useRef } from 'react';
import type { Point } from '../../../components/picture-box';
import type { GestureAreaProps } from './gesture-area-props';

const pointOf = (event: PointerEvent<HTMLDivElement>): Point => {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
};

/** Tells how a finger, pen or mouse moves over what it holds; a second finger changes nothing. */
export function GestureArea({ id, className, label, onMove, onEnd, onCancel, children }: GestureAreaProps) {
  const down = useRef<{ readonly pointer: number; readonly from: Point } | null>(null);
  const gestureOf = (event: PointerEvent<HTMLDivElement>) =>
    down.current?.pointer === event.pointerId ? { from: down.current.from, to: pointOf(event) } : null;
  return (
    <div
      id={id}
      className={className}
      role="img"
      aria-label={label}
      style={{ touchAction: 'none' }}
      onPointerDown={(event) => {
        if (down.current === null && event.button === 0) {
          // Keeps the browser from dragging the picture away.
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          down.current = { pointer: event.pointerId, from: pointOf(event) };
        }
      }}
      onPointerMove={(event) => {
        const gesture = gestureOf(event);
        if (gesture) {
          onMove(gesture);
        }
      }}
      onPointerUp={(event) => {
        const gesture = gestureOf(event);
        if (gesture) {
          down.current = null;
          onEnd(gesture);
        }
      }}
      onPointerCancel={(event) => {
        if (gestureOf(event)) {
          down.current = null;
          onCancel();
        }
      }}
    >
      {children}
    </div>
  );
}
