import { totpCode, totpStep } from '../../bff/src/modules/staff/totp';
import type { TestSystem } from './test-system';

/** What an authenticator app makes of the secret that a person typed (RFC 4648, Base32). */
export function secretBytes(secret: string): Buffer {
  const bits = Array.from(secret, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The code that an authenticator shows now. */
export const shownBy = (system: TestSystem, secret: string): string =>
  totpCode(secretBytes(secret), totpStep(system.clock.now()));
