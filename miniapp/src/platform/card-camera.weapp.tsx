import { Camera, Canvas } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import {
  type CameraAccess,
  type CardCameraProps,
  type PhotoPart,
  type Rectangle,
  type RunningCamera,
  SAMPLE_WIDTH,
} from './card-camera-props';
import type { ChosenPhoto } from './chosen-photo';
import { accessRefusalOf } from './photo-access';

/** WeChat shows the camera inside a page; a browser on a PC has none worth photographing a card with. */
export const hasCardCamera = (): boolean => true;

export const HAS_TORCH = true;

export async function askForCamera(): Promise<CameraAccess> {
  try {
    await Taro.authorize({ scope: 'scope.camera' });
    return { given: true };
  } catch (failure) {
    return { given: false, refusal: accessRefusalOf(failure) ?? 'permission' };
  }
}

const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject });
  });

async function photoAt(path: string): Promise<ChosenPhoto> {
  const [size, { width, height }] = await Promise.all([sizeOf(path), Taro.getImageInfo({ src: path })]);
  return { path, size, width, height, fileName: path.split('/').pop() || 'card.jpg' };
}

const runningCamera: RunningCamera = {
  take: () =>
    new Promise((resolve, reject) => {
      Taro.createCameraContext().takePhoto({
        quality: 'high',
        success: ({ tempImagePath }) => resolve(photoAt(tempImagePath)),
        fail: reject,
      });
    }),
};

export function CardCamera({ className, label, torch, onReady, onFailed }: CardCameraProps) {
  // One camera a page: the context is there from the start, taking a photo waits for the sensor.
  const ready = useRef(onReady);
  useEffect(() => ready.current(runningCamera), []);
  return (
    <Camera
      className={className}
      devicePosition="back"
      flash={torch ? 'torch' : 'off'}
      {...{ resolution: 'high', 'aria-label': label }}
      onError={onFailed}
      onStop={onFailed}
    />
  );
}

const CANVAS_ID = 'card-photo-canvas';

/** Off the screen; `cutPhoto` draws on it. */
export const PhotoCanvas = () => (
  <Canvas id={CANVAS_ID} canvasId={CANVAS_ID} type="2d" className="photo-canvas" {...{ 'aria-hidden': true }} />
);

const canvasNode = (): Promise<Taro.Canvas | null> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${CANVAS_ID}`)
      .fields({ node: true })
      .exec((found: readonly ({ node: Taro.Canvas } | null)[]) => resolve(found[0]?.node ?? null));
  });

const loadImage = (node: Taro.Canvas, path: string): Promise<Taro.Image> =>
  new Promise((resolve, reject) => {
    const image = node.createImage();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the photo could not be read'));
    image.src = path;
  });

/** The part as a JPEG of its own with a small sample of it; null where the phone cannot do it. */
export async function cutPhoto(photo: ChosenPhoto, part: Rectangle): Promise<PhotoPart | null> {
  const node = await canvasNode();
  if (!node) {
    return null;
  }
  const image = await loadImage(node, photo.path);
  const draw = (width: number, height: number) => {
    node.width = width;
    node.height = height;
    const context = node.getContext('2d') as unknown as CanvasRenderingContext2D;
    const source = image as unknown as CanvasImageSource;
    context.drawImage(source, part.x, part.y, part.width, part.height, 0, 0, width, height);
    return context;
  };
  draw(part.width, part.height);
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: node, fileType: 'jpg', quality: 1 });
  const small = { width: SAMPLE_WIDTH, height: Math.max(1, Math.round((SAMPLE_WIDTH * part.height) / part.width)) };
  const { data } = draw(small.width, small.height).getImageData(0, 0, small.width, small.height);
  return { photo: await photoAt(tempFilePath), sample: { ...small, data } };
}
