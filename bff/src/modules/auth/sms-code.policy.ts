/** Limits of codes (requirements A1; issue texts). All but the last two are those of one device. */
export const SMS_CODE_POLICY = {
  digits: 6,
  expiresInSeconds: 300,
  resendAfterSeconds: 60,
  maxTries: 5,
  maxSendsADay: 10,
  /** Codes for one purpose that devices which have never proved a number get sent to it in a day, all together. */
  strangersSendsADay: 20,
  /** From the next one on a stranger proves to be no machine. */
  strangersFreeSends: 5,
} as const;
