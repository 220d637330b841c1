import { createHash } from 'node:crypto';
import type { BinaryResult } from '../../http/request-context';
import type { CertificateRevocationList } from '../../ports/certificate-authority';

/** With the ten seconds in which revocations are gathered for a list, far less than the minute in which each must be known. */
const KEPT_SECONDS = 30;
/** SEQUENCE { ENUMERATED }: an answer without a signature, for a failure (RFC 6960, 4.2.1). */
const FAILURE_BYTES = 5;

const etagOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 27);

export const presentRevocationList = ({ der, thisUpdate }: CertificateRevocationList): BinaryResult => ({
  bytes: Buffer.from(der),
  mediaType: 'application/pkix-crl',
  caching: { maxAgeSeconds: KEPT_SECONDS, etag: etagOf(der), lastModified: thisUpdate },
});

/** Failures are kept by nobody. */
export const presentStatusAnswer = (der: Uint8Array): BinaryResult => ({
  bytes: Buffer.from(der),
  mediaType: 'application/ocsp-response',
  ...(der.length > FAILURE_BYTES && { caching: { maxAgeSeconds: KEPT_SECONDS, etag: etagOf(der) } }),
});
