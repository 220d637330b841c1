import { readExtensions } from '../certificates/read-extensions';
import { broken, checkDeeply, type Der, DerMembers, membersOf, readDer } from '../der/read-der';
import { algorithmOf, insideOf, smallNumberOf, unsignedHexOf } from '../der/read-values';
import { constructedTag, tags } from '../der/write-der';
import { oids } from '../oids';
import { PkiError } from '../pki-error';
import { issuerHashOf } from './issuer-hashes';
import type { OcspQuestion, OcspRequest } from './ocsp-types';

/** 32 questions with SHA-512 and a nonce take 7 KB. */
const MOST_OCTETS = 16 * 1024;
const MOST_QUESTIONS = 32;
/** RFC 9654, 2.1; below it RFC 8954 had 32 at most. */
const LONGEST_NONCE = 128;

/**
 * The request in a GET (RFC 6960, A.1): base64, percent-encoded as far as somebody on the way thought fit; a slash in it may have stayed one.
 * @param path what follows the responder's address, with or without a slash in front
 * @throws PkiError broken, too_large
 */
export function ocspRequestOfPath(path: string): Uint8Array {
  if (path.length > MOST_OCTETS * 2) throw new PkiError('too_large', 'A request is too long');
  const text = decodePercents(path).replace(/^\//, '').replace(/-/g, '+').replace(/_/g, '/').replace(/ /g, '+');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw broken('a request is not base64');
  return Buffer.from(text, 'base64');
}

function decodePercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw broken('an address is not percent-encoded');
  }
}

/**
 * OCSPRequest (RFC 6960, 4.1.1), DER, 16 KiB and 32 questions at most. A signature is not looked at: nobody here answers some and not others.
 * @throws PkiError broken, too_large: answered by `malformedRequest`
 */
export function readOcspRequest(der: Uint8Array): OcspRequest {
  if (der.length > MOST_OCTETS) throw new PkiError('too_large', 'A request is too long');
  const request = readDer(der);
  checkDeeply(request);
  const members = new DerMembers(request);
  const tbs = new DerMembers(members.any());
  members.optional(constructedTag(0));
  members.end();
  const version = tbs.optional(constructedTag(0));
  if (version && smallNumberOf(insideOf(version)) !== 0) throw broken('a request has another version than 1');
  tbs.optional(constructedTag(1));
  const questions = membersOf(tbs.take(tags.sequence));
  const extensions = tbs.optional(constructedTag(2));
  tbs.end();
  if (questions.length === 0) throw broken('a request asks nothing');
  if (questions.length > MOST_QUESTIONS) throw new PkiError('too_large', 'A request asks too much');
  return { questions: questions.map(readQuestion), nonce: extensions ? nonceOf(insideOf(extensions)) : null };
}

function readQuestion(der: Der): OcspQuestion {
  const members = new DerMembers(der);
  const certId = members.any();
  // Extensions of single questions (service locators) are for responders that ask others
  members.optional(constructedTag(0));
  members.end();
  const parts = new DerMembers(certId);
  const algorithm = algorithmOf(parts.any());
  const issuerNameHash = parts.take(tags.octetString).content;
  const issuerKeyHash = parts.take(tags.octetString).content;
  const serialNumber = unsignedHexOf(parts.any());
  parts.end();
  const isPlain = algorithm.parameters === null || algorithm.isNull;
  const hashAlgorithm = isPlain ? issuerHashOf(algorithm.oid) : null;
  return { certIdDer: certId.whole, hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber };
}

function nonceOf(list: Der): Uint8Array | null {
  const extensions = readExtensions(list);
  const nonce = extensions.find(({ oid }) => oid === oids.ocspNonce);
  const isUnknown = extensions.some(({ critical, oid }) => critical && oid !== oids.ocspNonce);
  if (isUnknown) throw broken('a request has a critical extension that is not known');
  if (!nonce) return null;
  const octets = readDer(nonce.value);
  if (octets.tag !== tags.octetString) throw broken('a nonce has a wrong type');
  if (octets.content.length < 1 || octets.content.length > LONGEST_NONCE) throw broken('a nonce has a wrong length');
  return octets.content;
}
