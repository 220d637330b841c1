import type { RevocationReason } from './crl-types';

/** RFC 5280, 5.3.1. 7 is not used; removeFromCRL (8) is for delta lists; aACompromise (10) is for attribute certificates. */
export const reasonNumbers: Readonly<Record<RevocationReason, number>> = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
  privilegeWithdrawn: 9,
};

/** Null for a number that has no name here. */
export const reasonOf = (number: number): RevocationReason | null =>
  (Object.keys(reasonNumbers) as RevocationReason[]).find((reason) => reasonNumbers[reason] === number) ?? null;
