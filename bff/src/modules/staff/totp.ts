import { HOTP, Secret } from 'otpauth';

/** What every authenticator app assumes: HMAC-SHA-1, 30 seconds, six digits (RFC 6238, section 4; RFC 4226). */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Steps before and after the present one that are good too, for clocks that differ (RFC 6238, section 5.2). */
const TOLERATED_STEPS = 1;

const secretOf = (bytes: Buffer): Secret => new Secret({ buffer: new Uint8Array(bytes).buffer });

/** The number of whole steps since 1970. */
export const totpStep = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP_SECONDS);

/** HOTP value of a step (RFC 4226, section 5.3), with leading zeros. */
export const totpCode = (secret: Buffer, step: number, digits: number = DIGITS): string =>
  HOTP.generate({ secret: secretOf(secret), counter: step, digits });

/**
 * The step that a code belongs to, among the present one and its neighbours, or null. Only steps after `usedStep` count:
 * a code is good once, and one that was seen over a shoulder is of no use (RFC 6238, section 5.2).
 */
export function matchTotp(secret: Buffer, code: string, now: Date, usedStep: number): number | null {
  if (!/^\d{6}$/.test(code)) {
    return null;
  }
  const counter = totpStep(now);
  const delta = HOTP.validate({ token: code, secret: secretOf(secret), counter, window: TOLERATED_STEPS });
  return delta !== null && counter + delta > usedStep ? counter + delta : null;
}

/** The address that an authenticator reads from a QR code (Google's Key Uri Format). */
export function otpauthUrl({ issuer, account, secret }: { issuer: string; account: string; secret: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  // Algorithm, digits and period are those that authenticators assume; a shorter address is an easier QR code.
  const parameters = new URLSearchParams({ secret, issuer });
  // Authenticators read a plus sign as a plus sign.
  return `otpauth://totp/${label}?${parameters.toString().replaceAll('+', '%20')}`;
}
