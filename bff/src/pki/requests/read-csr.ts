import { broken, checkDeeply, type Der, DerMembers, membersOf, readDer } from '../der/read-der';
import { derOf } from '../der/read-pem';
import { bitOctetsOf, oidOf, smallNumberOf } from '../der/read-values';
import { constructedTag, tags } from '../der/write-der';
import { readPublicKey } from '../keys/read-public-key';
import { verifySignature } from '../keys/verify-signature';
import { readName } from '../names/distinguished-name';
import { oids } from '../oids';
import { PkiError } from '../pki-error';
import type { CertificationRequest } from './request-types';

/** An RSA-4096 request takes 1.8 KB. */
const MOST_OCTETS = 16 * 1024;

/**
 * A PKCS#10 request (RFC 2986) as DER, PEM (also `NEW CERTIFICATE REQUEST`) or base64, 16 KiB at most. Its signature proves that whoever made it
 * holds the key; everything else in it is a wish and is only told.
 * @throws PkiError broken, too_large, unsupported_algorithm, weak_key, wrong_signature
 */
export function readCsr(input: Uint8Array | string): CertificationRequest {
  const der = derOf(input, ['CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'], MOST_OCTETS);
  const request = readDer(der);
  checkDeeply(request);
  const members = new DerMembers(request);
  const information = members.any();
  const algorithm = members.any();
  const signature = bitOctetsOf(members.any());
  members.end();
  const { publicKeyInfoDer, subject, ignored } = readInformation(information);
  const publicKey = readPublicKey(publicKeyInfoDer);
  if (!verifySignature(publicKey, algorithm.whole, information.whole, signature)) {
    throw new PkiError('wrong_signature', 'The request was not signed by its own key');
  }
  return { der, publicKey, subject, ignored };
}

function readInformation(der: Der) {
  const members = new DerMembers(der);
  if (smallNumberOf(members.any()) !== 0) throw broken('a request has another version than 1');
  const subject = readName(members.any().whole);
  const publicKeyInfoDer = members.any().whole;
  // OpenSSL and others leave out what is empty
  const attributes = members.optional(constructedTag(0));
  members.end();
  return { publicKeyInfoDer, subject, ignored: attributes ? membersOf(attributes).flatMap(wishesOf) : [] };
}

/** The OID of an attribute; of an extension request (RFC 2985, 5.4.2) those of its extensions too. */
function wishesOf(attribute: Der): string[] {
  const members = new DerMembers(attribute);
  const oid = oidOf(members.any());
  const values = members.take(tags.set);
  members.end();
  if (oid !== oids.extensionRequest) return [oid];
  const extensions = membersOf(values).flatMap(membersOf);
  return [oid, ...extensions.map((extension) => oidOf(new DerMembers(extension).any()))];
}
