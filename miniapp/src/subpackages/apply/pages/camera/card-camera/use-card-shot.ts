import { FILE_RULES, MIN_ID_PHOTO_SHORT_SIDE, type PhotoAdvice } from '@acceptance/shared';
import { useRef, useState } from 'react';
import { useAction } from '../../../../../features/use-action';
import { cutPhoto } from '../../../../../platform/card-camera';
import type { RunningCamera } from '../../../../../platform/card-camera-props';
import type { ChosenPhoto } from '../../../../../platform/chosen-photo';
import { windowSize } from '../../../../../platform/window-size';
import { frameIn, partInFrame } from '../../../photo/frame-part';
import { judgeShot, type ShotVerdict } from '../../../photo/photo-verdict';

export interface Shot {
  readonly photo: ChosenPhoto;
  /** Null where the phone could not look at its own photo. */
  readonly verdict: ShotVerdict | null;
}

const isLargeEnough = ({ size, width, height }: ChosenPhoto): boolean =>
  size >= FILE_RULES['id-card-front'].minBytes && Math.min(width, height) >= MIN_ID_PHOTO_SHORT_SIDE;

/** The camera once it runs: a shutter that is tapped before waits for it. */
function awaitedCamera() {
  let started: (camera: RunningCamera) => void = () => undefined;
  const running = new Promise<RunningCamera>((resolve) => {
    started = resolve;
  });
  return { running, started };
}

/** State of the camera: frame, torch, the shot that was taken. */
export function useCardShot(onFailed: () => void, advice: PhotoAdvice | undefined) {
  const camera = useRef(awaitedCamera());
  const [isReady, setReady] = useState(false);
  const [torch, setTorch] = useState(false);
  const [shot, setShot] = useState<Shot | null>(null);
  const view = windowSize();
  const frame = frameIn(view);

  const take = useAction(async () => {
    const whole = await camera.current.running.then((running) => running.take()).catch(() => null);
    if (!whole) {
      onFailed();
      return;
    }
    const cut = await cutPhoto(whole, partInFrame(whole, view, frame)).catch(() => null);
    // A sensor of few pixels: the whole photo has more of them than the card in it.
    const photo = cut && isLargeEnough(cut.photo) ? cut.photo : whole;
    setShot({ photo, verdict: cut && judgeShot(cut.sample, advice) });
  });

  return {
    ...{ frame, isReady, torch, shot, take },
    ready: (running: RunningCamera) => {
      camera.current.started(running);
      setReady(true);
    },
    turnTorch: () => setTorch((on) => !on),
    again: () => {
      camera.current = awaitedCamera();
      setReady(false);
      setShot(null);
    },
  };
}
