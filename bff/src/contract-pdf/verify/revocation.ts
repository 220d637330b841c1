import { createHash } from 'node:crypto';
import { checkDeeply, type Der, DerMembers, membersOf, readDer } from '../../pki/der/read-der';
import { algorithmOf, areEqual, bitOctetsOf, insideOf, oidOf, timeOf, unsignedHexOf } from '../../pki/der/read-values';
import { constructedTag, primitiveTag, tags } from '../../pki/der/write-der';
import { oids as pkiOids } from '../../pki/oids';
import { readCrl } from '../../pki/revocation/read-crl';
import { areValidAt } from './certificate-path';
import { cmsOids } from './cms-oids';
import type { Evidence } from './evidence';
import { keptByBytes } from './kept-by-bytes';
import { type Certificate, isSignedBy, readCertificate } from './read-certificate';

export type RevocationState = { readonly state: 'good' | 'unknown' } | { readonly state: 'revoked'; readonly at: Date };

/**
 * What the lists and status answers in the file say about a certificate. Only the word of its issuer counts, given here by
 * the caller, or of a responder that the issuer named. "Good" needs a word from the time of signing or later: one of before
 * knew nothing of it.
 */
export function revocationOf(
  certificate: Certificate,
  issuers: readonly Certificate[],
  evidence: Evidence,
  signedAt: Date,
): RevocationState {
  const issuer = issuers.find(
    (candidate) => areEqual(candidate.subjectDer, certificate.issuerDer) && isSignedBy(certificate, candidate),
  );
  if (!issuer) return { state: 'unknown' };
  const words = [
    ...evidence.lists.map((list) => wordOfList(list, certificate, issuer)),
    ...evidence.answers.map((answer) => wordOfAnswer(answer, certificate, issuer)),
  ].filter((word) => word !== null);
  const revoked = words
    .flatMap(({ revokedAt }) => revokedAt ?? [])
    .sort((one, other) => one.getTime() - other.getTime());
  const [earliest] = revoked;
  if (earliest) return { state: 'revoked', at: earliest };
  return { state: words.some(({ made }) => made >= signedAt) ? 'good' : 'unknown' };
}

/** Here chains are those of who seals and stamps: the same ones for every contract. */
const readOwn = keptByBytes(readCertificate);

/** What data say about a certificate (DER) that this issuer gave out; "good" by a word of `since` or later. */
export function certificateStateBy(
  certificate: Uint8Array,
  issuer: Uint8Array,
  { ocspResponses, crls }: { readonly ocspResponses: readonly Uint8Array[]; readonly crls: readonly Uint8Array[] },
  since: Date,
): RevocationState['state'] {
  const evidence = { certificates: [], answers: ocspResponses, lists: crls };
  return revocationOf(readOwn(certificate), [readOwn(issuer)], evidence, since).state;
}

interface Word {
  readonly made: Date;
  readonly revokedAt: Date | null;
}

function wordOfList(der: Uint8Array, certificate: Certificate, issuer: Certificate): Word | null {
  try {
    const list = readCrl(der);
    if (!areEqual(list.issuerDer, issuer.subjectDer) || !isSignedBy(list, issuer)) return null;
    if (issuer.keyUsages && !issuer.keyUsages.includes('cRLSign')) return null;
    return { made: list.thisUpdate, revokedAt: list.find(certificate.serialNumber)?.revokedAt ?? null };
  } catch {
    return null;
  }
}

/** OCSPResponse (RFC 6960, 4.2.1). */
function wordOfAnswer(der: Uint8Array, certificate: Certificate, issuer: Certificate): Word | null {
  try {
    const whole = readDer(der);
    checkDeeply(whole);
    const response = new DerMembers(whole);
    if (response.take(tags.enumerated).content[0] !== 0) return null;
    const bytes = new DerMembers(insideOf(response.take(constructedTag(0))));
    if (oidOf(bytes.any()) !== pkiOids.ocspBasic) return null;
    const basic = new DerMembers(readDer(bytes.take(tags.octetString).content));
    const data = basic.take(tags.sequence);
    const signatureAlgorithmDer = basic.any().whole;
    const signature = bitOctetsOf(basic.any());
    const list = basic.optional(constructedTag(0));
    const answer = answerOn(data, certificate, issuer);
    if (!answer) return null;
    const signed = { tbsDer: data.whole, signatureAlgorithmDer, signature };
    const delegates = list
      ? membersOf(insideOf(list))
          .slice(0, 4)
          .map(({ whole: one }) => readCertificate(one))
      : [];
    const isAnswered = [issuer, ...delegates.filter((one) => mayAnswer(one, issuer, answer.made))].some((one) =>
      isSignedBy(signed, one),
    );
    return isAnswered ? answer : null;
  } catch {
    return null;
  }
}

const mayAnswer = (responder: Certificate, issuer: Certificate, at: Date): boolean =>
  areEqual(responder.issuerDer, issuer.subjectDer) &&
  (responder.extendedKeyUsages?.includes(cmsOids.ocspSigning) ?? false) &&
  areValidAt([responder], at) &&
  isSignedBy(responder, issuer);

function answerOn(data: Der, certificate: Certificate, issuer: Certificate): Word | null {
  const members = new DerMembers(data);
  members.optional(constructedTag(0));
  members.any();
  members.take(tags.generalizedTime);
  for (const single of membersOf(members.take(tags.sequence)).slice(0, 16)) {
    const parts = new DerMembers(single);
    if (!isAskedOf(parts.any(), certificate, issuer)) continue;
    const status = parts.any();
    const made = timeOf(parts.take(tags.generalizedTime));
    if (status.tag === primitiveTag(0)) return { made, revokedAt: null };
    if (status.tag === constructedTag(1))
      return { made, revokedAt: timeOf(new DerMembers(status, constructedTag(1)).any()) };
  }
  return null;
}

const hashes: Readonly<Record<string, string>> = { [pkiOids.sha1]: 'sha1', [pkiOids.sha256]: 'sha256' };

function isAskedOf(certId: Der, certificate: Certificate, issuer: Certificate): boolean {
  const members = new DerMembers(certId);
  const hash = hashes[algorithmOf(members.any()).oid];
  if (!hash) return false;
  const digest = (bytes: Uint8Array) => createHash(hash).update(bytes).digest();
  return (
    areEqual(members.take(tags.octetString).content, digest(issuer.subjectDer)) &&
    areEqual(members.take(tags.octetString).content, digest(issuer.keyBits)) &&
    unsignedHexOf(members.any()) === certificate.serialNumber
  );
}
