import { type CertificationRequest, PkiError, readCsr } from '../../pki';
import type { CertificateOrder, SubjectAttribute } from '../../ports/certificate-authority';
import type { LocalProfile } from './certificate-profiles';
import type { IssuingAuthority } from './issuing-authority';
import { type LocalAuthority, sha256Hex } from './local-authority';
import { refused } from './refuse';

const DAY_MS = 24 * 60 * 60 * 1000;
const IDEMPOTENCY_KEY = /^[A-Za-z0-9-]{1,64}$/;
/** A certificate that begins earlier would vouch for signatures from before its holder was known. */
const EARLIEST_DAYS = 1;
/** Renewals begin where the certificate before ends, 60 days ahead at most. */
const LATEST_DAYS = 90;

/** An order of which nothing is left to refuse but what only the stored certificates tell. */
export interface CheckedOrder {
  readonly order: CertificateOrder;
  readonly profile: LocalProfile;
  readonly authority: IssuingAuthority;
  readonly publicKeyInfoDer: Uint8Array;
}

/** @throws PortError `rejected`, csr_… with the code of pki */
export function readOrderedKey({ csrDer }: CertificateOrder): CertificationRequest {
  try {
    return readCsr(csrDer);
  } catch (error) {
    throw error instanceof PkiError ? refused(`csr_${error.code}`, error) : error;
  }
}

/** What a second order under the same idempotency key must agree in. Of the CSR only the key counts. */
export function hashOfOrder(order: CertificateOrder, publicKeyInfoDer: Uint8Array): string {
  const { profile, subject, notBefore, notAfter, renews } = order;
  const attributes = subject.map(({ type, value }) => [type, value]);
  const key = Buffer.from(publicKeyInfoDer).toString('base64');
  return sha256Hex(JSON.stringify([key, profile, attributes, notBefore.getTime(), notAfter.getTime(), renews ?? null]));
}

function isSubjectOf({ required, allowed }: LocalProfile, subject: readonly SubjectAttribute[]): boolean {
  const types = subject.map(({ type }) => type);
  return (
    required.every((type) => types.includes(type)) &&
    types.every((type) => required.includes(type) || allowed.includes(type))
  );
}

function isTermOf({ maxDays }: LocalProfile, { notBefore, notAfter }: CertificateOrder, now: Date): boolean {
  const begin = notBefore.getTime();
  const days = (notAfter.getTime() - begin) / DAY_MS;
  const ahead = (begin - now.getTime()) / DAY_MS;
  return days > 0 && days <= maxDays && ahead >= -EARLIEST_DAYS && ahead <= LATEST_DAYS;
}

export function refuseMalformedKey({ idempotencyKey }: Pick<CertificateOrder, 'idempotencyKey'>): void {
  if (!IDEMPOTENCY_KEY.test(idempotencyKey)) {
    throw refused('order_invalid');
  }
}

/**
 * Profile, algorithm, subject, term. @throws PortError `rejected`: unknown_profile, unsupported_algorithm, subject_refused,
 * validity_refused, authority_key
 */
export function checkOrder(
  { authorities, profiles }: LocalAuthority,
  order: CertificateOrder,
  { publicKey }: CertificationRequest,
  now: Date,
): CheckedOrder {
  const profile = Object.hasOwn(profiles, order.profile) ? profiles[order.profile] : undefined;
  if (!profile) {
    throw refused('unknown_profile');
  }
  const algorithm = profile.algorithms.find((one) => one === publicKey.algorithm);
  const authority = authorities.find(({ algorithms }) => algorithms.some((one) => one === algorithm));
  if (!algorithm || !authority) {
    throw refused('unsupported_algorithm');
  }
  if (!isSubjectOf(profile, order.subject)) {
    throw refused('subject_refused');
  }
  const { notBefore, notAfter } = authority.issuer.certificate;
  if (!isTermOf(profile, order, now) || order.notBefore < notBefore || order.notAfter > notAfter) {
    throw refused('validity_refused');
  }
  const own = authorities.flatMap(({ chain, responder }) => [...chain, responder.certificate]);
  if (own.some((one) => Buffer.from(one.publicKey.publicKeyInfoDer).equals(publicKey.publicKeyInfoDer))) {
    throw refused('authority_key');
  }
  return { order, profile, authority, publicKeyInfoDer: publicKey.publicKeyInfoDer };
}
