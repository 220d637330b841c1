import type {
  CertificateContent,
  CertificateIssuer,
  ChainContext,
  ChainResult,
  LintContext,
  ReadCertificate,
} from './certificates/certificate-types';
import type { SigningKey } from './keys/key-types';
import type { CrlContent, ReadCrl, RevokedEntry } from './revocation/crl-types';
import type { OcspFailure, OcspQuestion, OcspRequest, OcspResponder, OcspResponseContent } from './status/ocsp-types';

export type * from './certificates/certificate-types';
export { pemBlocksOf, pemOf } from './der/read-pem';
export type * from './keys/key-types';
export { openSigningKeyPkcs12 } from './keys/pkcs12';
export { readPublicKey } from './keys/read-public-key';
export { signatureAlgorithmOf } from './keys/signature-algorithms';
export { generatePrivateKeyPem, openSigningKeyDer, openSigningKeyPem } from './keys/signing-key';
export { sm3 } from './keys/sm2';
export { verifySignature } from './keys/verify-signature';
export { encodeName, readName } from './names/distinguished-name';
export type * from './names/name-types';
export { PkiError, type PkiErrorCode } from './pki-error';
export { buildCsr } from './requests/build-csr';
export { readCsr } from './requests/read-csr';
export type * from './requests/request-types';
export type * from './revocation/crl-types';
export type * from './status/ocsp-types';

// The shapes first, so that others can build on them while the insides are written; none of these runs yet.

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
