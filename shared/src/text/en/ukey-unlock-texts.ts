import type { UkeyUnlockState } from '../../schemas/ukey-unlock';
import { text } from './error-text';

/** English beside `UKEY_UNLOCK_STATE_LABELS`. */
export const UKEY_UNLOCK_STATE_LABELS_EN: Record<UkeyUnlockState, string> = {
  waiting: 'Waiting for you to bring the UKey',
  done: 'Unlocked',
  cancelled: 'Cancelled',
  expired: 'Expired',
};

/** What is said of new PINs for UKeys. */
export const UKEY_UNLOCK_ERROR_TEXTS_EN = {
  'ukey_unlocks.not_found': text('There is no such request', 'Please refresh the list and try again'),
  'ukey_unlocks.not_in_ukey': text(
    'This certificate is in no UKey, so there is no PIN to unlock',
    'Only you know the password of a software certificate; if you have forgotten it, please apply for a replacement',
  ),
  'ukey_unlocks.certificate_not_valid': text(
    'The certificate is on hold, revoked or expired: its UKey cannot be unlocked',
    'Please apply for a renewal or a replacement if you still need it',
  ),
  'ukey_unlocks.over': text('This request is over', 'Please refresh and look again'),
  'ukey_unlocks.document_not_compared': text(
    'You have not compared the document of the holder yet',
    'Please compare it face to face before you go on',
  ),
  'ukey_unlocks.not_proved': text(
    'The signature of the UKey does not fit the certificate, so it is not sure that it is unlocked',
    'Please make sure that it is the UKey of this certificate and try again',
  ),
};
