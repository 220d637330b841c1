import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { type ReadCertificate, type SigningKey, signatureAlgorithmOf, verifySignature } from '../pki';
import { certificateDigest, certificateDigestType } from './certificate-digest';
import { ElectronicSealError, type ElectronicSealErrorCode } from './electronic-seal-error';
import { isReadablePng } from './png-picture';
import { encodeHolders, type HolderBinding, holdersBy } from './read-seal';
import { longestSealName, mostHolderCertificates } from './seal-limits';
import { maySignSeals, readCertificateDer, type SealMaker } from './seal-maker';
import type { SealPicture } from './seal-picture';
import { SealHeader, SealInformation, SealPictureInformation, SealProperty, SignedSeal } from './seal-structure';
import { type SealType, sealTypes } from './seal-type';

/** Vid: which software wrote the seal. */
const vendor = 'ACCEPTANCE';

export interface SealContent {
  readonly picture: SealPicture;
  /** esID: unique, 1 to 64 printable ASCII characters. */
  readonly sealId: string;
  readonly type: SealType;
  /** The name of the seal, the holder's as a rule: 1 to 70 characters. */
  readonly name: string;
  /** DER; the certificates with which the holder may use the seal: 1 to 8. */
  readonly holderCertificates: readonly Uint8Array[];
  /** Put the certificates themselves in, or their SM3 digests (smaller: a token has little room). */
  readonly bindBy: 'certificate' | 'digest';
  readonly createdAt: Date;
  /** Within the validity of the maker's and of every holder's certificate. Parts of a second are cut off. */
  readonly validity: { readonly from: Date; readonly to: Date };
  readonly maker: SealMaker;
}

/**
 * Binds a picture to the holder's certificates: SES_Seal of GB/T 38540-2020, DER. The standard signs by SM2 with SM3;
 * RSA and ECDSA keys of makers are taken too, under the OID of their signature: that is beyond the standard,
 * for authorities that have no SM2 yet. The signature is checked before it leaves.
 * @throws ElectronicSealError `picture_unfit`, `seal_id_unfit`, `name_empty`, `name_too_long`, `validity_unfit`,
 * `holder_certificate_unfit`, `maker_unfit`
 */
export async function signSeal(content: SealContent): Promise<Buffer> {
  const { maker } = content;
  const makerCertificate = readOr('maker_unfit', maker.certificateDer);
  checkMaker(makerCertificate, maker.key);
  checkContent(content, makerCertificate);
  const information = informationOf(content);
  const informationDer = new Uint8Array(AsnConvert.serialize(information));
  const algorithmDer = signatureAlgorithmOf(maker.key.algorithm);
  const signature = await maker.key.sign(informationDer);
  if (!verifySignature(makerCertificate.publicKey, algorithmDer, informationDer, signature)) {
    throw new ElectronicSealError('maker_unfit', "The maker's key made a signature that its certificate denies");
  }
  const seal = Object.assign(new SignedSeal(), {
    information,
    makerCertificate: new OctetString(maker.certificateDer),
    signatureAlgorithm: AsnConvert.parse(algorithmDer, AlgorithmIdentifier).algorithm,
    signature: Uint8Array.from(signature).buffer,
  });
  return Buffer.from(AsnConvert.serialize(seal));
}

function readOr(code: ElectronicSealErrorCode, der: Uint8Array): ReadCertificate {
  try {
    return readCertificateDer(der);
  } catch (cause) {
    const error = new ElectronicSealError(code, 'A certificate cannot be read');
    error.cause = cause;
    throw error;
  }
}

function checkMaker(certificate: ReadCertificate, key: SigningKey): void {
  if (!Buffer.from(certificate.publicKey.publicKeyInfoDer).equals(key.publicKeyInfoDer)) {
    throw new ElectronicSealError('maker_unfit', "The maker's key is not the one of its certificate");
  }
  if (!maySignSeals(certificate)) {
    throw new ElectronicSealError('maker_unfit', "The maker's certificate is not one for signing");
  }
}

function checkContent(content: SealContent, makerCertificate: ReadCertificate): void {
  const { picture, sealId, name, validity, holderCertificates, createdAt } = content;
  const isWhole = (millimetres: number) => Number.isInteger(millimetres) && millimetres > 0;
  if (!isReadablePng(picture.png) || !isWhole(picture.width) || !isWhole(picture.height)) {
    throw new ElectronicSealError('picture_unfit', 'The picture is no readable PNG of whole millimetres');
  }
  if (!/^[\x21-\x7e]{1,64}$/.test(sealId)) {
    throw new ElectronicSealError('seal_id_unfit', 'A seal is numbered by 1 to 64 printable ASCII characters');
  }
  const length = Array.from(name).length;
  if (length === 0) throw new ElectronicSealError('name_empty', 'A seal needs a name');
  if (length > longestSealName) throw new ElectronicSealError('name_too_long', `A name of ${length} characters`);
  if (holderCertificates.length < 1 || holderCertificates.length > mostHolderCertificates) {
    throw new ElectronicSealError(
      'holder_certificate_unfit',
      `A seal belongs to 1 to ${mostHolderCertificates} certificates`,
    );
  }
  const holders = holderCertificates.map((der) => readOr('holder_certificate_unfit', der));
  const isCovered = [makerCertificate, ...holders].every(
    ({ notBefore, notAfter }) => notBefore <= validity.from && validity.to <= notAfter,
  );
  if (!isCovered || !(validity.from < validity.to) || Number.isNaN(createdAt.getTime())) {
    throw new ElectronicSealError('validity_unfit', 'A seal is valid only while all its certificates are');
  }
}

function informationOf(content: SealContent): SealInformation {
  const { picture, holderCertificates, validity } = content;
  const holders: HolderBinding =
    content.bindBy === 'certificate'
      ? { by: 'certificate', certificatesDer: holderCertificates }
      : {
          by: 'digest',
          digests: holderCertificates.map((der) => ({ type: certificateDigestType, value: certificateDigest(der) })),
        };
  return Object.assign(new SealInformation(), {
    header: Object.assign(new SealHeader(), { vendor }),
    id: content.sealId,
    property: Object.assign(new SealProperty(), {
      type: sealTypes[content.type],
      name: content.name,
      certificateListType: holdersBy[content.bindBy],
      certificateList: encodeHolders(holders),
      createdAt: wholeSeconds(content.createdAt),
      validFrom: wholeSeconds(validity.from),
      validTo: wholeSeconds(validity.to),
    }),
    picture: Object.assign(new SealPictureInformation(), {
      type: 'PNG',
      data: new OctetString(picture.png),
      width: picture.width,
      height: picture.height,
    }),
  });
}

/** GeneralizedTime in DER, as certificates have it, says seconds. */
function wholeSeconds(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 1000) * 1000);
}
