import { createHmac, timingSafeEqual } from 'node:crypto';

/** What every authenticator app assumes: HMAC-SHA-1, 30 seconds, six digits (RFC 6238, section 4; RFC 4226). */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Steps before and after the present one that are good too, for clocks that differ (RFC 6238, section 5.2). */
const TOLERATED_STEPS = 1;

/** The number of whole steps since 1970. */
export const totpStep = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP_SECONDS);

/** HOTP value of a step (RFC 4226, section 5.3), with leading zeros. */
export function totpCode(secret: Buffer, step: number, digits: number = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const value = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(value % 10 ** digits).padStart(digits, '0');
}

const equals = (given: string, expected: string): boolean =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));

/**
 * The step that a code belongs to, among the present one and its neighbours, or null. Only steps after `usedStep` count:
 * a code is good once, and one that was seen over a shoulder is of no use (RFC 6238, section 5.2).
 */
export function matchTotp(secret: Buffer, code: string, now: Date, usedStep: number): number | null {
  if (!/^\d{6}$/.test(code)) {
    return null;
  }
  const present = totpStep(now);
  let matched: number | null = null;
  for (let step = present - TOLERATED_STEPS; step <= present + TOLERATED_STEPS; step += 1) {
    if (equals(code, totpCode(secret, step)) && step > usedStep) {
      matched ??= step;
    }
  }
  return matched;
}

/** The address that an authenticator reads from a QR code (Google's Key Uri Format). */
export function otpauthUrl({ issuer, account, secret }: { issuer: string; account: string; secret: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  // Algorithm, digits and period are those that authenticators assume; a shorter address is an easier QR code.
  const parameters = new URLSearchParams({ secret, issuer });
  // Authenticators read a plus sign as a plus sign.
  return `otpauth://totp/${label}?${parameters.toString().replaceAll('+', '%20')}`;
}
