import { createHash } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import {
  asciiOctets,
  bool,
  constructedTag,
  integer,
  namedBits,
  nothing,
  objectIdentifier,
  octetString,
  primitiveTag,
  sequence,
  tags,
  value,
} from '../der/write-der';
import { oids } from '../oids';
import { PkiError } from '../pki-error';
import type { AlternativeName, CertificateProfile } from './certificate-types';
import { extendedKeyUsageOid, keyUsageBits } from './usage-names';

/** SHA-1 of the key's bits (RFC 5280, 4.2.1.2, method 1): a name, not a protection. */
export const keyIdentifierOf = (keyBits: Uint8Array): Uint8Array => createHash('sha1').update(keyBits).digest();

/** One Extension (RFC 5280, 4.1). @param content DER of its value */
export const extension = (oid: string, critical: boolean, content: Uint8Array): Uint8Array =>
  sequence(objectIdentifier(oid), ...(critical ? [bool(true)] : []), octetString(content));

export interface ExtensionContent {
  readonly profile: CertificateProfile;
  readonly alternativeNames: readonly AlternativeName[];
  readonly subjectKeyIdentifier: Uint8Array;
  /** Null: self-signed. */
  readonly authorityKeyIdentifier: Uint8Array | null;
}

/** All extensions of a certificate (RFC 5280, 4.2), in a fixed order. @throws PkiError invalid_input */
export function writeExtensions(content: ExtensionContent): Uint8Array[] {
  const { profile, authorityKeyIdentifier, alternativeNames } = content;
  const access = [
    ...profile.ocspUrls.map((url) => sequence(objectIdentifier(oids.ocsp), uri(url))),
    ...profile.issuerUrls.map((url) => sequence(objectIdentifier(oids.caIssuers), uri(url))),
  ];
  return [
    ...(authorityKeyIdentifier
      ? [extension(oids.authorityKeyIdentifier, false, authorityKeyIdentifierDer(authorityKeyIdentifier))]
      : []),
    extension(oids.subjectKeyIdentifier, false, octetString(content.subjectKeyIdentifier)),
    ...(profile.authority
      ? [extension(oids.basicConstraints, true, basicConstraints(profile.authority.pathLength))]
      : []),
    extension(oids.keyUsage, true, namedBits(profile.keyUsages.map((usage) => keyUsageBits.indexOf(usage)))),
    ...listed(oids.extendedKeyUsage, profile.extendedKeyUsages.map(extendedKeyUsageOid).map(objectIdentifier)),
    ...listed(oids.certificatePolicies, profile.policies.map(policy)),
    ...listed(oids.subjectAltName, alternativeNames.map(generalName)),
    ...listed(oids.crlDistributionPoints, profile.crlUrls.length > 0 ? [distributionPoint(profile.crlUrls)] : []),
    ...listed(oids.authorityInfoAccess, access),
    ...(profile.ocspNoCheck ? [extension(oids.ocspNoCheck, false, nothing())] : []),
  ];
}

/** Also stands in CRLs. */
export const authorityKeyIdentifierDer = (identifier: Uint8Array): Uint8Array =>
  sequence(value(primitiveTag(0), identifier));

/** An extension that is a list; left out when there is nothing on it. */
const listed = (oid: string, members: readonly Uint8Array[]): Uint8Array[] =>
  members.length > 0 ? [extension(oid, false, sequence(...members))] : [];

const basicConstraints = (pathLength: number | null): Uint8Array =>
  sequence(bool(true), ...(pathLength === null ? [] : [integer(pathLength)]));

const uri = (url: string): Uint8Array => value(primitiveTag(6), asciiOctets(url));

/** One point that is reached by each of the addresses. */
const distributionPoint = (urls: readonly string[]): Uint8Array =>
  sequence(value(constructedTag(0), value(constructedTag(0), ...urls.map(uri))));

function policy({ oid, cpsUri }: CertificateProfile['policies'][number]): Uint8Array {
  if (!cpsUri) return sequence(objectIdentifier(oid));
  const qualifier = sequence(objectIdentifier(oids.cps), value(tags.ia5String, asciiOctets(cpsUri)));
  return sequence(objectIdentifier(oid), sequence(qualifier));
}

function generalName(name: AlternativeName): Uint8Array {
  switch (name.type) {
    case 'email':
      return value(primitiveTag(1), asciiOctets(name.value));
    case 'dns':
      return value(primitiveTag(2), asciiOctets(name.value));
    case 'uri':
      return uri(name.value);
    case 'ip':
      return value(primitiveTag(7), ipOctets(name.value));
    case 'directory':
      return value(constructedTag(4), name.nameDer);
  }
}

function ipOctets(address: string): Uint8Array {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number));
  if (!isIPv6(address)) throw new PkiError('invalid_input', 'Not an address of a network');
  // The standard's own parser writes out what `::` and a dotted end stand for
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groupsOf = (text: string) => text.split(':').filter((group) => group !== '');
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  return Buffer.from([...before, ...zeros, ...after].map((group) => group.padStart(4, '0')).join(''), 'hex');
}
