import { SIGNATURE_SHEET } from '@acceptance/shared';
import { Canvas, type CanvasTouch, type CanvasTouchEvent } from '@tarojs/components';
import Taro, { useReady, useResize } from '@tarojs/taro';
import { useRef } from 'react';
import { MOST_CANVAS_SIDE, pixelRatio } from './canvas-export.weapp';
import { exportPng } from './export-png.weapp';
import { type CanvasPoint, type StrokeCanvasProps, type StrokeSurface, sizeStyle } from './stroke-canvas-props';

interface CanvasFields {
  readonly node: Taro.Canvas;
  readonly width: number;
  readonly height: number;
}

const queryCanvas = (id: string): Promise<CanvasFields | null> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      // The page may have been left meanwhile: then there is no such node.
      .exec((results: readonly (CanvasFields | null)[]) => resolve(results[0] ?? null));
  });

/** Pixels of the sheet's bitmap to each of its own: the same on every phone, and within what a canvas may have. */
const SHEET_PIXELS = 2;

/**
 * How large the sheet that is sent stands in the page: the finer the screen, the smaller, so that its bitmap is the same and the
 * canvas as large as that by the pixel ratio, as exports need it.
 */
export function sheetSize(): { readonly width: number; readonly height: number } {
  const share = SHEET_PIXELS / pixelRatio();
  return { width: SIGNATURE_SHEET.width * share, height: SIGNATURE_SHEET.height * share };
}

async function prepareSurface(id: string): Promise<StrokeSurface | null> {
  const fields = await queryCanvas(id);
  if (!fields?.node) {
    return null;
  }
  const { node, width, height } = fields;
  // The paper of a large or fine screen is drawn a little coarser: its bitmap would have more pixels than a canvas may.
  const ratio = Math.min(pixelRatio(), MOST_CANVAS_SIDE / Math.max(width, height));
  node.width = Math.round(width * ratio);
  node.height = Math.round(height * ratio);
  const context = node.getContext('2d') as unknown as CanvasRenderingContext2D;
  context.scale(ratio, ratio);
  return { context, width, height, pixelRatio: ratio, exportPng: (draw) => exportPng(node, draw) };
}

const pointOf = ({ x, y }: CanvasTouch): CanvasPoint => ({ x, y });

export function StrokeCanvas(props: StrokeCanvasProps) {
  const finger = useRef<number | null>(null);

  const prepare = async () => {
    const surface = await prepareSurface(props.id);
    if (surface) {
      props.onReady(surface);
    }
  };
  useReady(prepare);
  useResize(prepare);

  const touchOf = (event: CanvasTouchEvent): CanvasTouch | undefined =>
    event.changedTouches.find((touch) => touch.identifier === finger.current);
  const end = (event: CanvasTouchEvent) => {
    if (touchOf(event)) {
      finger.current = null;
      props.onStrokeEnd();
    }
  };

  return (
    <Canvas
      id={props.id}
      canvasId={props.id}
      type="2d"
      className={props.className}
      style={sizeStyle(props.size)}
      {...{ 'aria-label': props.label }}
      disableScroll
      onTouchStart={(event) => {
        const [touch] = event.changedTouches;
        if (touch && finger.current === null) {
          finger.current = touch.identifier;
          props.onStrokeStart(pointOf(touch));
        }
      }}
      onTouchMove={(event) => {
        const touch = touchOf(event);
        if (touch) {
          props.onStrokeMove(pointOf(touch));
        }
      }}
      onTouchEnd={end}
      onTouchCancel={end}
    />
  );
}
