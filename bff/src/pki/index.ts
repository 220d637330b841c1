import type { CertificateIssuer, ReadCertificate } from './certificates/certificate-types';
import type { CrlContent, ReadCrl, RevokedEntry } from './revocation/crl-types';
import type { OcspFailure, OcspQuestion, OcspRequest, OcspResponder, OcspResponseContent } from './status/ocsp-types';

export { buildCertificate, buildRootCertificate } from './certificates/build-certificate';
export type * from './certificates/certificate-types';
export { type LintFinding, lint, lintFindings } from './certificates/lint';
export { readCertificate } from './certificates/read-certificate';
export { newSerialNumber } from './certificates/serial-number';
export { extendedKeyUsageOids } from './certificates/usage-names';
export { isSignedBy, verifyChain } from './certificates/verify-chain';
export { keyIdentifierOf } from './certificates/write-extensions';
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
