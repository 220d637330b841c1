import type { Bounds, Stroke } from './stroke-geometry';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * How the person writes on a canvas: `sideways` on a canvas that is taller than wide — the phone is turned to the left,
 * so that writing runs from the canvas's top to its bottom; `upright` on a wide one.
 */
export interface WritingArea extends Size {
  readonly turned: 'sideways' | 'upright';
}

/** The writing area of a canvas; its width runs along the line of writing. */
export const writingAreaOf = (canvas: Size): WritingArea =>
  canvas.height > canvas.width
    ? { turned: 'sideways', width: canvas.height, height: canvas.width }
    : { turned: 'upright', width: canvas.width, height: canvas.height };

/** A point of the canvas in writing coordinates: x along the line, y down from it. */
export const toWriting = (point: { readonly x: number; readonly y: number }, area: WritingArea) =>
  area.turned === 'sideways' ? { x: point.y, y: area.height - point.x } : { x: point.x, y: point.y };

/** Arguments of `CanvasRenderingContext2D.transform`. */
export type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** From writing coordinates onto the canvas: the inverse of `toWriting`. */
export const screenTransform = (area: WritingArea): Transform =>
  area.turned === 'sideways' ? [0, 1, -1, 0, area.height, 0] : [1, 0, 0, 1, 0, 0];

/** What was written in one area, moved into another (the screen was rotated): scaled to fit and centred. */
export function refitStrokes(strokes: readonly Stroke[], from: Size, to: Size): Stroke[] {
  const scale = Math.min(to.width / from.width, to.height / from.height);
  const x = (to.width - from.width * scale) / 2;
  const y = (to.height - from.height * scale) / 2;
  return strokes.map((stroke) => stroke.map((point) => ({ ...point, x: point.x * scale + x, y: point.y * scale + y })));
}

/** Puts the ink into the middle of a sheet, as large as it fits but never more than twice as large. */
export function transformOntoSheet(ink: Bounds, sheet: Size, margin: number): Transform {
  const room = { width: sheet.width - 2 * margin, height: sheet.height - 2 * margin };
  const scale = Math.min(2, room.width / Math.max(1, ink.width), room.height / Math.max(1, ink.height));
  const x = (sheet.width - ink.width * scale) / 2 - ink.left * scale;
  const y = (sheet.height - ink.height * scale) / 2 - ink.top * scale;
  return [scale, 0, 0, scale, x, y];
}
