import { text } from './error-text';

/** What is said of messages to applicants. */
export const NOTICE_ERROR_TEXTS_EN = {
  'notices.not_found': text('There is no such message', 'Please refresh the messages of this application'),
  'notices.arrived': text('This message has arrived', 'It need not be sent again; please refresh'),
  'notices.too_many': text('This message was sent again {count} times already', 'Please call the applicant'),
  'notices.unavailable': text('The operator does not answer, nothing was sent', 'Please try later, or call'),
};
