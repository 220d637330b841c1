import { hash } from 'node:crypto';
import type { Act, AuditRecord } from './audit-record';

/** What the first record names as its predecessor. */
export const GENESIS_HASH = '0'.repeat(64);

/** The end of a chain, to which the next record is linked. */
export type ChainEnd = Pick<AuditRecord, 'seq' | 'hash'>;
export const EMPTY_CHAIN: ChainEnd = { seq: 0, hash: GENESIS_HASH };

/**
 * The bytes that are hashed: a JSON array (RFC 8259, UTF-8, as `JSON.stringify` of ECMA-262 writes it) of exactly
 * `["acceptance-audit-v1", seq, at, actor.kind, actor.id, actor.role, action, object, partOf, address, outcome,
 * requestId, previousHash]`. `seq` is a number, `at` ISO 8601 in UTC with milliseconds, the rest strings or null.
 * An array has no order of keys to agree on, and JSON's quoting keeps neighbouring members apart.
 */
export const canonicalText = (record: Omit<AuditRecord, 'hash'>): string =>
  JSON.stringify([
    'acceptance-audit-v1',
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
    record.previousHash,
  ]);

/** SHA-256 of the canonical text, lower-case hex. */
export const hashOfRecord = (record: Omit<AuditRecord, 'hash'>): string => hash('sha256', canonicalText(record), 'hex');

/** Links acts to the end of a chain, in their order. */
export function linkActs(end: ChainEnd, acts: readonly Act[]): AuditRecord[] {
  let { seq, hash: previousHash } = end;
  return acts.map((act) => {
    seq += 1;
    const unsealed = { ...act, seq, previousHash };
    previousHash = hashOfRecord(unsealed);
    return { ...unsealed, hash: previousHash };
  });
}
