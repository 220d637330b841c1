import { View } from '@tarojs/components';
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

/** A phone or tablet with a camera that the page may show; at a PC a file is picked instead. */
export const hasCardCamera = (): boolean =>
  Boolean(navigator.mediaDevices?.getUserMedia) && window.matchMedia('(pointer: coarse)').matches;

const CAMERA = { video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } } };

/** Browsers turn the light on by tracks of some phones only. */
export const HAS_TORCH = false;

export async function askForCamera(): Promise<CameraAccess> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(CAMERA);
    for (const track of stream.getTracks()) {
      track.stop();
    }
    return { given: true };
  } catch {
    return { given: false, refusal: 'permission' };
  }
}

const encode = (canvas: HTMLCanvasElement): Promise<ChosenPhoto> =>
  new Promise((resolve, reject) => {
    const done = (blob: Blob | null) => {
      if (!blob) {
        reject(new Error('the photo could not be encoded'));
        return;
      }
      const { width, height } = canvas;
      resolve({ path: URL.createObjectURL(blob), size: blob.size, fileName: 'card.jpg', width, height, blob });
    };
    canvas.toBlob(done, 'image/jpeg', 1);
  });

/** Draws a part of a picture on a canvas of the given size. */
function drawn(source: CanvasImageSource, part: Rectangle, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(source, part.x, part.y, part.width, part.height, 0, 0, width, height);
  return canvas;
}

const cameraOf = (video: HTMLVideoElement): RunningCamera => ({
  take: () => {
    const { videoWidth: width, videoHeight: height } = video;
    return encode(drawn(video, { x: 0, y: 0, width, height }, width, height));
  },
});

export function CardCamera({ className, label, onReady, onFailed }: CardCameraProps) {
  const place = useRef<HTMLElement | null>(null);
  const tell = useRef({ onReady, onFailed });
  useEffect(() => {
    const video = document.createElement('video');
    Object.assign(video, { autoplay: true, muted: true, playsInline: true });
    Object.assign(video.style, { width: '100%', height: '100%', objectFit: 'cover' });
    place.current?.appendChild(video);
    let stream: MediaStream | null = null;
    let left = false;
    navigator.mediaDevices.getUserMedia(CAMERA).then((opened) => {
      stream = opened;
      if (left) {
        for (const track of opened.getTracks()) track.stop();
        return;
      }
      video.srcObject = opened;
      // Before the first frame a photo would be black.
      video.onplaying = () => tell.current.onReady(cameraOf(video));
    }, tell.current.onFailed);
    return () => {
      left = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, []);
  return <View ref={place} className={className} {...{ role: 'img', 'aria-label': label }} />;
}

/** Nothing to put into the page: browsers draw on canvases of their own. */
export const PhotoCanvas = () => null;

const loadImage = (path: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the photo could not be read'));
    image.src = path;
  });

export async function cutPhoto(photo: ChosenPhoto, part: Rectangle): Promise<PhotoPart | null> {
  const image = await loadImage(photo.path);
  const small = { width: SAMPLE_WIDTH, height: Math.max(1, Math.round((SAMPLE_WIDTH * part.height) / part.width)) };
  const context = drawn(image, part, small.width, small.height).getContext('2d');
  if (!context) {
    return null;
  }
  const { data } = context.getImageData(0, 0, small.width, small.height);
  return { photo: await encode(drawn(image, part, part.width, part.height)), sample: { ...small, data } };
}
