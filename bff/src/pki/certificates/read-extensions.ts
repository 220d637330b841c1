import { isIPv4 } from 'node:net';
import { broken, type Der, DerMembers, membersOf, readDer } from '../der/read-der';
import { boolOf, expect, hexOf, insideOf, namedBitsOf, oidOf, smallNumberOf } from '../der/read-values';
import { constructedTag, primitiveTag, tags } from '../der/write-der';
import { oids } from '../oids';
import type { AlternativeName, KeyUsage, ReadExtension, ReadTbsCertificate } from './certificate-types';
import { keyUsageBits } from './usage-names';

/** Extensions (RFC 5280, 4.1.2.9), each at most once. @throws PkiError broken */
export function readExtensions(der: Der): ReadExtension[] {
  const extensions = membersOf(der).map(readExtension);
  if (extensions.length === 0) throw broken('a list of extensions is empty');
  const isOnce = new Set(extensions.map(({ oid }) => oid)).size === extensions.length;
  if (!isOnce) throw broken('an extension stands there twice');
  return extensions;
}

function readExtension(der: Der): ReadExtension {
  const members = new DerMembers(der);
  const oid = oidOf(members.any());
  // FALSE is the default and should be left out; authorities have written it all the same
  const critical = members.optional(tags.boolean);
  const content = members.take(tags.octetString);
  members.end();
  return { oid, critical: critical ? boolOf(critical) : false, value: content.content };
}

type Understood = Pick<
  ReadTbsCertificate,
  | 'keyUsages'
  | 'extendedKeyUsages'
  | 'subjectKeyIdentifier'
  | 'authorityKeyIdentifier'
  | 'policies'
  | 'crlUrls'
  | 'ocspUrls'
  | 'issuerUrls'
  | 'alternativeNames'
  | 'authority'
>;

/** What the extensions say, as far as it is understood here. @throws PkiError broken */
export function understand(extensions: readonly ReadExtension[]): Understood {
  const read = <T>(oid: string, reader: (der: Der) => T): T | null => {
    const extension = extensions.find((candidate) => candidate.oid === oid);
    return extension ? reader(readDer(extension.value)) : null;
  };
  const access = read(oids.authorityInfoAccess, readAccess) ?? [];
  const urlsOf = (method: string) => access.filter((place) => place.method === method).map(({ url }) => url);
  return {
    keyUsages: read(oids.keyUsage, readKeyUsages),
    extendedKeyUsages: read(oids.extendedKeyUsage, (der) => membersOf(der).map(oidOf)),
    subjectKeyIdentifier: read(oids.subjectKeyIdentifier, octetsOf),
    authorityKeyIdentifier: read(oids.authorityKeyIdentifier, readAuthorityKeyIdentifier),
    policies: read(oids.certificatePolicies, (der) => membersOf(der).map(readPolicy)) ?? [],
    crlUrls: read(oids.crlDistributionPoints, (der) => membersOf(der).flatMap(readDistributionPoint)) ?? [],
    ocspUrls: urlsOf(oids.ocsp),
    issuerUrls: urlsOf(oids.caIssuers),
    alternativeNames: read(oids.subjectAltName, (der) => membersOf(der).flatMap(readGeneralName)) ?? [],
    authority: read(oids.basicConstraints, readBasicConstraints),
  };
}

function readKeyUsages(der: Der): KeyUsage[] {
  return namedBitsOf(der).flatMap((bit) => keyUsageBits[bit] ?? []);
}

function octetsOf(der: Der): Uint8Array {
  expect(der, tags.octetString);
  return der.content;
}

function readAuthorityKeyIdentifier(der: Der): Uint8Array | null {
  return new DerMembers(der).optional(primitiveTag(0))?.content ?? null;
}

function readBasicConstraints(der: Der): { pathLength: number | null } | null {
  const members = new DerMembers(der);
  const isAuthority = members.optional(tags.boolean);
  const pathLength = members.optional(tags.integer);
  members.end();
  if (!isAuthority || !boolOf(isAuthority)) return null;
  return { pathLength: pathLength ? smallNumberOf(pathLength) : null };
}

function readPolicy(der: Der): { oid: string; cpsUri: string | null } {
  const members = new DerMembers(der);
  const oid = oidOf(members.any());
  const qualifiers = members.optional(tags.sequence);
  members.end();
  const cps = (qualifiers ? membersOf(qualifiers) : []).flatMap((qualifier) => {
    const parts = new DerMembers(qualifier);
    return oidOf(parts.any()) === oids.cps ? [asciiOf(parts.take(tags.ia5String))] : [];
  });
  return { oid, cpsUri: cps[0] ?? null };
}

function readDistributionPoint(der: Der): string[] {
  const name = new DerMembers(der).optional(constructedTag(0));
  const fullName = name ? new DerMembers(name, constructedTag(0)).optional(constructedTag(0)) : null;
  return urisOf(fullName ? membersOf(fullName).flatMap(readGeneralName) : []);
}

function readAccess(der: Der): { method: string; url: string }[] {
  return membersOf(der).flatMap((description) => {
    const members = new DerMembers(description);
    const method = oidOf(members.any());
    return urisOf(readGeneralName(members.any())).map((url) => ({ method, url }));
  });
}

const urisOf = (names: readonly AlternativeName[]): string[] =>
  names.flatMap((name) => (name.type === 'uri' ? [name.value] : []));

/** GeneralName (RFC 5280, 4.2.1.6); kinds that nobody here asks for are left out. */
function readGeneralName(der: Der): AlternativeName[] {
  switch (der.tag) {
    case primitiveTag(1):
      return [{ type: 'email', value: asciiOf(der) }];
    case primitiveTag(2):
      return [{ type: 'dns', value: asciiOf(der) }];
    case primitiveTag(6):
      return [{ type: 'uri', value: asciiOf(der) }];
    case primitiveTag(7):
      return [{ type: 'ip', value: ipOf(der.content) }];
    case constructedTag(4):
      return [{ type: 'directory', nameDer: insideOf(der).whole }];
    default:
      return [];
  }
}

function asciiOf(der: Der): string {
  if (der.content.some((octet) => octet > 0x7e || octet < 0x20)) throw broken('an address is not ASCII');
  return Buffer.from(der.content).toString('latin1');
}

/** Dotted, or eight groups without shortening. */
function ipOf(octets: Uint8Array): string {
  const dotted = octets.join('.');
  if (isIPv4(dotted)) return dotted;
  if (octets.length !== 16) throw broken('an address of a network has a wrong length');
  return (hexOf(octets).match(/.{4}/g) ?? []).join(':');
}
