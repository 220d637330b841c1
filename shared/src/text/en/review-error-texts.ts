import { text } from './error-text';

/** What is said of reviews. */
export const REVIEW_ERROR_TEXTS_EN = {
  'review.not_marked': text(
    'You were not asked to change this: {parts}',
    'Please change only what the reviewer marked and leave the rest as it was; if it has to be changed, please call us',
  ),
  'review.unchanged': text(
    'Nothing has changed since the application came back',
    'Please change what the reviewer marked, then submit; if you think that it is right, please call us',
  ),
  'review.content_changed': text(
    'The application is not what you have seen any more',
    'Please refresh, compare again and decide then',
  ),
  'review.claimed': text(
    '{name} is reviewing this application',
    'Please take another one; you can take over 10 minutes after {name} has left',
  ),
  'review.not_claimed': text(
    'Only the reviewer who has this application open sees the full name and numbers',
    'Please open it from the queue, then compare',
  ),
  'review.too_many_returns': text(
    'This application has come back {count} times already and cannot be returned again',
    'Please talk to the applicant, then approve or reject it',
  ),
};
