import type { PickedPhoto } from './chosen-photo';
import type { AccessRefusal } from './photo-access';

/** What the camera of a page can do once it runs. */
export interface RunningCamera {
  /** One photo as the sensor gives it, upright. Rejects when the camera fails. */
  take(): Promise<PickedPhoto>;
}

export interface CardCameraProps {
  readonly className: string;
  readonly label: string;
  readonly torch: boolean;
  readonly onReady: (camera: RunningCamera) => void;
  /** The camera does not run: refused meanwhile, taken by another program, broken. */
  readonly onFailed: () => void;
  /** It ran and has ended, as when WeChat went to the background: another one may be put in its place. */
  readonly onStopped: () => void;
}

/** Whether a page may show the camera; a refusal is what `PermissionNotice` explains. */
export type CameraAccess = { readonly given: true } | { readonly given: false; readonly refusal: AccessRefusal };
