import { useRef, useState } from 'react';
import type { CanvasPoint, StrokeSurface } from '../../platform/stroke-canvas-props';
import { drawEnd, drawNewest, drawStrokes } from './draw-ink';
import { createStrokeBook } from './stroke-book';
import { boundsOf, judgeSignature, nibFor, type SignatureVerdict, type Stroke } from './stroke-geometry';
import {
  refitStrokes,
  screenTransform,
  toWriting,
  transformOntoSheet,
  type WritingArea,
  writingAreaOf,
} from './writing-area';

/** Around the ink on the sheet that is sent, in CSS pixels. */
const SHEET_MARGIN = 16;

export interface Ink {
  /** Handlers of the canvas that is written on. */
  readonly canvas: {
    readonly onReady: (surface: StrokeSurface) => void;
    readonly onStrokeStart: (point: CanvasPoint) => void;
    readonly onStrokeMove: (point: CanvasPoint) => void;
    readonly onStrokeEnd: () => void;
  };
  readonly isEmpty: boolean;
  readonly undo: () => void;
  readonly clear: () => void;
  readonly judge: () => SignatureVerdict;
  readonly strokes: () => readonly Stroke[];
  /** Draws the ink, upright and alone, on the sheet that is exported. */
  readonly drawOnto: (sheet: StrokeSurface) => void;
}

/** Writing on a canvas: keeps the points, draws as they come, draws again when the canvas changes. */
export function useInk(onWrite: () => void, now: () => number = Date.now): Ink {
  const [book] = useState(createStrokeBook);
  const surface = useRef<StrokeSurface | null>(null);
  const area = useRef<WritingArea>({ turned: 'upright', width: 1, height: 1 });
  const [isEmpty, setEmpty] = useState(true);

  const nib = () => nibFor(area.current.height);
  const redraw = () => {
    const { current } = surface;
    if (current) {
      current.context.clearRect(0, 0, current.width, current.height);
      drawStrokes(current.context, book.strokes(), nib(), screenTransform(area.current));
    }
    setEmpty(book.strokes().length === 0);
  };
  const pointAt = (point: CanvasPoint) => ({ ...toWriting(point, area.current), at: now() });

  return {
    canvas: {
      onReady(ready) {
        const next = writingAreaOf(ready);
        if (surface.current) {
          book.replace(refitStrokes(book.strokes(), area.current, next));
        }
        surface.current = ready;
        area.current = next;
        redraw();
      },
      onStrokeStart(point) {
        book.begin(pointAt(point));
        setEmpty(false);
        onWrite();
      },
      onStrokeMove(point) {
        const stroke = book.extend(pointAt(point));
        if (stroke && surface.current) {
          drawNewest(surface.current.context, stroke, nib(), screenTransform(area.current));
        }
      },
      onStrokeEnd() {
        const stroke = book.end();
        if (stroke && surface.current) {
          drawEnd(surface.current.context, stroke, nib(), screenTransform(area.current));
        }
      },
    },
    isEmpty,
    undo() {
      book.undo();
      redraw();
    },
    clear() {
      book.clear();
      redraw();
    },
    judge: () => judgeSignature(book.strokes(), area.current),
    strokes: book.strokes,
    drawOnto(sheet) {
      const bounds = boundsOf(book.strokes());
      sheet.context.clearRect(0, 0, sheet.width, sheet.height);
      if (bounds) {
        drawStrokes(sheet.context, book.strokes(), nib(), transformOntoSheet(bounds, sheet, SHEET_MARGIN));
      }
    },
  };
}
