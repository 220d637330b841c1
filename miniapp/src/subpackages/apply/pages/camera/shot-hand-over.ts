import type { ChosenPhoto } from '../../../../platform/chosen-photo';

/** What came of the camera. `closed`: Back, or a reload of the camera's page. */
export interface HandedShot {
  readonly kind: 'photo' | 'album' | 'failed' | 'closed';
  readonly photo?: ChosenPhoto;
}

let waiting: ((shot: HandedShot) => void) | null = null;

/** Waits for what the camera's page hands over; who waited before gets nothing any more. */
export function awaitShot(): Promise<HandedShot> {
  handOver({ kind: 'closed' });
  return new Promise((resolve) => {
    waiting = resolve;
  });
}

/** Whether a page waits for a photo; not after a reload of the camera's page. */
export const isAwaited = (): boolean => waiting !== null;

/** Hands over to the page that waits; only the first counts. */
export function handOver(shot: HandedShot): void {
  const resolve = waiting;
  waiting = null;
  resolve?.(shot);
}
