import type { FaceFailure } from '@acceptance/shared';

/** A check of somebody's face against the photo that the police have on record, done on a page of the vendor's. */
export interface StartedFaceCheck {
  /** Names the check at the vendor; whoever has it can ask for the result, so it stays with us. */
  readonly bizToken: string;
  /** The page that the person opens. */
  readonly url: string;
  /** How long it can be done. */
  readonly livesSeconds: number;
}

/**
 * `passed`: a living face like the one on record of the person named, who must be the person who was asked about.
 * `not-done`: begun, or not even that. `expired`: the vendor does not know it any more.
 */
export type FaceResult =
  | { readonly outcome: 'passed'; readonly name: string; readonly idNumber: string }
  | { readonly outcome: 'failed'; readonly failure: FaceFailure }
  | { readonly outcome: 'not-done' }
  | { readonly outcome: 'expired' };

export interface FaceChecker {
  /** @throws PortError when none was begun; nothing is charged for it */
  start(person: { readonly name: string; readonly idNumber: string }): Promise<StartedFaceCheck>;
  /** Asks the vendor; may be repeated. Never fetches a picture. @throws PortError when there is no answer */
  readResult(bizToken: string): Promise<FaceResult>;
}
