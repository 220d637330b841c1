import type { InkPoint, Stroke } from './stroke-geometry';

/** All strokes written so far, the last one growing while the pen is down. */
export interface StrokeBook {
  strokes(): readonly Stroke[];
  begin(point: InkPoint): Stroke;
  /** Null when no pen is down or the point repeats the last one. */
  extend(point: InkPoint): Stroke | null;
  end(): Stroke | null;
  /** Takes the last stroke back. */
  undo(): void;
  clear(): void;
  /** Replaces every point, e.g. after the screen was rotated. */
  replace(strokes: readonly Stroke[]): void;
}

export function createStrokeBook(): StrokeBook {
  let strokes: InkPoint[][] = [];
  let isDown = false;
  const last = (): InkPoint[] | undefined => strokes[strokes.length - 1];
  return {
    strokes: () => strokes,
    begin(point) {
      const stroke = [point];
      strokes.push(stroke);
      isDown = true;
      return stroke;
    },
    extend(point) {
      const stroke = last();
      const before = stroke?.[stroke.length - 1];
      if (!isDown || !stroke || (before?.x === point.x && before.y === point.y)) {
        return null;
      }
      stroke.push(point);
      return stroke;
    },
    end() {
      const stroke = isDown ? last() : undefined;
      isDown = false;
      return stroke ?? null;
    },
    undo() {
      isDown = false;
      strokes = strokes.slice(0, -1);
    },
    clear() {
      isDown = false;
      strokes = [];
    },
    replace(others) {
      strokes = others.map((stroke) => [...stroke]);
    },
  };
}
