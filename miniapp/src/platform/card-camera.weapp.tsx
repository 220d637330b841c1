import { Camera } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { answerOf } from './answer-of';
import type { CameraAccess, CardCameraProps, RunningCamera } from './card-camera-props';
import type { PhotoSource, PickedPhoto } from './chosen-photo';
import { ownCopy, sizeOf } from './own-files.weapp';
import { accessRefusalOf } from './photo-access';

/** WeChat shows the camera inside a page, but not on Windows. */
export const hasCardCamera = (): boolean => Taro.getDeviceInfo().platform !== 'windows';

/** What takes the place of a camera in the page: there is none on Windows, only the pictures that are there. */
export const WITHOUT_CARD_CAMERA: PhotoSource = 'album';

export const HAS_TORCH = true;

export async function askForCamera(): Promise<CameraAccess> {
  try {
    await Taro.authorize({ scope: 'scope.camera' });
    return { given: true };
  } catch (failure) {
    return { given: false, refusal: accessRefusalOf(failure) ?? 'permission' };
  }
}

async function photoAt(taken: string): Promise<PickedPhoto> {
  const path = await ownCopy(taken);
  return { path, size: await sizeOf(path), fileName: path.split('/').pop() || 'card.jpg' };
}

const runningCamera: RunningCamera = {
  take: () =>
    answerOf(
      new Promise((resolve, reject) => {
        Taro.createCameraContext().takePhoto({
          quality: 'high',
          success: ({ tempImagePath }) => resolve(photoAt(tempImagePath)),
          fail: reject,
        });
      }),
    ),
};

export function CardCamera({ className, label, torch, onReady, onFailed, onStopped }: CardCameraProps) {
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
      onStop={onStopped}
    />
  );
}
