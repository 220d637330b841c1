import type { ReadCertificate } from '../certificates/certificate-types';
import type { SigningKey } from '../keys/key-types';
import type { RevocationReason } from '../revocation/crl-types';

/** Hashes by which a request may name its issuer. */
export type IssuerHashAlgorithm = 'sha1' | 'sha256' | 'sha384' | 'sha512' | 'sm3';

/** One question of a request. */
export interface OcspQuestion {
  /** CertID, DER: it is answered as it was asked. */
  readonly certIdDer: Uint8Array;
  /** Null for a hash that we do not know: the answer is `unknown`. */
  readonly hashAlgorithm: IssuerHashAlgorithm | null;
  readonly issuerNameHash: Uint8Array;
  readonly issuerKeyHash: Uint8Array;
  /** Upper-case hexadecimal, no leading zeros. */
  readonly serialNumber: string;
}

export interface OcspRequest {
  /** 1 to 32. */
  readonly questions: readonly OcspQuestion[];
  /** The content of the nonce's OCTET STRING (RFC 9654: 1 to 128 octets), null when there is none. */
  readonly nonce: Uint8Array | null;
}

export type OcspCertificateStatus =
  | { readonly state: 'good' }
  | { readonly state: 'revoked'; readonly at: Date; readonly reason: RevocationReason }
  | { readonly state: 'unknown' };

export interface OcspAnswer {
  readonly certIdDer: Uint8Array;
  readonly status: OcspCertificateStatus;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
}

/** Who signs answers: the issuer itself, or a key to which the issuer has given a certificate with `ocspSigning`. */
export interface OcspResponder {
  readonly key: SigningKey;
  readonly certificate: ReadCertificate;
  /** Sent along; false where the issuer itself answers. */
  readonly delegated: boolean;
}

export interface OcspResponseContent {
  readonly answers: readonly OcspAnswer[];
  readonly producedAt: Date;
  /** Of the request; null also for answers that are made ahead. */
  readonly nonce: Uint8Array | null;
}

/** RFC 6960, 4.2.1: answers without a signature. */
export type OcspFailure = 'malformedRequest' | 'internalError' | 'tryLater' | 'unauthorized';
