import { createHash } from 'node:crypto';
import { oids } from '../pki/oids';
import {
  decode,
  encode,
  issuerAndSerialNumber,
  membersOf,
  nothing,
  objectIdentifier,
  octets,
  sequence,
  set,
  smallInteger,
  tagged,
} from './der';
import type { ContractSigningKey } from './signing-key';
import { cmsOids } from './verify/cms-oids';

export interface CmsSigner {
  /** Every signature by RSA has this length, one by ECDSA at most this one. */
  readonly length: number;
  /**
   * @param digest SHA-256 of the signed bytes
   * @param stamp makes a time stamp token over the SHA-256 of the signature's value, or tells that there is none
   * @returns DER of a detached SignedData; with a token longer by it
   */
  sign(digest: Buffer, stamp?: (imprint: Buffer) => Promise<Buffer | null>): Promise<Buffer>;
}

/**
 * Prepares a PAdES baseline B-B signature (ETSI EN 319 142-1, 5.3): signed attributes contentType, messageDigest and
 * signingCertificateV2, no signing-time (the PDF's /M says it). The structure is encoded once with place holders;
 * each call fills in two runs of bytes, or encodes anew where a signature is shorter than the place that was held. Names are copied from the certificate undecoded: node-forge would encode a
 * Chinese issuer's UTF-8 twice, and no reader would find the signer then.
 */
export function createCmsSigner(key: ContractSigningKey): CmsSigner {
  const { algorithm, signatureBytes } = key;
  const chain = key.chain.map((der) => Buffer.from(der));
  const leaf = chain[0];
  if (!leaf) throw new Error('A signer needs a certificate');
  const digestMark = markOf('digest', 32);
  const signatureMark = markOf('signature', signatureBytes);
  const attributes = [
    attribute(cmsOids.contentType, objectIdentifier(cmsOids.data)),
    attribute(cmsOids.messageDigest, octets(digestMark)),
    // ESSCertIDv2 with its default hash, SHA-256 (RFC 5035, 4).
    attribute(
      cmsOids.signingCertificateV2,
      sequence(sequence(sequence(octets(createHash('sha256').update(leaf).digest())))),
    ),
  ].sort((a, b) => Buffer.compare(encode(a), encode(b)));
  const sha256 = () => sequence(objectIdentifier(oids.sha256));
  const signerInfo = sequence(
    smallInteger(1),
    issuerAndSerialNumber(leaf),
    sha256(),
    tagged(0, ...attributes),
    signatureAlgorithms[algorithm](),
    octets(signatureMark),
  );
  const signedData = sequence(
    smallInteger(1),
    set(sha256()),
    sequence(objectIdentifier(cmsOids.data)),
    tagged(0, ...chain.map(decode)),
    set(signerInfo),
  );
  const skeleton = encode(sequence(objectIdentifier(cmsOids.signedData), tagged(0, signedData)));
  // What is signed carries the SET tag, not the [0] it is stored with (RFC 5652, 5.4).
  const signedAttributes = encode(set(...attributes));
  const digestInAttributes = placeOf(signedAttributes, digestMark);
  const digestInSkeleton = placeOf(skeleton, digestMark);
  const signatureInSkeleton = placeOf(skeleton, signatureMark);
  return {
    length: skeleton.length,
    async sign(digest, stamp) {
      const toSign = Buffer.from(signedAttributes);
      digest.copy(toSign, digestInAttributes);
      const signature = Buffer.from(await key.sign(toSign));
      if (signature.length > signatureBytes) throw new Error('The signature is longer than the key said');
      const filled = Buffer.from(skeleton);
      digest.copy(filled, digestInSkeleton);
      const cms = signature.length === signatureBytes ? filled : withSignature(filled, signature);
      if (cms === filled) signature.copy(cms, signatureInSkeleton);
      const token = (await stamp?.(createHash('sha256').update(signature).digest())) ?? null;
      return token ? withToken(cms, token) : cms;
    },
  };
}

/** RFC 8017 and RFC 3370, 3.2 (NULL); RFC 5754, 3.3 (nothing). */
const signatureAlgorithms: Readonly<Record<ContractSigningKey['algorithm'], () => ReturnType<typeof sequence>>> = {
  rsa: () => sequence(objectIdentifier(oids.rsaEncryption), nothing()),
  'ecdsa-p256': () => sequence(objectIdentifier(oids.ecdsaWithSha256)),
};

const signerInfoOf = (contentInfo: ReturnType<typeof decode>): ReturnType<typeof decode>[] =>
  membersOf(membersOf(membersOf(membersOf(membersOf(contentInfo)[1])[0]).at(-1))[0]);

/** Another value in place of the one that was held a place for. */
function withSignature(cms: Buffer, signature: Buffer): Buffer {
  const contentInfo = decode(cms);
  signerInfoOf(contentInfo).splice(-1, 1, octets(signature));
  return encode(contentInfo);
}

/** The token as the signer's one unsigned attribute (ETSI EN 319 122-1, 5.3): no signed byte changes. */
function withToken(cms: Buffer, token: Buffer): Buffer {
  const contentInfo = decode(cms);
  signerInfoOf(contentInfo).push(tagged(1, attribute(cmsOids.signatureTimestamp, decode(token))));
  return encode(contentInfo);
}

function attribute(oid: string, value: ReturnType<typeof sequence>) {
  return sequence(objectIdentifier(oid), set(value));
}

/** Bytes that occur nowhere else: a chain of hashes. */
function markOf(name: string, length: number): Buffer {
  const parts: Buffer[] = [];
  for (let index = 0; parts.length * 32 < length; index += 1) {
    parts.push(createHash('sha256').update(`place of the ${name} ${index}`).digest());
  }
  return Buffer.concat(parts).subarray(0, length);
}

function placeOf(der: Buffer, mark: Buffer): number {
  const place = der.indexOf(mark);
  if (place < 0 || der.indexOf(mark, place + 1) >= 0) throw new Error('The signature skeleton is ambiguous');
  return place;
}
