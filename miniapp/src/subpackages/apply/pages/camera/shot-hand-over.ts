import type { FilePurpose, PhotoAdvice } from '@acceptance/shared';
import type { PickedPhoto } from '../../../../platform/chosen-photo';
import type { PreparedPhoto } from '../../photo/prepare-photo';

/** A photo that is there already, to be looked at in place of the camera. */
export interface PhotoToSee {
  readonly picked: PickedPhoto;
  /** What came of it; null of one that is stored, which stays unless something else is handed over. */
  readonly prepared: PreparedPhoto | null;
}

/** What came of the page. `closed`: Back, or a reload of the page; `camera`, `album`: another photo, please. */
export type HandedShot =
  | { readonly kind: 'photo'; readonly prepared: PreparedPhoto }
  | { readonly kind: 'camera' | 'album' | 'failed' | 'closed' };

/** What the page that opens the camera wants of it. */
export interface WantedShot {
  readonly purpose: FilePurpose;
  /** The measures of the project that the photo is for; undefined: ours. */
  readonly advice: PhotoAdvice | undefined;
  readonly toSee?: PhotoToSee;
}

interface Waiting {
  readonly resolve: (shot: HandedShot) => void;
  readonly wanted: WantedShot;
}

let waiting: Waiting | null = null;

/** Waits for what the camera's page hands over; who waited before gets nothing any more. */
export function awaitShot(wanted: WantedShot): Promise<HandedShot> {
  handOver({ kind: 'closed' });
  return new Promise((resolve) => {
    waiting = { resolve, wanted };
  });
}

/** What is waited for; null when nobody waits, as after a reload of the camera's page. */
export const wantedShot = (): WantedShot | null => waiting?.wanted ?? null;

/** Hands over to the page that waits; only the first counts. */
export function handOver(shot: HandedShot): void {
  const awaited = waiting;
  waiting = null;
  awaited?.resolve(shot);
}
