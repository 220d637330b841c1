import { createHmac, timingSafeEqual } from 'node:crypto';
import { broken, type Der, DerMembers, membersOf, readDer } from '../der/read-der';
import { algorithmOf, expect, insideOf, oidOf } from '../der/read-values';
import { constructedTag, primitiveTag, tags } from '../der/write-der';
import { oids } from '../oids';
import { PkiError } from '../pki-error';
import type { SigningKey } from './key-types';
import { decryptWithPassphrase, deriveKey, hashNameOf, roundsOf } from './pkcs12-encryption';
import { openSigningKeyDer } from './signing-key';

const LONGEST = 1024 * 1024;

/**
 * The one private key of a PKCS#12 file (RFC 7292) and its certificates in the order of the file. The file must be in DER, have a MAC, and be
 * encrypted with PBES2 (AES, SM4) or 3DES.
 * @throws PkiError broken, too_large, wrong_passphrase, unsupported_algorithm, weak_key
 */
export function openSigningKeyPkcs12(
  pfxDer: Uint8Array,
  passphrase: string,
): { key: SigningKey; certificatesDer: Uint8Array[] } {
  if (pfxDer.length > LONGEST) throw new PkiError('too_large', 'A PKCS#12 file is too long');
  const pfx = new DerMembers(readDer(pfxDer));
  pfx.take(tags.integer);
  const safes = contentOf(pfx.any());
  checkMac(pfx.any(), safes, passphrase);
  pfx.end();
  const bags = membersOf(readDer(safes)).flatMap((info) => membersOf(readDer(openContent(info, passphrase))));
  const keys: Uint8Array[] = [];
  const certificatesDer: Uint8Array[] = [];
  for (const bag of bags) {
    const members = new DerMembers(bag);
    const kind = oidOf(members.any());
    const content = insideOf(members.take(constructedTag(0)));
    if (kind === oids.keyBag) keys.push(content.whole);
    if (kind === oids.shroudedKeyBag) keys.push(openShrouded(content, passphrase));
    if (kind === oids.certBag) certificatesDer.push(...certificateOf(content));
  }
  const [key, another] = keys;
  if (!key || another) throw broken('one private key was expected');
  return { key: openSigningKeyDer(key), certificatesDer };
}

/** ContentInfo with `data` inside. */
function contentOf(info: Der): Uint8Array {
  const members = new DerMembers(info);
  if (oidOf(members.any()) !== oids.data) throw new PkiError('unsupported_algorithm', 'Not supported: a signed file');
  const inside = insideOf(members.take(constructedTag(0)));
  expect(inside, tags.octetString);
  return inside.content;
}

function checkMac(macData: Der, authenticated: Uint8Array, passphrase: string): void {
  const members = new DerMembers(macData);
  const digestInfo = new DerMembers(members.any());
  const hashOid = algorithmOf(digestInfo.any()).oid;
  const expected = digestInfo.take(tags.octetString).content;
  const salt = members.take(tags.octetString).content;
  const count = members.optional(tags.integer);
  const rounds = count ? roundsOf(count) : 1;
  const key = deriveKey(hashOid, { purpose: 'mac', passphrase, salt, rounds });
  const mac = createHmac(hashNameOf(hashOid) ?? '', key)
    .update(authenticated)
    .digest();
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected)) {
    throw new PkiError('wrong_passphrase', 'The passphrase does not open the file');
  }
}

/** SafeContents, DER: as it is, or out of an EncryptedData (RFC 5652, 8). */
function openContent(info: Der, passphrase: string): Uint8Array {
  const members = new DerMembers(info);
  if (oidOf(members.any()) !== oids.encryptedData) return contentOf(info);
  const data = new DerMembers(insideOf(members.take(constructedTag(0))));
  data.take(tags.integer);
  const content = new DerMembers(data.any());
  content.take(tags.objectIdentifier);
  const algorithm = content.any();
  return decryptWithPassphrase(algorithm, content.take(primitiveTag(0)).content, passphrase);
}

function openShrouded(der: Der, passphrase: string): Uint8Array {
  const members = new DerMembers(der);
  const algorithm = members.any();
  return decryptWithPassphrase(algorithm, members.take(tags.octetString).content, passphrase);
}

function certificateOf(der: Der): Uint8Array[] {
  const members = new DerMembers(der);
  if (oidOf(members.any()) !== oids.x509Certificate) return [];
  const inside = insideOf(members.take(constructedTag(0)));
  expect(inside, tags.octetString);
  return [inside.content];
}
