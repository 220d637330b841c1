import type { KeyAlgorithm, PublicKey, SigningKey } from '../keys/key-types';
import type { NameAttribute, ReadNameAttribute } from '../names/name-types';

/** RFC 5280, 4.2.1.3, in the order of the bits. */
export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'
  | 'encipherOnly'
  | 'decipherOnly';

/** RFC 5280, 4.2.1.12; `documentSigning` is RFC 9336. */
export type ExtendedKeyUsage =
  | 'serverAuth'
  | 'clientAuth'
  | 'codeSigning'
  | 'emailProtection'
  | 'timeStamping'
  | 'ocspSigning'
  | 'documentSigning';

/** One alternative name of the subject. A directory name is DER. */
export type AlternativeName =
  | { readonly type: 'email'; readonly value: string }
  | { readonly type: 'dns'; readonly value: string }
  | { readonly type: 'uri'; readonly value: string }
  | { readonly type: 'ip'; readonly value: string }
  | { readonly type: 'directory'; readonly nameDer: Uint8Array };

/** What a kind of certificate has in common. */
export interface CertificateProfile {
  readonly keyUsages: readonly KeyUsage[];
  /** Names that we know, or OIDs in dotted form. Empty: no extension. */
  readonly extendedKeyUsages: readonly string[];
  readonly policies: readonly { readonly oid: string; readonly cpsUri?: string }[];
  /** http addresses of the CRL. */
  readonly crlUrls: readonly string[];
  readonly ocspUrls: readonly string[];
  /** http addresses of the issuer's certificate (DER). */
  readonly issuerUrls: readonly string[];
  /** Null for whoever is no authority. `pathLength` null: no limit. */
  readonly authority: { readonly pathLength: number | null } | null;
  /** id-pkix-ocsp-nocheck (RFC 6960, 4.2.2.2.1), for responders' certificates only. */
  readonly ocspNoCheck: boolean;
}

/** Who signs: the key, and the certificate whose subject and key identifier are copied byte for byte. */
export interface CertificateIssuer {
  readonly key: SigningKey;
  readonly certificate: ReadCertificate;
}

export interface CertificateContent {
  /** Hexadecimal, from `newSerialNumber`. */
  readonly serialNumber: string;
  /** Encoded in this order, or a name in DER that is copied as it is. */
  readonly subject: readonly NameAttribute[] | Uint8Array;
  readonly publicKeyInfoDer: Uint8Array;
  /** Whole seconds; parts of a second are cut off. */
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly profile: CertificateProfile;
  readonly alternativeNames?: readonly AlternativeName[];
}

export interface ReadExtension {
  readonly oid: string;
  readonly critical: boolean;
  /** The content of the OCTET STRING. */
  readonly value: Uint8Array;
}

/** TBSCertificate (RFC 5280, 4.1): what is signed. */
export interface ReadTbsCertificate {
  readonly tbsDer: Uint8Array;
  /** 1 to 3. */
  readonly version: number;
  /** Upper-case hexadecimal, no leading zeros: the number, not its DER. */
  readonly serialNumber: string;
  readonly issuerDer: Uint8Array;
  readonly issuer: readonly ReadNameAttribute[];
  readonly subjectDer: Uint8Array;
  readonly subject: readonly ReadNameAttribute[];
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: PublicKey;
  readonly signatureAlgorithmDer: Uint8Array;
  readonly extensions: readonly ReadExtension[];
  /** Null where there is no such extension: everything is allowed then. */
  readonly keyUsages: readonly KeyUsage[] | null;
  /** OIDs; null where there is no such extension. */
  readonly extendedKeyUsages: readonly string[] | null;
  readonly subjectKeyIdentifier: Uint8Array | null;
  readonly authorityKeyIdentifier: Uint8Array | null;
  readonly policies: readonly { readonly oid: string; readonly cpsUri: string | null }[];
  readonly crlUrls: readonly string[];
  readonly ocspUrls: readonly string[];
  readonly issuerUrls: readonly string[];
  readonly alternativeNames: readonly AlternativeName[];
  readonly authority: { readonly pathLength: number | null } | null;
}

/** A certificate as it stands; nothing is verified but its form and its key. */
export interface ReadCertificate extends ReadTbsCertificate {
  readonly der: Uint8Array;
  readonly signature: Uint8Array;
}

/** Why a certificate is not believed. */
export type ChainProblem =
  | 'unknown_issuer'
  | 'wrong_signature'
  | 'not_an_authority'
  | 'path_too_long'
  | 'not_yet_valid'
  | 'expired'
  | 'unknown_critical_extension';

export type ChainResult =
  /** The certificate first, the anchor last. */
  | { readonly trusted: true; readonly path: readonly ReadCertificate[] }
  | { readonly trusted: false; readonly problem: ChainProblem };

export interface ChainContext {
  /** DER, in any order. */
  readonly intermediates: readonly Uint8Array[];
  /** DER. What is trusted by configuration; their own dates count too. */
  readonly anchors: readonly Uint8Array[];
  readonly at: Date;
}

export interface LintContext {
  /** Null: self-signed. */
  readonly issuer: ReadCertificate | null;
  readonly signatureAlgorithm: KeyAlgorithm;
}
