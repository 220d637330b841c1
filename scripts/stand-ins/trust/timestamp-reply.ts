import { createHash, randomBytes, sign } from 'node:crypto';
import { childrenOf, readElement, readOid } from '../ejbca/der-reader';
import { element, explicit, integer, octetString, oid, sequence, setOf } from '../ejbca/der-writer';
import type { TrustFault } from '../serving/fault-board';
import { generalizedTime, RSA, type RsaParty, SHA256 } from './rsa-party';

const SHA256_OID = '2.16.840.1.101.3.4.2.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
/** Under which rules it stamps: a number of nobody's. */
const POLICY = '1.2.3.4.1';
const REJECTION = '2';
const DAY_MS = 24 * 60 * 60_000;

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const attribute = (id: string, value: Buffer): Buffer => sequence(oid(id), setOf(value));

interface Wanted {
  readonly imprint: Buffer;
  readonly nonce: Buffer | null;
  readonly wantsCertificate: boolean;
}

/** Null for a request that no authority answers (RFC 3161, 2.4.1). */
function readRequest(bytes: Buffer): Wanted | null {
  try {
    const [version, imprint, ...rest] = childrenOf(readElement(bytes));
    if (!version || !imprint || version.content[0] !== 1) return null;
    const [algorithm, digest] = childrenOf(imprint);
    const [hash] = algorithm ? childrenOf(algorithm) : [];
    if (!hash || readOid(hash) !== SHA256_OID || digest?.content.length !== 32) return null;
    return {
      imprint: imprint.whole,
      nonce: rest.find(({ tag }) => tag === 0x02)?.whole ?? null,
      wantsCertificate: rest.some(({ tag, content }) => tag === 0x01 && content[0] === 0xff),
    };
  } catch {
    return null;
  }
}

const otherImprint = (): Buffer => sequence(SHA256, octetString(randomBytes(32)));

/** TimeStampResp (RFC 3161, 2.4.2), with a fault where one is wanted. */
export function timestampReply(
  bytes: Buffer,
  { authority, stranger, now }: { authority: RsaParty; stranger: RsaParty; now: Date },
  fault?: TrustFault,
): Buffer {
  const wanted = readRequest(bytes);
  if (!wanted || fault === 'refused') return sequence(sequence(integer(REJECTION)));
  const time = fault === 'other-day' ? new Date(now.getTime() - DAY_MS) : now;
  const nonce = fault === 'other-nonce' ? integer(`1${randomBytes(7).toString('hex')}`) : wanted.nonce;
  const info = sequence(
    integer('1'),
    oid(POLICY),
    fault === 'other-imprint' ? otherImprint() : wanted.imprint,
    integer(`1${randomBytes(8).toString('hex')}`),
    generalizedTime(time),
    sequence(integer('1')),
    ...(nonce ? [nonce] : []),
  );
  const signer = fault === 'other-signer' ? stranger : authority;
  return sequence(sequence(integer('0')), token(info, signer, wanted.wantsCertificate));
}

/** The stamp as SignedData (RFC 5652, 5), naming its certificate (RFC 5035). */
function token(info: Buffer, signer: RsaParty, withCertificate: boolean): Buffer {
  const attributes = [
    attribute('1.2.840.113549.1.9.3', oid(TST_INFO)),
    attribute('1.2.840.113549.1.9.4', octetString(sha256(info))),
    attribute('1.2.840.113549.1.9.16.2.47', sequence(sequence(sequence(octetString(sha256(signer.certificate)))))),
  ].sort(Buffer.compare);
  const signature = sign('sha256', setOf(...attributes), signer.key);
  const signerInfo = sequence(
    integer('1'),
    sequence(signer.issuerDer, signer.serialDer),
    SHA256,
    element(0xa0, ...attributes),
    RSA,
    octetString(signature),
  );
  const data = sequence(
    integer('3'),
    setOf(SHA256),
    sequence(oid(TST_INFO), explicit(0, octetString(info))),
    ...(withCertificate ? [explicit(0, signer.certificate)] : []),
    setOf(signerInfo),
  );
  return sequence(oid(SIGNED_DATA), explicit(0, data));
}
