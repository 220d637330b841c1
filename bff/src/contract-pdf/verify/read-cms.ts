import { createHash } from 'node:crypto';
import { checkDeeply, type Der, DerMembers, membersOf, readDer } from '../../pki/der/read-der';
import { algorithmOf, areEqual, insideOf, oidOf, smallNumberOf } from '../../pki/der/read-values';
import { constructedTag, sequence, tags } from '../../pki/der/write-der';
import { oids as pkiOids } from '../../pki/oids';
import { cmsOids } from './cms-oids';
import { limits } from './limits';
import { type Certificate, isSignatureOf, readCertificate, type SignatureScheme } from './read-certificate';

/** SignedData with one signer (RFC 5652, 5), taken apart. Nothing of it is checked yet but its form. */
export interface SignedData {
  readonly contentType: string;
  /** The content itself; null for a detached signature. */
  readonly content: Uint8Array | null;
  readonly certificates: readonly Certificate[];
  /** Null when it is not among the certificates. */
  readonly signer: Certificate | null;
  /** Issuer and serial number of the signer, DER. */
  readonly signerId: Uint8Array;
  readonly digest: SignatureScheme['hash'];
  /** Null for an algorithm that is not accepted. */
  readonly scheme: SignatureScheme | null;
  readonly attributes: ReadonlyMap<string, Der>;
  /** What the signature value was computed over: the attributes as a SET (RFC 5652, 5.4). */
  readonly signedAttributes: Buffer;
  readonly signature: Uint8Array;
  readonly unsignedAttributes: ReadonlyMap<string, Der>;
}

const digests: Readonly<Record<string, SignatureScheme['hash']>> = {
  [pkiOids.sha256]: 'sha256',
  [pkiOids.sha384]: 'sha384',
  [pkiOids.sha512]: 'sha512',
};

const schemes: Readonly<Record<string, SignatureScheme>> = {
  [pkiOids.sha256WithRsa]: { family: 'rsa', hash: 'sha256' },
  [pkiOids.sha384WithRsa]: { family: 'rsa', hash: 'sha384' },
  [pkiOids.sha512WithRsa]: { family: 'rsa', hash: 'sha512' },
  [pkiOids.ecdsaWithSha256]: { family: 'ecdsa', hash: 'sha256' },
  [pkiOids.ecdsaWithSha384]: { family: 'ecdsa', hash: 'sha384' },
  [pkiOids.ecdsaWithSha512]: { family: 'ecdsa', hash: 'sha512' },
};

/** @throws Error when the structure is not readable as such, or larger than anything honest */
export function readSignedData(der: Uint8Array): SignedData {
  const whole = readDer(der);
  checkDeeply(whole);
  const info = new DerMembers(whole);
  if (oidOf(info.any()) !== cmsOids.signedData) throw new Error('Not signed data');
  const members = new DerMembers(insideOf(info.take(constructedTag(0))));
  info.end();
  const version = smallNumberOf(members.any());
  const [digestAlgorithm, ...otherDigests] = membersOf(members.take(tags.set));
  const { contentType, content } = readContent(members.any());
  const certificates = readCertificates(members.optional(constructedTag(0)));
  members.optional(constructedTag(1));
  const [signerInfo, ...others] = membersOf(members.take(tags.set));
  members.end();
  if (!signerInfo || others.length > 0) throw new Error('Exactly one signer was expected');
  const signed = readSigner(signerInfo, certificates);
  // Nobody signs these; they are what they have to be, so that no other bytes stand for the same signature (5.1).
  const isExact =
    version === (contentType === cmsOids.data ? 1 : 3) &&
    digestAlgorithm !== undefined &&
    otherDigests.length === 0 &&
    plainAlgorithm(digestAlgorithm) === signed.digestAlgorithm;
  if (!isExact) throw new Error('The structure contradicts itself');
  return { contentType, content, certificates, ...signed };
}

function readContent(der: Der): { contentType: string; content: Uint8Array | null } {
  const members = new DerMembers(der);
  const contentType = oidOf(members.any());
  const wrapped = members.optional(constructedTag(0));
  members.end();
  if (!wrapped) return { contentType, content: null };
  const octets = insideOf(wrapped);
  if (octets.tag !== tags.octetString) throw new Error('The content is not in one piece');
  return { contentType, content: octets.content };
}

function readCertificates(list: Der | null): Certificate[] {
  const members = list ? membersOf(list) : [];
  if (members.length > limits.certificates) throw new Error('There are too many certificates');
  return members.map(({ whole }) => readCertificate(whole));
}

function readSigner(der: Der, certificates: readonly Certificate[]) {
  const members = new DerMembers(der);
  if (smallNumberOf(members.any()) !== 1) throw new Error('Another version');
  const signerId = members.take(tags.sequence).whole;
  const digestAlgorithm = plainAlgorithm(members.any());
  const digest = digests[digestAlgorithm];
  const attributeSet = members.take(constructedTag(0));
  const algorithm = plainAlgorithm(members.any());
  const signature = members.take(tags.octetString).content;
  const unsigned = members.optional(constructedTag(1));
  members.end();
  if (!digest) throw new Error('The digest is of another kind');
  const signedAttributes = Buffer.from(attributeSet.whole);
  signedAttributes[0] = tags.set;
  return {
    signerId,
    signer: certificates.find((certificate) => areEqual(identityOf(certificate), signerId)) ?? null,
    digest,
    digestAlgorithm,
    scheme: schemeOf(algorithm, digest),
    attributes: readAttributes(attributeSet),
    signedAttributes,
    signature,
    unsignedAttributes: unsigned ? readAttributes(unsigned) : new Map<string, Der>(),
  };
}

/** Parameters are NULL or left out. @throws Error for others */
function plainAlgorithm(der: Der): string {
  const { oid, parameters, isNull } = algorithmOf(der);
  if (parameters && !isNull) throw new Error('An algorithm has parameters');
  return oid;
}

function schemeOf(algorithm: string, hash: SignatureScheme['hash']): SignatureScheme | null {
  if (algorithm === pkiOids.rsaEncryption) return { family: 'rsa', hash };
  const scheme = schemes[algorithm];
  return scheme?.hash === hash ? scheme : null;
}

/** Attributes of one value each, none of them twice. */
function readAttributes(set: Der): Map<string, Der> {
  const attributes = new Map<string, Der>();
  for (const attribute of membersOf(set)) {
    const members = new DerMembers(attribute);
    const type = oidOf(members.any());
    const [value, surplus] = membersOf(members.take(tags.set));
    members.end();
    if (!value || surplus || attributes.has(type)) throw new Error('An attribute has not exactly one value');
    attributes.set(type, value);
  }
  return attributes;
}

export const identityOf = ({ issuerDer, serialDer }: Certificate): Uint8Array => sequence(issuerDer, serialDer);

/** Whether the attributes are those of this content: its type, and its digest. */
export function isOver(data: SignedData, digestOfContent: (hash: SignatureScheme['hash']) => Buffer): boolean {
  const digest = data.attributes.get(cmsOids.messageDigest);
  return digest?.tag === tags.octetString && areEqual(digest.content, digestOfContent(data.digest));
}

export function hasContentType(data: SignedData): boolean {
  const type = data.attributes.get(cmsOids.contentType);
  return type !== undefined && oidOf(type) === data.contentType;
}

/** The signer's key over the attributes. */
export function isSigned(data: SignedData, signer: Certificate): boolean {
  return data.scheme !== null && isSignatureOf(signer, data.scheme, data.signedAttributes, data.signature);
}

/**
 * ESSCertIDv2 (RFC 5035, 4): binds the signature to this very certificate. Of the older one by SHA-1, which time stamping
 * authorities still write, only that it is this one: the key has to be the certificate's all the same.
 */
export function namesItsCertificate(data: SignedData, signer: Certificate, mayBeSha1 = false): boolean {
  const first = (value: Der | undefined) => (value ? membersOf(membersOf(value)[0] ?? value)[0] : undefined);
  try {
    const current = first(data.attributes.get(cmsOids.signingCertificateV2));
    const older = mayBeSha1 ? first(data.attributes.get(cmsOids.signingCertificate)) : undefined;
    const members = new DerMembers(current ?? older ?? readDer(Buffer.of()));
    const algorithm = current ? members.optional(tags.sequence) : null;
    const hash = !current ? 'sha1' : algorithm ? digests[algorithmOf(algorithm).oid] : 'sha256';
    const expected = members.take(tags.octetString).content;
    return hash !== undefined && areEqual(expected, createHash(hash).update(signer.der).digest());
  } catch {
    return false;
  }
}
