import { MAX_SIGNATURE_PIXEL_RATIO } from '@acceptance/shared';
import { Canvas, type CanvasTouch, type CanvasTouchEvent } from '@tarojs/components';
import Taro, { useReady, useResize } from '@tarojs/taro';
import { useRef } from 'react';
import type { CanvasPoint, ExportedPng, StrokeCanvasProps, StrokeSurface } from './stroke-canvas-props';

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

/** By the node, not by id: ids are looked up in the page that is on top at that moment. */
async function exportPng(canvas: Taro.Canvas): Promise<ExportedPng> {
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas, fileType: 'png', quality: 1 });
  const size = await new Promise<number>((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath: tempFilePath,
      success: (info) => resolve(info.size),
      fail: reject,
    });
  });
  return { path: tempFilePath, fileName: 'signature.png', size };
}

async function prepareSurface(id: string): Promise<StrokeSurface | null> {
  const fields = await queryCanvas(id);
  if (!fields?.node) {
    return null;
  }
  const { node, width, height } = fields;
  const pixelRatio = Math.min(Taro.getWindowInfo().pixelRatio, MAX_SIGNATURE_PIXEL_RATIO);
  node.width = Math.round(width * pixelRatio);
  node.height = Math.round(height * pixelRatio);
  const context = node.getContext('2d') as unknown as CanvasRenderingContext2D;
  context.scale(pixelRatio, pixelRatio);
  return { context, width, height, pixelRatio, exportPng: () => exportPng(node) };
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
