import type { Act, AuditRecord } from '../audit-record';
import { type ChainEnd, hashOfRecord } from '../record-hash';

/** Records as they were written before they were authenticated. */
export function linkOldActs(end: ChainEnd, acts: readonly Act[]): AuditRecord[] {
  let { seq, hash: previousHash } = end;
  return acts.map((act) => {
    seq += 1;
    const unsealed = { ...act, seq, previousHash };
    previousHash = hashOfRecord(unsealed);
    return { ...unsealed, hash: previousHash };
  });
}
