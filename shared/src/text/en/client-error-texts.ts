import type { ClientErrorCode } from '../../errors/client-errors';
import { type ErrorText, text } from './error-text';

/** English beside `CLIENT_ERRORS`. */
export const CLIENT_ERROR_TEXTS_EN: Readonly<Record<ClientErrorCode, ErrorText>> = {
  'request.conflict': text('This was just changed somewhere else', 'Please refresh and try again'),
  'request.too_large': text('What you sent is too large', 'Please make it smaller and try again'),
  'server.unexpected': text(
    'Something went wrong on our side; your last action may not have completed',
    'Please try again later; if it still fails, give the request number to customer service',
  ),
  'server.unavailable': text('The service is being restored', 'Please try again later; everything you entered is kept'),
  'auth.required': text('Please sign in first', 'You will return here after signing in'),
  'auth.session_expired': text('You have been signed out', 'Please sign in again; everything you entered is kept'),
  'auth.origin_refused': text(
    'You cannot sign in by certificate at this address',
    'Please open the page at the address that we have published, or take another way',
  ),
  'orders.changed_elsewhere': text(
    'The same entry has just been changed on another device or in another window',
    'Please compare both and choose which one to keep; everything else is kept',
  ),
  'identity_checks.name_picture_needed': text(
    'The contract cannot print this name: a picture of it is missing',
    'Please cut the name out of the photo of the document, upload it, look at it and confirm then',
  ),
};
