import { AppError, type UkeyUnlockHindrance } from '@acceptance/shared';
import type { CertificateRecord } from '../certificates';

/** Why the UKey of a certificate gets no new PIN; null: it may. */
export function hindranceOf(
  { keyPlace, state, notAfter }: Pick<CertificateRecord, 'keyPlace' | 'state' | 'notAfter'>,
  now: Date,
): UkeyUnlockHindrance | null {
  if (keyPlace !== 'ukey') {
    return 'not-in-ukey';
  }
  return state === 'issued' && notAfter > now ? null : 'certificate-not-valid';
}

const HINDRANCE_ERRORS = {
  'not-in-ukey': 'ukey_unlocks.not_in_ukey',
  'certificate-not-valid': 'ukey_unlocks.certificate_not_valid',
} as const;

/** @throws AppError ukey_unlocks.not_in_ukey, ukey_unlocks.certificate_not_valid */
export function refuseHindered(certificate: CertificateRecord, now: Date): void {
  const hindrance = hindranceOf(certificate, now);
  if (hindrance) {
    throw new AppError(HINDRANCE_ERRORS[hindrance]);
  }
}
