import type { Anchor } from './anchor-file';
import type { AuditRecord } from './audit-record';
import { type Authentication, type AuthenticationFault, authenticationFault, isIntact } from './record-check';
import { type ChainEnd, EMPTY_CHAIN } from './record-hash';

/**
 * `changed`: the record's content is not what was hashed. `missing`: numbers are left out. `reordered`: the record stands
 * at another's place. `repeated`: a number occurs twice. `rewritten`: the record or all before it were replaced and hashed
 * anew, which an anchor or the next link shows. `truncated`: the chain ends before its last anchor. The others: it was
 * written by somebody without the key.
 */
export type BrokenLinkKind =
  | 'changed'
  | 'missing'
  | 'reordered'
  | 'repeated'
  | 'rewritten'
  | 'truncated'
  | AuthenticationFault;

export interface BrokenLink {
  readonly seq: number;
  readonly kind: BrokenLinkKind;
}

export interface KeyUse {
  readonly keyId: string;
  readonly records: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

export interface ChainReport {
  /** Intact records, from the first. */
  readonly records: number;
  readonly end: ChainEnd;
  readonly anchorsPassed: number;
  /** Intact records by the key that authenticates them, in the order of their first use. */
  readonly byKey: readonly KeyUse[];
  readonly brokenLink: BrokenLink | null;
}

export interface ChainVerification {
  /** By ascending number, in batches: to wait for each takes as long as to hash it. */
  readonly batches: AsyncIterable<readonly AuditRecord[]>;
  readonly anchors: readonly Anchor[];
  /** Null: only the hashes are checked, which whoever rewrites the whole chain can make anew. */
  readonly authentication: Authentication | null;
  /** Number of the record that carries a hash; asked only about the first broken link. */
  readonly seqOfHash: (hash: string) => Promise<number | null>;
  /** Called for every record. */
  readonly onRecord?: (seq: number) => void;
}

/** What is wrong with a record that does not continue the chain at `end`. */
async function diagnose(
  record: AuditRecord,
  end: ChainEnd,
  seqOfHash: ChainVerification['seqOfHash'],
): Promise<BrokenLink> {
  const expected = end.seq + 1;
  if (record.seq > expected) {
    return { seq: expected, kind: 'missing' };
  }
  if (record.seq < expected) {
    return { seq: record.seq, kind: 'repeated' };
  }
  if (record.previousHash === end.hash) {
    return { seq: expected, kind: 'changed' };
  }
  const predecessor = await seqOfHash(record.previousHash);
  if (predecessor !== null && predecessor !== end.seq) {
    return { seq: expected, kind: 'reordered' };
  }
  // An intact record that names a hash nobody has: what was before it is no longer there in its old form.
  return isIntact(record) && end.seq > 0 ? { seq: end.seq, kind: 'rewritten' } : { seq: expected, kind: 'changed' };
}

const continues = (record: AuditRecord, end: ChainEnd): boolean =>
  record.seq === end.seq + 1 && record.previousHash === end.hash && isIntact(record);

function bySeq(anchors: readonly Anchor[]): ReadonlyMap<number, readonly Anchor[]> {
  const found = new Map<number, Anchor[]>();
  for (const anchor of anchors) {
    found.set(anchor.seq, [...(found.get(anchor.seq) ?? []), anchor]);
  }
  return found;
}

function countKey(uses: Map<string, KeyUse>, { keyId, seq }: AuditRecord): void {
  if (keyId !== undefined) {
    const { records, firstSeq } = uses.get(keyId) ?? { records: 0, firstSeq: seq };
    uses.set(keyId, { keyId, records: records + 1, firstSeq, lastSeq: seq });
  }
}

/** Walks the whole chain and stops at the first broken link. Holds one batch at a time. */
export async function verifyChain(verification: ChainVerification): Promise<ChainReport> {
  const { batches, anchors, authentication, seqOfHash, onRecord } = verification;
  const anchorsBySeq = bySeq(anchors);
  const uses = new Map<string, KeyUse>();
  let end = EMPTY_CHAIN;
  let anchorsPassed = 0;
  const report = (brokenLink: BrokenLink | null): ChainReport => ({
    records: end.seq,
    end,
    anchorsPassed,
    byKey: [...uses.values()],
    brokenLink,
  });
  /** The first broken link among them, or null and the chain goes on from their last. */
  const brokenIn = async (records: readonly AuditRecord[]): Promise<BrokenLink | null> => {
    for (const record of records) {
      if (!continues(record, end)) {
        return diagnose(record, end, seqOfHash);
      }
      const fault = authentication && authenticationFault(record, authentication);
      if (fault) {
        return { seq: record.seq, kind: fault };
      }
      const here = anchorsBySeq.get(record.seq) ?? [];
      if (here.some(({ hash }) => hash !== record.hash)) {
        return { seq: record.seq, kind: 'rewritten' };
      }
      anchorsPassed += here.length;
      end = { seq: record.seq, hash: record.hash };
      countKey(uses, record);
      onRecord?.(record.seq);
    }
    return null;
  };
  for await (const records of batches) {
    const brokenLink = await brokenIn(records);
    if (brokenLink) {
      return report(brokenLink);
    }
  }
  const lastAnchored = Math.max(0, ...anchors.map(({ seq }) => seq));
  return report(lastAnchored > end.seq ? { seq: end.seq + 1, kind: 'truncated' } : null);
}
