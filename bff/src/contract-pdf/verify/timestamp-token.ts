import { createHash } from 'node:crypto';
import { type Der, DerMembers, readDer } from '../../pki/der/read-der';
import { algorithmOf, areEqual, oidOf, smallNumberOf } from '../../pki/der/read-values';
import { tags } from '../../pki/der/write-der';
import { oids as pkiOids } from '../../pki/oids';
import { areValidAt, findPath } from './certificate-path';
import { cmsOids } from './cms-oids';
import type { Certificate, SignatureScheme } from './read-certificate';
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
  const { time, signer, certificates } = readToken(token, stamped, anchors);
  const proven = { time, authority: signer.commonName };
  if (anchors.length === 0) return { ...proven, judged: false };
  const path = findPath(signer, certificates, anchors);
  if (!path || !areValidAt(path, time)) throw new Doubt('timestamp_untrusted');
  return { ...proven, judged: true };
}

function readToken(token: Uint8Array, stamped: readonly Uint8Array[], anchors: readonly Certificate[]) {
  try {
    const data = readSignedData(token);
    const { content } = data;
    // The token may leave its certificate out (`certReq`): then it is one that is known here.
    const signer = data.signer ?? anchors.find((anchor) => areEqual(identityOf(anchor), data.signerId));
    if (!content || data.contentType !== cmsOids.timestampInfo || !signer) throw new Error('Not a time stamp');
    const { time, imprint, hash } = readInfo(readDer(content));
    const isGood =
      hasContentType(data) &&
      isOver(data, (name) => createHash(name).update(content).digest()) &&
      isSigned(data, signer) &&
      namesItsCertificate(data, signer, true) &&
      isForTimestamps(signer) &&
      areEqual(imprint, digestOf(hash, stamped));
    if (!isGood) throw new Error('A time stamp over something else');
    return { time, signer, certificates: data.certificates };
  } catch {
    throw new Doubt('timestamp_wrong');
  }
}

function digestOf(hash: string, parts: readonly Uint8Array[]): Buffer {
  const digest = createHash(hash);
  for (const part of parts) digest.update(part);
  return digest.digest();
}

/** RFC 3161, 2.3: this usage alone, and critical. */
function isForTimestamps({ extendedKeyUsages, criticalExtensions, keyUsages, authority }: Certificate): boolean {
  const isAlone = extendedKeyUsages?.length === 1 && extendedKeyUsages[0] === cmsOids.timeStamping;
  const maySign = !keyUsages || keyUsages.includes('digitalSignature') || keyUsages.includes('nonRepudiation');
  return isAlone && criticalExtensions.includes(pkiOids.extendedKeyUsage) && maySign && !authority;
}

/** TSTInfo (RFC 3161, 2.4.2), as far as its time. */
function readInfo(der: Der): { time: Date; imprint: Uint8Array; hash: SignatureScheme['hash'] } {
  const members = new DerMembers(der);
  if (smallNumberOf(members.any()) !== 1) throw new Error('Another version');
  oidOf(members.any());
  const stamped = new DerMembers(members.take(tags.sequence));
  const hash = digests[algorithmOf(stamped.any()).oid];
  const imprint = stamped.take(tags.octetString).content;
  stamped.end();
  if (!hash) throw new Error('The digest is of another kind');
  members.take(tags.integer);
  return { hash, imprint, time: timeOf(members.take(tags.generalizedTime)) };
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
