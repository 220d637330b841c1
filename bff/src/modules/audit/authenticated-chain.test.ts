import type { AuditRecord } from './audit-record';
import { EMPTY_CHAIN, hashOfRecord, linkActs } from './record-hash';
import { batchesOf } from './testing/chain-in-memory';
import { linkOldActs } from './testing/old-chain';
import { sampleActs } from './testing/sample-act';
import { NEXT_KEY, rotatedKeys, SAMPLE_KEY, sampleKeys } from './testing/sample-key';
import { verifyChain } from './verify-chain';

const acts = sampleActs(10);
const chain = (): AuditRecord[] => linkActs(EMPTY_CHAIN, acts, SAMPLE_KEY);
const endOf = (records: readonly AuditRecord[]) => records.at(-1) ?? EMPTY_CHAIN;
const verify = async (records: AuditRecord[], { keys = sampleKeys, from = 1, anchors = [] as AuditRecord[] } = {}) =>
  verifyChain({
    batches: batchesOf(records),
    anchors: anchors.map(({ seq, hash }) => ({ seq, hash, anchoredAt: '2026-11-23T16:00:00.000Z' })),
    authentication: { keys, from },
    seqOfHash: async (hash) => records.find((record) => record.hash === hash)?.seq ?? null,
  });
const brokenLink = async (...given: Parameters<typeof verify>) => (await verify(...given)).brokenLink;

/** What somebody does who can write the database, knows the program and lacks the key. */
const forgers = { id: 'a1', key: Buffer.alloc(32, 66) };
const without = (record: AuditRecord, ...names: string[]): AuditRecord =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name))) as unknown as AuditRecord;

describe('without the key', () => {
  it('the whole chain cannot be rewritten, though all its hashes fit', async () => {
    const [first, ...others] = acts;
    const rewritten = linkActs(EMPTY_CHAIN, [{ ...first!, outcome: 'auth.forbidden' }, ...others], forgers);
    expect(await brokenLink(rewritten)).toEqual({ seq: 1, kind: 'forged' });
  });

  it('nor from a record on', async () => {
    const kept = chain().slice(0, 4);
    const rewritten = [...kept, ...linkActs(endOf(kept), acts.slice(5), forgers)];
    expect(await brokenLink(rewritten)).toEqual({ seq: 5, kind: 'forged' });
  });

  it('nor one record, whether or not it is hashed anew', async () => {
    const changed = (seal: (record: AuditRecord) => AuditRecord) =>
      chain().map((record) => (record.seq === 10 ? seal({ ...record, outcome: 'auth.forbidden' }) : record));
    expect(await brokenLink(changed((record) => record))).toEqual({ seq: 10, kind: 'changed' });
    const hashed = changed((record) => ({ ...record, hash: hashOfRecord(record) }));
    expect(await brokenLink(hashed)).toEqual({ seq: 10, kind: 'forged' });
  });

  it('nothing can be appended', async () => {
    const records = chain();
    const added = linkActs(endOf(records), sampleActs(1), { id: 'x', key: Buffer.alloc(32, 66) });
    expect(await brokenLink([...records, ...added])).toEqual({ seq: 11, kind: 'unknown-key' });
    expect(await brokenLink([...records, ...linkOldActs(endOf(records), sampleActs(1))])).toEqual({
      seq: 11,
      kind: 'unauthenticated',
    });
  });

  it.each([['mac'], ['mac', 'keyId']])('%s cannot be stripped', async (...names) => {
    const [first] = chain().map((record) => without(record, ...names));
    const kind = names.length > 1 ? 'changed' : 'unauthenticated';
    expect(await brokenLink([first!])).toEqual({ seq: 1, kind });
  });

  it('nor can the chain be made one from before there were keys', async () => {
    expect(await brokenLink(linkOldActs(EMPTY_CHAIN, acts))).toEqual({ seq: 1, kind: 'unauthenticated' });
  });
});

describe('truncation', () => {
  it('is shown by anchors: what is left is authentic', async () => {
    const records = chain();
    expect(await brokenLink(records.slice(0, 7))).toBeNull();
    expect(await brokenLink(records.slice(0, 7), { anchors: [records[8]!] })).toEqual({ seq: 8, kind: 'truncated' });
  });
});

describe('a chain from before there were keys', () => {
  const old = linkOldActs(EMPTY_CHAIN, acts.slice(0, 4));
  const records = [...old, ...linkActs(endOf(old), acts.slice(4), SAMPLE_KEY)];

  it('holds up to the point from which on it is authenticated', async () => {
    expect(await verify(records, { from: 5 })).toMatchObject({
      records: 10,
      byKey: [{ keyId: 'a1', records: 6, firstSeq: 5, lastSeq: 10 }],
      brokenLink: null,
    });
  });

  it('does not hold for who knows of no such point', async () => {
    expect(await brokenLink(records)).toEqual({ seq: 1, kind: 'unauthenticated' });
  });

  it('shows that authentication was removed behind that point', async () => {
    const stripped = linkOldActs(EMPTY_CHAIN, acts);
    expect(await brokenLink(stripped, { from: 5 })).toEqual({ seq: 5, kind: 'unauthenticated' });
  });

  it('is authentic before that point where it says so', async () => {
    const forged = linkActs(EMPTY_CHAIN, acts, forgers);
    expect(await brokenLink(forged, { from: 5 })).toEqual({ seq: 1, kind: 'forged' });
  });
});

describe('a rotation of keys', () => {
  const before = linkActs(EMPTY_CHAIN, acts.slice(0, 6), SAMPLE_KEY);
  const records = [...before, ...linkActs(endOf(before), acts.slice(6), NEXT_KEY)];

  it('leaves one chain, of which each key vouches for its part', async () => {
    expect(await verify(records, { keys: rotatedKeys })).toMatchObject({
      byKey: [
        { keyId: 'a1', records: 6, firstSeq: 1, lastSeq: 6 },
        { keyId: 'a2', records: 4, firstSeq: 7, lastSeq: 10 },
      ],
      brokenLink: null,
    });
  });

  it('needs the earlier key for good', async () => {
    expect(await brokenLink(records)).toEqual({ seq: 7, kind: 'unknown-key' });
  });
});
