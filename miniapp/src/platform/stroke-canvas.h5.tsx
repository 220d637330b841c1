import { MAX_SIGNATURE_PIXEL_RATIO, SIGNATURE_SHEET } from '@acceptance/shared';
import { type PointerEvent, useEffect, useRef } from 'react';
import { pictureError } from '../text/picture-error';
import {
  type CanvasPoint,
  type ExportedPng,
  type StrokeCanvasProps,
  type StrokeSurface,
  sizeStyle,
} from './stroke-canvas-props';

const exportPng = (canvas: HTMLCanvasElement, draw: () => void): Promise<ExportedPng> =>
  new Promise((resolve, reject) => {
    draw();
    canvas.toBlob((blob) => {
      if (blob) {
        resolve({ path: URL.createObjectURL(blob), fileName: 'signature.png', size: blob.size });
      } else {
        reject(pictureError('files.signature_not_written'));
      }
    }, 'image/png');
  });

/** How large the sheet that is sent stands in the page, in CSS pixels. */
export const sheetSize = (): { readonly width: number; readonly height: number } => SIGNATURE_SHEET;

/** Sizes the bitmap to the screen's real pixels; null while the canvas has no room. */
function prepareSurface(canvas: HTMLCanvasElement): StrokeSurface | null {
  const { clientWidth: width, clientHeight: height } = canvas;
  const context = canvas.getContext('2d');
  if (!context || width === 0 || height === 0) {
    return null;
  }
  // A browser's zoom counts in: no ratio is larger than what the server takes of a signature.
  const pixelRatio = Math.min(window.devicePixelRatio || 1, MAX_SIGNATURE_PIXEL_RATIO);
  canvas.width = Math.round(width * pixelRatio);
  canvas.height = Math.round(height * pixelRatio);
  context.scale(pixelRatio, pixelRatio);
  return { context, width, height, pixelRatio, exportPng: (draw) => exportPng(canvas, draw) };
}

/** A canvas to write on with finger, pen or mouse. */
export function StrokeCanvas(props: StrokeCanvasProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<number | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const canvas = canvasRef.current;
    if (!canvas) {
      return undefined;
    }
    const observer = new ResizeObserver(() => {
      const surface = prepareSurface(canvas);
      if (surface) {
        latest.current.onReady(surface);
      }
    });
    observer.observe(canvas);
    return () => observer.disconnect();
  }, []);

  const pointOf = (event: PointerEvent<HTMLCanvasElement>): CanvasPoint => {
    // Measured at each event: the page slides in and may have scrolled.
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    if (drawing.current === event.pointerId) {
      drawing.current = null;
      props.onStrokeEnd();
    }
  };

  return (
    <canvas
      ref={canvasRef}
      id={props.id}
      className={props.className}
      role="img"
      aria-label={props.label}
      style={{ touchAction: 'none', ...sizeStyle(props.size) }}
      onPointerDown={(event) => {
        if (drawing.current === null) {
          drawing.current = event.pointerId;
          event.currentTarget.setPointerCapture(event.pointerId);
          props.onStrokeStart(pointOf(event));
        }
      }}
      onPointerMove={(event) => {
        if (drawing.current === event.pointerId) {
          props.onStrokeMove(pointOf(event));
        }
      }}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
