import { createHash } from 'node:crypto';
import { childrenOf, type DerElement, readElement } from '../ejbca/der-reader';
import { element, enumerated, explicit, integer, octetString, oid, sequence, time } from '../ejbca/der-writer';
import { generalizedTime, type RsaParty, SIGNATURE_ALGORITHM, signedBy } from './rsa-party';

const HOUR_MS = 60 * 60_000;
const LIST_MS = 7 * 24 * HOUR_MS;
const OCSP_BASIC = '1.3.6.1.5.5.7.48.1.1';
const MALFORMED = 1;
const UNAUTHORIZED = 6;

const sha1 = (bytes: Uint8Array): Buffer => createHash('sha1').update(bytes).digest();
/** The bits of the key without the count of unused ones. */
const keyBitsOf = ({ publicKeyDer }: RsaParty): Buffer =>
  (childrenOf(readElement(publicKeyDer))[1]?.content ?? Buffer.alloc(1)).subarray(1);

/** A complete list (RFC 5280, 5.1), made anew each hour. */
export function revocationList(
  issuer: RsaParty,
  now: Date,
  revoked: readonly { serialDer: Buffer; at: Date }[],
): Buffer {
  const made = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  const number = Math.floor(made.getTime() / HOUR_MS).toString(16);
  const extensions = [
    sequence(oid('2.5.29.35'), octetString(sequence(element(0x80, sha1(keyBitsOf(issuer)))))),
    sequence(oid('2.5.29.20'), octetString(integer(number))),
  ];
  const entries = revoked.map(({ serialDer, at }) => sequence(serialDer, time(at)));
  return signedBy(
    issuer,
    sequence(
      integer('1'),
      SIGNATURE_ALGORITHM,
      issuer.subjectDer,
      time(made),
      time(new Date(made.getTime() + LIST_MS)),
      ...(entries.length > 0 ? [sequence(...entries)] : []),
      explicit(0, sequence(...extensions)),
    ),
  );
}

const failure = (status: number): Buffer => sequence(enumerated(status));

/** OCSPResponse (RFC 6960, 4.2.1) by the issuer itself about one certificate; "unauthorized" about those of others. */
export function ocspAnswer(
  bytes: Buffer,
  { issuer, now, revokedAt }: { issuer: RsaParty; now: Date; revokedAt: Date | null },
): Buffer {
  let asked: DerElement | undefined;
  try {
    const [request] = childrenOf(readElement(bytes));
    const list = request && childrenOf(request).find(({ tag }) => tag === 0x30);
    const [first] = list ? childrenOf(list) : [];
    [asked] = first ? childrenOf(first) : [];
  } catch {
    return failure(MALFORMED);
  }
  if (!asked) return failure(MALFORMED);
  const [, nameHash, keyHash] = childrenOf(asked);
  const isOurs = nameHash?.content.equals(sha1(issuer.subjectDer)) && keyHash?.content.equals(sha1(keyBitsOf(issuer)));
  if (!isOurs) return failure(UNAUTHORIZED);
  const status = revokedAt ? element(0xa1, generalizedTime(revokedAt)) : element(0x80);
  const single = sequence(
    asked.whole,
    status,
    generalizedTime(now),
    explicit(0, generalizedTime(new Date(now.getTime() + 24 * HOUR_MS))),
  );
  const data = sequence(explicit(1, issuer.subjectDer), generalizedTime(now), sequence(single));
  const basic = signedBy(issuer, data);
  return sequence(enumerated(0), explicit(0, sequence(oid(OCSP_BASIC), octetString(basic))));
}
