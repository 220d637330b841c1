import { AsnConvert } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { type ReadCertificate, readCertificate, signatureAlgorithmOf, verifyChain, verifySignature } from '../pki';
import { isDigestOf } from './certificate-digest';
import { isReadablePng } from './png-picture';
import { type HolderBinding, type ReadSeal, readSeal } from './read-seal';
import { maySignSeals, readCertificateDer } from './seal-maker';
import { type SealType, sealTypeOf } from './seal-type';

/** Why a seal is not believed. The first reason that is met is told, in this order. */
export type SealRefusal =
  /** Not SES_Seal in DER, or too long. */
  | 'structure'
  /** Another version than 4, or not headed `ES`. */
  | 'version'
  /** The maker's certificate cannot be read. */
  | 'maker_unreadable'
  /** Signed by an algorithm that is not the one of the maker's key. */
  | 'algorithm'
  /** Changed after it was signed, or signed by somebody else. */
  | 'signature'
  /** Nobody that we trust vouches for the maker, or not at that time. */
  | 'maker_untrusted'
  /** The maker's certificate is not one for signing. */
  | 'maker_usage'
  /** Dates that contradict each other, a type or a size that does not exist. */
  | 'content'
  | 'picture'
  | 'not_yet_valid'
  | 'expired'
  /** The certificate that was shown is not one of the seal's. */
  | 'holder_mismatch'
  /** The seal has only digests, and no certificate was shown. */
  | 'holder_needed'
  | 'holder_unreadable'
  /** A certificate of the holder is not valid at that time. */
  | 'holder_expired';

export interface SealVerificationOptions {
  readonly at: Date;
  /**
   * DER: certificates of makers, past ones too, or of an authority that certifies makers and nobody else. Not the root
   * that vouches for customers: each of them could make seals then.
   */
  readonly trustedMakers: readonly Uint8Array[];
  /** DER: what lies between a maker and a trusted authority. */
  readonly intermediates?: readonly Uint8Array[];
  /** DER: whose signature the seal stands beside. Left out, the seal is only looked at. */
  readonly holderCertificate?: Uint8Array;
}

/** A seal that was believed. */
export interface VerifiedSeal {
  readonly sealId: string;
  readonly type: SealType;
  readonly name: string;
  readonly vendor: string;
  readonly createdAt: Date;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly picture: { readonly png: Buffer; readonly width: number; readonly height: number };
  readonly makerCertificate: Uint8Array;
  readonly holders: HolderBinding;
}

export type SealVerification =
  | { readonly genuine: true; readonly seal: VerifiedSeal }
  | { readonly genuine: false; readonly refusal: SealRefusal };

/**
 * Checks a seal of GB/T 38540-2020, offline: form, signature, maker, times, picture, holder. Whether it was
 * suspended or revoked is asked of whoever keeps that; holders' certificates are believed because the maker names
 * them, only their dates are looked at. Never throws for the seal's sake, whatever it holds. Two signatures are
 * verified: 20 ms for SM2.
 * @throws PkiError when a trusted maker or an intermediate is not a certificate
 */
export function verifySeal(der: Uint8Array, options: SealVerificationOptions): SealVerification {
  // Read before the seal is: a wrong configuration must not hide behind a bad upload.
  for (const trusted of [...options.trustedMakers, ...(options.intermediates ?? [])]) readCertificate(trusted);
  const read = attempt(() => readSeal(der));
  if (!read) return { genuine: false, refusal: 'structure' };
  const refusal =
    headRefusal(read) ??
    makerRefusal(read, options) ??
    contentRefusal(read, options.at) ??
    holderRefusal(read.holders, options);
  return refusal ? { genuine: false, refusal } : { genuine: true, seal: verified(read) };
}

function headRefusal({ seal }: ReadSeal): SealRefusal | undefined {
  const { id, version } = seal.information.header;
  return id === 'ES' && version === 4 ? undefined : 'version';
}

function makerRefusal(
  read: ReadSeal,
  { at, trustedMakers, intermediates = [] }: SealVerificationOptions,
): SealRefusal | undefined {
  const { seal, informationDer } = read;
  const makerDer = new Uint8Array(seal.makerCertificate.buffer);
  const maker = attempt(() => readCertificateDer(makerDer));
  if (!maker) return 'maker_unreadable';
  const algorithmDer = signatureAlgorithmOf(maker.publicKey.algorithm);
  if (AsnConvert.parse(algorithmDer, AlgorithmIdentifier).algorithm !== seal.signatureAlgorithm) return 'algorithm';
  const isSigned = attempt(() =>
    verifySignature(maker.publicKey, algorithmDer, informationDer, new Uint8Array(seal.signature)),
  );
  if (!isSigned) return 'signature';
  const chain = attempt(() => verifyChain(makerDer, { intermediates, anchors: trustedMakers, at }));
  if (!chain?.trusted) return 'maker_untrusted';
  return maySignSeals(maker) ? undefined : 'maker_usage';
}

function contentRefusal({ seal }: ReadSeal, at: Date): SealRefusal | undefined {
  const { property, picture, id } = seal.information;
  const isSound =
    sealTypeOf(property.type) !== undefined &&
    id !== '' &&
    property.name !== '' &&
    picture.width > 0 &&
    picture.height > 0 &&
    property.validFrom < property.validTo;
  if (!isSound) return 'content';
  if (picture.type.toUpperCase() !== 'PNG' || !isReadablePng(Buffer.from(picture.data.buffer))) return 'picture';
  if (at < property.validFrom) return 'not_yet_valid';
  return at > property.validTo ? 'expired' : undefined;
}

function holderRefusal(
  holders: HolderBinding,
  { at, holderCertificate }: SealVerificationOptions,
): SealRefusal | undefined {
  if (!holderCertificate) {
    if (holders.by === 'digest') return 'holder_needed';
  } else if (!isHolder(holders, holderCertificate)) {
    return 'holder_mismatch';
  }
  const looked = holderCertificate ? [holderCertificate] : holders.by === 'certificate' ? holders.certificatesDer : [];
  const certificates = looked.map((der) => attempt(() => readCertificateDer(der)));
  const readable = certificates.filter((certificate): certificate is ReadCertificate => certificate !== undefined);
  if (readable.length < certificates.length) return 'holder_unreadable';
  return readable.every(({ notBefore, notAfter }) => notBefore <= at && at <= notAfter) ? undefined : 'holder_expired';
}

function isHolder(holders: HolderBinding, certificateDer: Uint8Array): boolean {
  return holders.by === 'certificate'
    ? holders.certificatesDer.some((der) => Buffer.from(der).equals(certificateDer))
    : holders.digests.some((digest) => isDigestOf(digest, certificateDer));
}

function verified({ seal, holders }: ReadSeal): VerifiedSeal {
  const { header, id, property, picture } = seal.information;
  return {
    sealId: id,
    type: sealTypeOf(property.type) ?? 'unit',
    name: property.name,
    vendor: header.vendor,
    createdAt: property.createdAt,
    validFrom: property.validFrom,
    validTo: property.validTo,
    picture: { png: Buffer.from(picture.data.buffer), width: picture.width, height: picture.height },
    makerCertificate: new Uint8Array(seal.makerCertificate.buffer),
    holders,
  };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
