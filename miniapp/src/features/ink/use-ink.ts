import { useRef, useState } from 'react';
import type { CanvasPoint, ExportedPng, StrokeSurface } from '../../platform/stroke-canvas-props';
import { pictureError } from '../../text/picture-error';
import { drawEnd, drawNewest, drawStrokes } from './draw-ink';
import { inkOf } from './kept-ink';
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
  /** The ink, upright and alone, on the sheet; null: there is none yet. @throws ApiError files.signature_not_written */
  readonly writeOn: (sheet: StrokeSurface | null) => Promise<ExportedPng>;
}

/** Of a canvas that has no size yet. */
const NO_AREA: WritingArea = { turned: 'upright', width: 1, height: 1 };

interface InkOptions {
  /** Whose ink it is, kept when the page is left; null: nobody's. */
  readonly owner: string | null;
  readonly onWrite: () => void;
}

/** Writing on a canvas: keeps the points, draws as they come, draws again when the canvas changes. */
export function useInk({ owner, onWrite }: InkOptions): Ink {
  const [ink] = useState(() => inkOf(owner));
  const { book } = ink;
  const surface = useRef<StrokeSurface | null>(null);
  const [isEmpty, setEmpty] = useState(true);

  const area = () => ink.area ?? NO_AREA;
  const nib = () => nibFor(area().height);
  const redraw = () => {
    const { current } = surface;
    if (current) {
      current.context.clearRect(0, 0, current.width, current.height);
      drawStrokes(current.context, book.strokes(), nib(), screenTransform(area()));
    }
    setEmpty(book.strokes().length === 0);
  };
  const pointAt = (point: CanvasPoint) => ({ ...toWriting(point, area()), at: Date.now() });

  return {
    canvas: {
      onReady(ready) {
        const next = writingAreaOf(ready);
        if (ink.area) {
          book.replace(refitStrokes(book.strokes(), ink.area, next));
        }
        surface.current = ready;
        ink.area = next;
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
          drawNewest(surface.current.context, stroke, nib(), screenTransform(area()));
        }
      },
      onStrokeEnd() {
        const stroke = book.end();
        if (stroke && surface.current) {
          drawEnd(surface.current.context, stroke, nib(), screenTransform(area()));
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
    judge: () => judgeSignature(book.strokes(), area()),
    strokes: book.strokes,
    async writeOn(sheet) {
      const bounds = boundsOf(book.strokes());
      if (!sheet || !bounds) {
        throw pictureError('files.signature_not_written');
      }
      return sheet.exportPng(() => {
        sheet.context.clearRect(0, 0, sheet.width, sheet.height);
        drawStrokes(sheet.context, book.strokes(), nib(), transformOntoSheet(bounds, sheet, SHEET_MARGIN));
      });
    },
  };
}
