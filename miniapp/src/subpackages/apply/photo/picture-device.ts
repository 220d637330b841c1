import { openPicture } from '../../../platform/photo-canvas';
import { readHead } from '../../../platform/read-head';
import type { PictureDevice } from './prepare-photo';

/** This phone, or this browser. */
export const PICTURE_DEVICE: PictureDevice = { readHead, openPicture };
