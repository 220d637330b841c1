import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { mostHolderCertificates } from './seal-limits';
import { CertificateDigest, CertificateDigestList, CertificateList, SignedSeal } from './seal-structure';

/** With two certificates of a holder and a picture of 600 dpi a seal has 120 to 200 KB. */
const largestSeal = 2 * 1024 * 1024;

/** What `certificateListType` says. */
export const holdersBy = { certificate: 1, digest: 2 } as const;

export type HolderBinding =
  | { readonly by: 'certificate'; readonly certificatesDer: readonly Uint8Array[] }
  | { readonly by: 'digest'; readonly digests: readonly { readonly type: string; readonly value: Uint8Array }[] };

export interface ReadSeal {
  readonly seal: SignedSeal;
  readonly holders: HolderBinding;
  /** What was signed. */
  readonly informationDer: Uint8Array;
}

/**
 * Reads the form of a seal, and believes nothing of it. Whatever is not its own distinguished encoding is refused:
 * bytes after the end, other lengths, other strings; so what is read is the only thing that the bytes can mean.
 * @throws Error
 */
export function readSeal(der: Uint8Array): ReadSeal {
  if (der.length > largestSeal) throw new Error('Longer than any seal');
  const seal = AsnConvert.parse(der, SignedSeal);
  const { property } = seal.information;
  const holders = readHolders(property.certificateListType, property.certificateList);
  // The list is encoded again from what was read of it: the library passes its bytes through as they are.
  property.certificateList = encodeHolders(holders);
  if (!Buffer.from(AsnConvert.serialize(seal)).equals(der)) throw new Error('Not the distinguished encoding of a seal');
  return { seal, holders, informationDer: new Uint8Array(AsnConvert.serialize(seal.information)) };
}

function readHolders(type: number, der: ArrayBuffer): HolderBinding {
  if (type === holdersBy.certificate) {
    const list = AsnConvert.parse(der, CertificateList);
    checkCount(list.length);
    return { by: 'certificate', certificatesDer: list.map(({ buffer }) => new Uint8Array(buffer)) };
  }
  if (type !== holdersBy.digest) throw new Error('An unknown kind of list');
  const list = AsnConvert.parse(der, CertificateDigestList);
  checkCount(list.length);
  return { by: 'digest', digests: list.map((item) => ({ type: item.type, value: new Uint8Array(item.value.buffer) })) };
}

function checkCount(count: number): void {
  if (count === 0 || count > mostHolderCertificates) throw new Error('No certificate of a holder, or too many');
}

/** The list in DER. */
export function encodeHolders(holders: HolderBinding): ArrayBuffer {
  if (holders.by === 'certificate') {
    return AsnConvert.serialize(new CertificateList(holders.certificatesDer.map((der) => new OctetString(der))));
  }
  const digests = holders.digests.map(({ type, value }) =>
    Object.assign(new CertificateDigest(), { type, value: new OctetString(value) }),
  );
  return AsnConvert.serialize(new CertificateDigestList(digests));
}
