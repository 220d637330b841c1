import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import type { CameraAccess, CardCameraProps, RunningCamera } from './card-camera-props';
import type { PhotoSource, PickedPhoto } from './chosen-photo';

/** A phone or tablet with a camera that the page may show; at a PC a file is picked instead. */
export const hasCardCamera = (): boolean =>
  Boolean(navigator.mediaDevices?.getUserMedia) && window.matchMedia('(pointer: coarse)').matches;

/** What takes the place of a camera in the page: browsers on phones open the system's own, on PCs a list of files. */
export const WITHOUT_CARD_CAMERA: PhotoSource = 'camera';

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

const encode = (canvas: HTMLCanvasElement): Promise<PickedPhoto> =>
  new Promise((resolve, reject) => {
    const done = (blob: Blob | null) => {
      if (!blob) {
        reject(new Error('the photo could not be encoded'));
        return;
      }
      resolve({ path: URL.createObjectURL(blob), size: blob.size, fileName: 'card.jpg', blob });
    };
    canvas.toBlob(done, 'image/jpeg', 1);
  });

/** What the camera shows now. */
function still(video: HTMLVideoElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return canvas;
}

const cameraOf = (video: HTMLVideoElement): RunningCamera => ({
  take: () => encode(still(video)),
});

export function CardCamera({ className, label, onReady, onFailed, onStopped }: CardCameraProps) {
  const place = useRef<HTMLElement | null>(null);
  const tell = useRef({ onReady, onFailed, onStopped });
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
      for (const track of opened.getTracks()) track.onended = () => tell.current.onStopped();
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
