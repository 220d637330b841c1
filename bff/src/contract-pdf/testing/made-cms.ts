import { createHash, sign } from 'node:crypto';
import {
  constructedTag,
  explicit,
  integer,
  nothing,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
  tags,
  value,
} from '../../pki/der/write-der';
import { oids } from '../../pki/oids';
import { encode, issuerAndSerialNumber } from '../der';
import { cmsOids } from '../verify/cms-oids';
import { algorithmOfKey, type Party } from './made-certificate';

export interface CmsWishes {
  readonly signer: Party;
  /** SHA-256 of the content. */
  readonly digest: Buffer;
  readonly certificates?: readonly Uint8Array[];
  readonly contentType?: string;
  /** Inside, in place of beside. */
  readonly content?: Buffer;
  /** Changes or adds attributes, by object identifier; null leaves one out. */
  readonly attributes?: Readonly<Record<string, Uint8Array | null>>;
  /** Made of the signature value. */
  readonly unsigned?: (signature: Buffer) => Readonly<Record<string, Uint8Array>>;
  readonly digestAlgorithm?: string;
  readonly signers?: number;
}

/** SignedData as one wishes, also as none should be (RFC 5652, 5). */
export function madeCms(wishes: CmsWishes): Buffer {
  const { signer, digest, content, contentType = cmsOids.data } = wishes;
  const attributes: Record<string, Uint8Array | null> = {
    [cmsOids.contentType]: objectIdentifier(contentType),
    [cmsOids.messageDigest]: octetString(digest),
    [cmsOids.signingCertificateV2]: sequence(sequence(sequence(octetString(sha256(signer.der))))),
    ...wishes.attributes,
  };
  const encoded = Object.entries(attributes).flatMap(([oid, one]) => (one ? [attribute(oid, one)] : []));
  const signed = setOf(...encoded);
  const signature = sign('sha256', signed, signer.key);
  const inBrackets = Buffer.from(signed);
  inBrackets[0] = constructedTag(0);
  const unsigned = Object.entries(wishes.unsigned?.(signature) ?? {}).map(([oid, one]) => attribute(oid, one));
  const sha256Algorithm = sequence(objectIdentifier(wishes.digestAlgorithm ?? oids.sha256), nothing());
  const info = sequence(
    integer(1),
    encode(issuerAndSerialNumber(signer.der)),
    sha256Algorithm,
    inBrackets,
    algorithmOfKey(signer.key),
    octetString(signature),
    ...(unsigned.length > 0 ? [value(constructedTag(1), ...unsigned)] : []),
  );
  const data = sequence(
    integer(contentType === cmsOids.data ? 1 : 3),
    setOf(sha256Algorithm),
    sequence(objectIdentifier(contentType), ...(content ? [explicit(0, octetString(content))] : [])),
    value(constructedTag(0), ...(wishes.certificates ?? [signer.der])),
    value(tags.set, ...Array.from({ length: wishes.signers ?? 1 }, () => info)),
  );
  return sequence(objectIdentifier(cmsOids.signedData), explicit(0, data));
}

const attribute = (oid: string, one: Uint8Array): Buffer => sequence(objectIdentifier(oid), setOf(one));
export const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
