/** Limits of sign-in codes (requirements A1; issue texts). */
export const SMS_CODE_POLICY = {
  digits: 6,
  expiresInSeconds: 300,
  resendAfterSeconds: 60,
  maxTries: 5,
  maxSendsADay: 10,
} as const;
