import { useDidShow } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { type Problem, problemOf } from '../../../../../api/problem';
import { useAction } from '../../../../../features/use-action';
import type { RunningCamera } from '../../../../../platform/card-camera-props';
import { windowSize } from '../../../../../platform/window-size';
import { frameIn, partInFrame } from '../../../photo/frame-part';
import { PICTURE_DEVICE } from '../../../photo/picture-device';
import { type PreparedPhoto, preparePhoto } from '../../../photo/prepare-photo';
import type { WantedShot } from '../shot-hand-over';

/** A shot that can be used, or why it cannot. */
export type Shot = { readonly path: string } & (
  | { readonly prepared: PreparedPhoto; readonly problem: null }
  | { readonly prepared: null; readonly problem: Problem }
);

const ENDED = 'ended';

/** The camera once it runs: a shutter that is tapped before waits for it, until the camera has ended. */
function awaitedCamera() {
  let started: (camera: RunningCamera) => void = () => undefined;
  let end: () => void = () => undefined;
  const running = new Promise<RunningCamera>((resolve) => {
    started = resolve;
  });
  const ended = new Promise<typeof ENDED>((resolve) => {
    end = () => resolve(ENDED);
  });
  const take = () => Promise.race([running.then((camera) => camera.take()), ended]);
  return { started, end, take };
}

/** State of the camera: frame, torch, the shot that was taken. */
export function useCardShot(onFailed: () => void, { purpose, advice }: WantedShot) {
  const camera = useRef(awaitedCamera());
  const [isReady, setReady] = useState(false);
  const [isStopped, setStopped] = useState(false);
  // Each camera that is put in the place of one that has stopped is another one.
  const [round, setRound] = useState(0);
  const [torch, setTorch] = useState(false);
  const [shot, setShot] = useState<Shot | null>(null);
  const view = windowSize();
  const frame = frameIn(view);

  const restart = () => {
    camera.current.end();
    camera.current = awaitedCamera();
    setReady(false);
    setStopped(false);
    setRound((before) => before + 1);
  };
  useDidShow(() => {
    if (isStopped) {
      restart();
    }
  });

  const take = useAction(async () => {
    const whole = await camera.current.take().catch(() => null);
    // The page says that it has stopped, and what to do.
    if (whole === ENDED) {
      return;
    }
    if (!whole) {
      onFailed();
      return;
    }
    const inFrame = {
      purpose,
      advice,
      frame: (size: Parameters<typeof partInFrame>[0]) => partInFrame(size, view, frame),
    };
    try {
      const prepared = await preparePhoto(whole, inFrame, PICTURE_DEVICE);
      setShot({ path: prepared.photo.path, prepared, problem: null });
    } catch (error) {
      setShot({ path: whole.path, prepared: null, problem: problemOf(error) });
    }
  });

  return {
    ...{ frame, isReady, isStopped, round, torch, shot, take, restart },
    ready: (running: RunningCamera) => {
      camera.current.started(running);
      setReady(true);
    },
    stopped: () => {
      camera.current.end();
      setStopped(true);
    },
    turnTorch: () => setTorch((on) => !on),
    again: () => {
      setShot(null);
      restart();
    },
  };
}
