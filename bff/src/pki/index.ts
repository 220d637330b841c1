import type {
  CertificateContent,
  CertificateIssuer,
  ChainContext,
  ChainResult,
  LintContext,
  ReadCertificate,
} from './certificates/certificate-types';
import type { KeyAlgorithm, PublicKey, SigningKey } from './keys/key-types';
import type { NameAttribute, ReadNameAttribute } from './names/name-types';
import type { CertificationRequest } from './requests/request-types';
import type { CrlContent, ReadCrl, RevokedEntry } from './revocation/crl-types';
import type { OcspFailure, OcspQuestion, OcspRequest, OcspResponder, OcspResponseContent } from './status/ocsp-types';

export type * from './certificates/certificate-types';
export type * from './keys/key-types';
export type * from './names/name-types';
export { PkiError, type PkiErrorCode } from './pki-error';
export type * from './requests/request-types';
export type * from './revocation/crl-types';
export type * from './status/ocsp-types';

// The shapes first, so that others can build on them while the insides are written; none of these runs yet.

/** PKCS#8 (encrypted or not), SEC1 or PKCS#1, one private key in the text. @throws PkiError */
export declare function openSigningKeyPem(pem: string, passphrase?: string): SigningKey;
/** The key and all certificates of a PKCS#12 file. @throws PkiError */
export declare function openSigningKeyPkcs12(
  pfxDer: Uint8Array,
  passphrase: string,
): { key: SigningKey; certificatesDer: Uint8Array[] };
/** A new key, PKCS#8 PEM. @throws PkiError */
export declare function generatePrivateKeyPem(algorithm: KeyAlgorithm): Promise<string>;
/** AlgorithmIdentifier, DER, of what `sign` does. */
export declare function signatureAlgorithmOf(algorithm: KeyAlgorithm): Uint8Array;
/** False for a signature that is not the key's. @throws PkiError for a key or an algorithm that is not spoken */
export declare function verifySignature(
  publicKey: PublicKey | Uint8Array,
  signatureAlgorithmDer: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean;
/** @throws PkiError broken, unsupported_algorithm, weak_key */
export declare function readPublicKey(publicKeyInfoDer: Uint8Array): PublicKey;
/** DER, PEM with or without its lines, or base64; 16 KiB at most. @throws PkiError */
export declare function readCsr(input: Uint8Array | string): CertificationRequest;
/** @throws PkiError invalid_input */
export declare function buildCsr(key: SigningKey, subject: readonly NameAttribute[]): Promise<Uint8Array>;
export declare function encodeName(attributes: readonly NameAttribute[]): Uint8Array;
export declare function readName(nameDer: Uint8Array): ReadNameAttribute[];
/** @throws PkiError */
export declare function readCertificate(input: Uint8Array | string): ReadCertificate;
export declare function verifyChain(certificateDer: Uint8Array, context: ChainContext): ChainResult;
/** Hexadecimal: positive, 16 octets, 126 random bits. */
export declare function newSerialNumber(randomBytes: (length: number) => Uint8Array): string;
/** Lints before it signs. @throws PkiError lint, invalid_input, key_mismatch */
export declare function buildCertificate(issuer: CertificateIssuer, content: CertificateContent): Promise<Uint8Array>;
/** @throws PkiError lint, invalid_input */
export declare function buildRootCertificate(key: SigningKey, content: CertificateContent): Promise<Uint8Array>;
/** The names of the rules that a TBSCertificate breaks. */
export declare function lint(tbsCertificateDer: Uint8Array, context: LintContext): string[];
/** @throws PkiError invalid_input */
export declare function buildCrl(
  issuer: CertificateIssuer,
  content: CrlContent,
  entries: Iterable<RevokedEntry>,
): Promise<Uint8Array>;
/** @throws PkiError broken, unsupported_algorithm */
export declare function readCrl(der: Uint8Array): ReadCrl;
/** What follows the responder's address in a GET (RFC 6960, A.1): base64 of the request, percent-encoded. @throws PkiError broken */
export declare function ocspRequestOfPath(path: string): Uint8Array;
/** @throws PkiError broken, too_large: answer `malformedRequest` */
export declare function readOcspRequest(der: Uint8Array): OcspRequest;
/** Whether the question is about a certificate of this issuer. */
export declare function isAskedOf(issuer: ReadCertificate, question: OcspQuestion): boolean;
export declare function buildOcspResponse(responder: OcspResponder, content: OcspResponseContent): Promise<Uint8Array>;
export declare function ocspFailure(failure: OcspFailure): Uint8Array;
