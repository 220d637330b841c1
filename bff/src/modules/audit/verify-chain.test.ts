import type { AuditRecord } from './audit-record';
import { EMPTY_CHAIN, hashOfRecord, linkActs, macOf } from './record-hash';
import { batchesOf } from './testing/chain-in-memory';
import { sampleActs } from './testing/sample-act';
import { SAMPLE_KEY, sampleKeys } from './testing/sample-key';
import { verifyChain } from './verify-chain';

const chain = (length = 10): AuditRecord[] => linkActs(EMPTY_CHAIN, sampleActs(length), SAMPLE_KEY);
const anchorOf = ({ seq, hash }: AuditRecord) => ({ seq, hash, anchoredAt: '2026-11-23T16:00:00.000Z' });
const verify = (records: AuditRecord[], anchors: ReturnType<typeof anchorOf>[] = []) =>
  verifyChain({
    batches: batchesOf([...records].sort((a, b) => a.seq - b.seq)),
    anchors,
    authentication: { keys: sampleKeys, from: 1 },
    seqOfHash: async (hash) => records.find((record) => record.hash === hash)?.seq ?? null,
  });
/** As only who has the key can do it. */
const sealed = (record: AuditRecord): AuditRecord => {
  const hash = hashOfRecord(record);
  return { ...record, hash, mac: macOf(hash, SAMPLE_KEY.key) };
};
const change = (seq: number, members: object): AuditRecord[] =>
  chain().map((record) => (record.seq === seq ? ({ ...record, ...members } as AuditRecord) : record));

describe('an untouched chain', () => {
  it('is unbroken and tells its end', async () => {
    const records = chain();
    const last = records.at(-1)!;
    expect(await verify(records, [anchorOf(records[4]!), anchorOf(last)])).toEqual({
      records: 10,
      end: { seq: 10, hash: last.hash },
      anchorsPassed: 2,
      byKey: [{ keyId: 'a1', records: 10, firstSeq: 1, lastSeq: 10 }],
      brokenLink: null,
    });
  });

  it('may be empty', async () => {
    expect(await verify([])).toMatchObject({ records: 0, brokenLink: null });
  });
});

describe('the first broken link', () => {
  it.each([
    ['another outcome', { outcome: 'done!' }],
    ['another actor', { actor: { kind: 'staff', id: null, role: null } }],
    ['another time', { at: new Date(0) }],
    ['a time that is none', { at: 'yesterday' }],
    ['another hash', { hash: 'f'.repeat(64) }],
    ['another predecessor', { previousHash: 'f'.repeat(64) }],
    ['a member that no hash covers', { note: 'added later' }],
  ])('is a record with %s', async (_what, members) => {
    expect(await verify(change(5, members))).toMatchObject({ records: 4, brokenLink: { seq: 5, kind: 'changed' } });
  });

  it('is a record that was changed and hashed anew: the next one names its old hash', async () => {
    const records = change(5, { outcome: 'auth.forbidden' }).map((record) =>
      record.seq === 5 ? sealed(record) : record,
    );
    expect((await verify(records)).brokenLink).toEqual({ seq: 5, kind: 'rewritten' });
  });

  it.each([1, 5, 9])('is the missing record %i', async (seq) => {
    const records = chain().filter((record) => record.seq !== seq);
    expect((await verify(records)).brokenLink).toEqual({ seq, kind: 'missing' });
  });

  it('is the first of two that have changed places', async () => {
    const swapped = chain().map((record) =>
      record.seq === 5 || record.seq === 6 ? { ...record, seq: 11 - record.seq } : record,
    );
    expect((await verify(swapped)).brokenLink).toEqual({ seq: 5, kind: 'reordered' });
  });

  it('is the first of what was renumbered over a deleted one', async () => {
    const closed = chain()
      .filter(({ seq }) => seq !== 5)
      .map((record) => (record.seq > 5 ? { ...record, seq: record.seq - 1 } : record));
    expect((await verify(closed)).brokenLink).toEqual({ seq: 5, kind: 'changed' });
  });

  it('is a number that occurs twice', async () => {
    const records = chain();
    expect((await verify([...records, records[4]!])).brokenLink).toEqual({ seq: 5, kind: 'repeated' });
  });
});

describe('anchors', () => {
  it('show that the end was cut off', async () => {
    const records = chain();
    const report = await verify(records.slice(0, 7), [anchorOf(records[3]!), anchorOf(records[9]!)]);
    expect(report).toMatchObject({ records: 7, anchorsPassed: 1, brokenLink: { seq: 8, kind: 'truncated' } });
  });

  it('show that everything was deleted', async () => {
    expect((await verify([], [anchorOf(chain()[0]!)])).brokenLink).toEqual({ seq: 1, kind: 'truncated' });
  });

  it('show that the whole chain was made anew, by somebody who has the key', async () => {
    const [first, ...others] = sampleActs(10);
    const forged = linkActs(EMPTY_CHAIN, [{ ...first!, outcome: 'auth.forbidden' }, ...others], SAMPLE_KEY);
    expect((await verify(forged)).brokenLink).toBeNull();
    expect((await verify(forged, [anchorOf(chain()[5]!)])).brokenLink).toEqual({ seq: 6, kind: 'rewritten' });
  });
});
