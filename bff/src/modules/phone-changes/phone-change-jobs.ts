/** Jobs in the outbox of a change. */
export const NOTIFY_REQUESTED_JOB = 'notify-phone-change-requested';
export const MAKE_EFFECTIVE_JOB = 'make-phone-change-effective';
export const NOTIFY_EFFECTIVE_JOB = 'notify-phone-changed';
export const NOTIFY_RESULT_JOB = 'notify-phone-change-result';
