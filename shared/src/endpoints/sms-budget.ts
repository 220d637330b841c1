/**
 * What one address may have sent in a day, by whatever endpoint sends codes: against pumping messages to many numbers. High,
 * because a whole town of phones may sit behind one address of a mobile operator.
 */
export const SMS_BUDGET = {
  name: 'sms-codes',
  limit: 1000,
  windowSeconds: 86_400,
  by: 'address',
  refusal: 'auth.code_daily_limit',
} as const;

/** How sending a code to a mobile number is refused. */
export const SMS_CODE_ERRORS = [
  'auth.code_too_soon',
  'auth.code_daily_limit',
  'auth.sms_unavailable',
  'auth.phone_rejected',
] as const;

/** The same where strangers may ask: after a few codes they read a picture. */
export const STRANGERS_CODE_ERRORS = ['auth.picture_required', 'auth.picture_wrong', ...SMS_CODE_ERRORS] as const;
