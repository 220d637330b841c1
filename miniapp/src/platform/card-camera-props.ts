import type { ChosenPhoto } from './chosen-photo';
import type { AccessRefusal } from './photo-access';

/** What the camera of a page can do once it runs. */
export interface RunningCamera {
  /** One photo as the sensor gives it, upright. Rejects when the camera fails. */
  take(): Promise<ChosenPhoto>;
}

export interface CardCameraProps {
  readonly className: string;
  readonly label: string;
  readonly torch: boolean;
  readonly onReady: (camera: RunningCamera) => void;
  /** The camera does not run: refused meanwhile, taken by another program, broken. */
  readonly onFailed: () => void;
}

/** Whether a page may show the camera; a refusal is what `PermissionNotice` explains. */
export type CameraAccess = { readonly given: true } | { readonly given: false; readonly refusal: AccessRefusal };

/** A part of a photo, and how it looks in small, for a judgement. */
export interface PhotoPart {
  readonly photo: ChosenPhoto;
  readonly sample: { readonly width: number; readonly height: number; readonly data: ArrayLike<number> };
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width of the sample that judgements are made on. */
export const SAMPLE_WIDTH = 320;
