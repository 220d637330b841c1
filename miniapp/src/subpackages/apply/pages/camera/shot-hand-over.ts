import type { PhotoAdvice } from '@acceptance/shared';
import type { ChosenPhoto } from '../../../../platform/chosen-photo';

/** What came of the camera. `closed`: Back, or a reload of the camera's page. */
export interface HandedShot {
  readonly kind: 'photo' | 'album' | 'failed' | 'closed';
  readonly photo?: ChosenPhoto;
}

interface Waiting {
  readonly resolve: (shot: HandedShot) => void;
  readonly advice: PhotoAdvice | undefined;
}

let waiting: Waiting | null = null;

/** Waits for what the camera's page hands over, which advises by the project's measures; who waited before gets nothing any more. */
export function awaitShot(advice?: PhotoAdvice): Promise<HandedShot> {
  handOver({ kind: 'closed' });
  return new Promise((resolve) => {
    waiting = { resolve, advice };
  });
}

/** The measures of the project that the photo is for; undefined: the phone's own. */
export const awaitedAdvice = (): PhotoAdvice | undefined => waiting?.advice;

/** Whether a page waits for a photo; not after a reload of the camera's page. */
export const isAwaited = (): boolean => waiting !== null;

/** Hands over to the page that waits; only the first counts. */
export function handOver(shot: HandedShot): void {
  const awaited = waiting;
  waiting = null;
  awaited?.resolve(shot);
}
