import type { Anchor } from './anchor-file';
import type { AuditRecord } from './audit-record';
import { type ChainEnd, EMPTY_CHAIN, hashOfRecord } from './record-hash';

/**
 * `changed`: the record's content is not what was hashed. `missing`: numbers are left out. `reordered`: the record stands
 * at another's place. `repeated`: a number occurs twice. `rewritten`: the record or all before it were replaced and hashed
 * anew, which an anchor or the next link shows. `truncated`: the chain ends before its last anchor.
 */
export type BrokenLinkKind = 'changed' | 'missing' | 'reordered' | 'repeated' | 'rewritten' | 'truncated';

export interface BrokenLink {
  readonly seq: number;
  readonly kind: BrokenLinkKind;
}

export interface ChainReport {
  /** Intact records, from the first. */
  readonly records: number;
  readonly end: ChainEnd;
  readonly anchorsPassed: number;
  readonly brokenLink: BrokenLink | null;
}

export interface ChainVerification {
  /** By ascending number. */
  readonly records: AsyncIterable<AuditRecord>;
  readonly anchors: readonly Anchor[];
  /** Number of the record that carries a hash; asked only about the first broken link. */
  readonly seqOfHash: (hash: string) => Promise<number | null>;
  /** Called for every record. */
  readonly onRecord?: (seq: number) => void;
}

const MEMBERS = new Set(`_id seq at actor action object partOf address outcome requestId previousHash hash`.split(' '));

/** Whether the record is what was hashed, with no member besides that no hash would cover. */
function isIntact(record: AuditRecord): boolean {
  for (const name in record) {
    if (!MEMBERS.has(name)) {
      return false;
    }
  }
  try {
    return hashOfRecord(record) === record.hash;
  } catch {
    // A member of the wrong type, such as a date that is none.
    return false;
  }
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

/** Walks the whole chain and stops at the first broken link. Holds one record at a time. */
export async function verifyChain({ records, anchors, seqOfHash, onRecord }: ChainVerification): Promise<ChainReport> {
  const anchorsBySeq = new Map<number, Anchor[]>();
  for (const anchor of anchors) {
    anchorsBySeq.set(anchor.seq, [...(anchorsBySeq.get(anchor.seq) ?? []), anchor]);
  }
  let end = EMPTY_CHAIN;
  let anchorsPassed = 0;
  const report = (brokenLink: BrokenLink | null): ChainReport => ({
    records: end.seq,
    end,
    anchorsPassed,
    brokenLink,
  });
  for await (const record of records) {
    if (!continues(record, end)) {
      return report(await diagnose(record, end, seqOfHash));
    }
    const here = anchorsBySeq.get(record.seq) ?? [];
    if (here.some(({ hash }) => hash !== record.hash)) {
      return report({ seq: record.seq, kind: 'rewritten' });
    }
    anchorsPassed += here.length;
    end = { seq: record.seq, hash: record.hash };
    onRecord?.(record.seq);
  }
  const lastAnchored = Math.max(0, ...anchors.map(({ seq }) => seq));
  return report(lastAnchored > end.seq ? { seq: end.seq + 1, kind: 'truncated' } : null);
}
