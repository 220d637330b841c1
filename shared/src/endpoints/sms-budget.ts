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
