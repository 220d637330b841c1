import { createHmac, hash } from 'node:crypto';
import type { RingKey } from '../../keys/key-ring';
import type { Act, AuditRecord } from './audit-record';

/** What the first record names as its predecessor. */
export const GENESIS_HASH = '0'.repeat(64);

/** The end of a chain, to which the next record is linked. */
export type ChainEnd = Pick<AuditRecord, 'seq' | 'hash'>;
export const EMPTY_CHAIN: ChainEnd = { seq: 0, hash: GENESIS_HASH };

type Unhashed = Omit<AuditRecord, 'hash' | 'mac'>;

/** What both formats begin with. */
const commonMembers = (record: Unhashed) => [
  record.seq,
  record.at.toISOString(),
  record.actor.kind,
  record.actor.id,
  record.actor.role,
  record.action,
  record.object,
  record.partOf,
  record.address,
  record.outcome,
  record.requestId,
];

/** `[[name, value], …]` by ascending name. */
const sortedNotes = (notes: AuditRecord['notes'] = {}) =>
  Object.entries(notes).sort(([one], [other]) => (one < other ? -1 : 1));

/**
 * The bytes that are hashed: a JSON array (RFC 8259, UTF-8, as `JSON.stringify` of ECMA-262 writes it) of exactly
 * `["acceptance-audit-v2", seq, at, actor.kind, actor.id, actor.role, action, object, partOf, address, outcome,
 * requestId, subjects, notes, keyId, previousHash]`. `seq` is a number, `at` ISO 8601 in UTC with milliseconds, `subjects`
 * an array of strings, `notes` an array of `[name, string or number]` by ascending name, the rest strings or null.
 * Without `format` it is `acceptance-audit-v1`, and without `subjects, notes, keyId`.
 * An array has no order of keys to agree on, and JSON's quoting keeps neighbouring members apart.
 */
export const canonicalText = (record: Unhashed): string =>
  record.format === 2
    ? JSON.stringify([
        'acceptance-audit-v2',
        ...commonMembers(record),
        record.subjects,
        sortedNotes(record.notes),
        record.keyId,
        record.previousHash,
      ])
    : JSON.stringify(['acceptance-audit-v1', ...commonMembers(record), record.previousHash]);

/** SHA-256 of the canonical text, lower-case hex. */
export const hashOfRecord = (record: Unhashed): string => hash('sha256', canonicalText(record), 'hex');

/** Who can rewrite every hash of the chain still lacks this key: HMAC-SHA-256 of a record's hash, lower-case hex. */
export const macOf = (hashed: string, key: Buffer): string =>
  createHmac('sha256', key).update(`acceptance-audit-mac-v1|${hashed}`).digest('hex');

/** Links acts to the end of a chain, in their order, and authenticates them by a key. */
export function linkActs(end: ChainEnd, acts: readonly Act[], { id: keyId, key }: RingKey): AuditRecord[] {
  let { seq, hash: previousHash } = end;
  return acts.map(({ subjects = [], notes = {}, ...act }) => {
    seq += 1;
    const unsealed = { ...act, format: 2 as const, subjects, notes, keyId, seq, previousHash };
    previousHash = hashOfRecord(unsealed);
    return { ...unsealed, hash: previousHash, mac: macOf(previousHash, key) };
  });
}
