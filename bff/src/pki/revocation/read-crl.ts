import { readExtensions } from '../certificates/read-extensions';
import { broken, type Der, DerMembers, firstOf, membersOf, readDer } from '../der/read-der';
import { areEqual, bigintOf, bitOctetsOf, insideOf, smallNumberOf, timeOf, unsignedHexOf } from '../der/read-values';
import { constructedTag, tags } from '../der/write-der';
import { readName } from '../names/distinguished-name';
import { oids } from '../oids';
import { PkiError } from '../pki-error';
import type { ReadCrl, RevocationReason } from './crl-types';
import { reasonOf } from './reasons';

/** 300,000 entries, and room. */
const MOST_OCTETS = 16 * 1024 * 1024;

/**
 * A complete list (RFC 5280, 5), v1 or v2, DER, 16 MiB at most. Delta and indirect lists, and other critical extensions, are refused: read as
 * complete ones they would say too little. The signature is for `isSignedBy`.
 * @throws PkiError broken, too_large, unsupported_algorithm
 */
export function readCrl(der: Uint8Array): ReadCrl {
  if (der.length > MOST_OCTETS) throw new PkiError('too_large', 'It is longer than anything honest');
  const members = new DerMembers(readDer(der));
  const tbs = members.any();
  const algorithm = members.any();
  const signature = bitOctetsOf(members.any());
  members.end();
  const fields = new DerMembers(tbs);
  const version = fields.optional(tags.integer);
  if (version && smallNumberOf(version) !== 1) throw broken('a list has another version than 2');
  const signatureAlgorithmDer = fields.any().whole;
  if (!areEqual(signatureAlgorithmDer, algorithm.whole)) throw broken('a list names two algorithms');
  const issuerDer = fields.any().whole;
  readName(issuerDer);
  const thisUpdate = timeOf(fields.any());
  const next = fields.optional(tags.utcTime, tags.generalizedTime);
  const entries = readEntries(fields.optional(tags.sequence));
  const list = fields.optional(constructedTag(0));
  fields.end();
  return {
    der,
    tbsDer: tbs.whole,
    issuerDer,
    number: list ? numberOf(insideOf(list)) : null,
    thisUpdate,
    nextUpdate: next ? timeOf(next) : null,
    signatureAlgorithmDer,
    signature,
    entryCount: entries.size,
    find: (serialNumber) => {
      const entry = entries.get(serialNumber.toUpperCase().replace(/^0+(?=.)/, ''));
      return entry ? readEntry(entry) : null;
    },
  };
}

/** By serial number. What else an entry says is read when somebody asks for it. */
function readEntries(list: Der | null): Map<string, Der> {
  const entries = new Map<string, Der>();
  for (const entry of list ? membersOf(list) : []) entries.set(unsignedHexOf(firstOf(entry)), entry);
  return entries;
}

function readEntry(der: Der): { revokedAt: Date; reason: RevocationReason } {
  const members = new DerMembers(der);
  members.take(tags.integer);
  const revokedAt = timeOf(members.any());
  const list = members.optional(tags.sequence);
  members.end();
  const extensions = list ? readExtensions(list) : [];
  if (extensions.some(({ critical }) => critical)) throw unsupported();
  const reason = extensions.find(({ oid }) => oid === oids.crlReason);
  const number = reason ? smallNumberOf(readDer(reason.value), tags.enumerated) : 0;
  return { revokedAt, reason: reasonOf(number) ?? 'unspecified' };
}

function numberOf(list: Der): bigint | null {
  const extensions = readExtensions(list);
  if (extensions.some(({ critical }) => critical)) throw unsupported();
  const number = extensions.find(({ oid }) => oid === oids.crlNumber);
  return number ? bigintOf(readDer(number.value)) : null;
}

const unsupported = (): PkiError =>
  new PkiError('unsupported_algorithm', 'Not supported: a list that is not a complete one');
