import { createHash } from 'node:crypto';
import { type Der, DerMembers, readDer } from '../../pki/der/read-der';
import { algorithmOf, areEqual, oidOf, smallNumberOf, unsignedHexOf } from '../../pki/der/read-values';
import { tags } from '../../pki/der/write-der';
import { oids as pkiOids } from '../../pki/oids';
import { areValidAt, findPath } from './certificate-path';
import { cmsOids } from './cms-oids';
import { type Certificate, readAnchors, type SignatureScheme } from './read-certificate';
import { hasContentType, identityOf, isOver, isSigned, namesItsCertificate, readSignedData } from './read-cms';
import { Doubt, type ProvenTime } from './verification';

const digests: Readonly<Record<string, SignatureScheme['hash']>> = {
  [pkiOids.sha256]: 'sha256',
  [pkiOids.sha384]: 'sha384',
  [pkiOids.sha512]: 'sha512',
};

/**
 * A time stamp token (RFC 3161): over exactly these bytes, signed, by a certificate that is for time stamps alone and comes
 * from one of the anchors. Without anchors nobody can say who it was: the token must hold all the same, and its time is
 * told as one that nobody has judged.
 * @throws Doubt timestamp_wrong, timestamp_untrusted
 */
export function checkTimestamp(
  token: Uint8Array,
  stamped: readonly Uint8Array[],
  anchors: readonly Certificate[],
): ProvenTime {
  const { time, signer, certificates } = readToken(token, isOverBytes(stamped), anchors);
  const proven = { time, authority: signer.commonName };
  if (anchors.length === 0) return { ...proven, judged: false };
  const path = findPath(signer, certificates, anchors);
  if (!path || !areValidAt(path, time)) throw new Doubt('timestamp_untrusted');
  return { ...proven, judged: true };
}

/** The certificates of who stamped these bytes, up to an anchor, DER. @throws Doubt timestamp_wrong, timestamp_untrusted */
export function timestampPath(
  token: Uint8Array,
  stamped: readonly Uint8Array[],
  anchors: readonly Certificate[],
): readonly Uint8Array[] {
  const { time, signer, certificates } = readToken(token, isOverBytes(stamped), anchors);
  const path = findPath(signer, certificates, anchors);
  if (!path || !areValidAt(path, time)) throw new Doubt('timestamp_untrusted');
  return path.map(({ der }) => der);
}

/** What a client learns of a token that it has asked for. */
export interface CheckedToken {
  readonly time: Date;
  /** Common name of who stamped it. */
  readonly authority: string;
  /** Hexadecimal; null: it says none. */
  readonly nonce: string | null;
  /** DER, those of the token and then the anchor's: the path of who stamped. */
  readonly path: readonly Uint8Array[];
}

/**
 * A token over a SHA-256 digest from one of the anchors (PEM), valid at the time that it tells.
 * @throws Doubt timestamp_wrong, timestamp_untrusted; Error when an anchor is no certificate
 */
export function checkNewToken(token: Uint8Array, digest: Uint8Array, anchorsPem: readonly string[]): CheckedToken {
  const anchors = readAnchors(anchorsPem);
  const isOverDigest = (hash: string, imprint: Uint8Array) => hash === 'sha256' && areEqual(imprint, digest);
  const { time, nonce, signer, certificates } = readToken(token, isOverDigest, anchors);
  const path = findPath(signer, certificates, anchors);
  if (!path || !areValidAt(path, time)) throw new Doubt('timestamp_untrusted');
  return { time, nonce, authority: signer.commonName, path: path.map(({ der }) => der) };
}

function readToken(
  token: Uint8Array,
  isStamped: (hash: string, imprint: Uint8Array) => boolean,
  anchors: readonly Certificate[],
) {
  try {
    const data = readSignedData(token);
    const { content } = data;
    // The token may leave its certificate out (`certReq`): then it is one that is known here.
    const signer = data.signer ?? anchors.find((anchor) => areEqual(identityOf(anchor), data.signerId));
    if (!content || data.contentType !== cmsOids.timestampInfo || !signer) throw new Error('Not a time stamp');
    const { time, imprint, hash, nonce } = readInfo(readDer(content));
    const isGood =
      hasContentType(data) &&
      isOver(data, (name) => createHash(name).update(content).digest()) &&
      isSigned(data, signer) &&
      namesItsCertificate(data, signer, true) &&
      isForTimestamps(signer) &&
      isStamped(hash, imprint);
    if (!isGood) throw new Error('A time stamp over something else');
    return { time, nonce, signer, certificates: data.certificates };
  } catch {
    throw new Doubt('timestamp_wrong');
  }
}

const isOverBytes =
  (parts: readonly Uint8Array[]) =>
  (hash: string, imprint: Uint8Array): boolean => {
    const digest = createHash(hash);
    for (const part of parts) digest.update(part);
    return areEqual(imprint, digest.digest());
  };

/** RFC 3161, 2.3: this usage alone, and critical. */
function isForTimestamps({ extendedKeyUsages, criticalExtensions, keyUsages, authority }: Certificate): boolean {
  const isAlone = extendedKeyUsages?.length === 1 && extendedKeyUsages[0] === cmsOids.timeStamping;
  const maySign = !keyUsages || keyUsages.includes('digitalSignature') || keyUsages.includes('nonRepudiation');
  return isAlone && criticalExtensions.includes(pkiOids.extendedKeyUsage) && maySign && !authority;
}

interface StampedInfo {
  readonly time: Date;
  readonly imprint: Uint8Array;
  readonly hash: SignatureScheme['hash'];
  readonly nonce: string | null;
}

/** TSTInfo (RFC 3161, 2.4.2), as far as its nonce. */
function readInfo(der: Der): StampedInfo {
  const members = new DerMembers(der);
  if (smallNumberOf(members.any()) !== 1) throw new Error('Another version');
  oidOf(members.any());
  const stamped = new DerMembers(members.take(tags.sequence));
  const hash = digests[algorithmOf(stamped.any()).oid];
  const imprint = stamped.take(tags.octetString).content;
  stamped.end();
  if (!hash) throw new Error('The digest is of another kind');
  members.take(tags.integer);
  const time = timeOf(members.take(tags.generalizedTime));
  members.optional(tags.sequence);
  members.optional(tags.boolean);
  const nonce = members.optional(tags.integer);
  return { hash, imprint, time, nonce: nonce ? unsignedHexOf(nonce) : null };
}

/** Unlike times in certificates it may have parts of a second. */
function timeOf({ content }: Der): Date {
  const [, year, month, day, hour, minute, second, part = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(Buffer.from(content).toString('latin1')) ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const time = new Date(`${iso}${part.slice(0, 4)}Z`);
  if (Number.isNaN(time.getTime()) || !time.toISOString().startsWith(iso)) throw new Error('A time does not exist');
  return time;
}
