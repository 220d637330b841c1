import { createHash, createHmac } from 'node:crypto';
import { canonicalText, GENESIS_HASH, hashOfRecord, linkActs, macOf } from './record-hash';
import { sampleAct, sampleActs } from './testing/sample-act';
import { SAMPLE_KEY } from './testing/sample-key';

const record = { ...sampleAct(1), seq: 7, previousHash: GENESIS_HASH };
const present = {
  ...record,
  format: 2 as const,
  subjects: ['phone:cd'],
  notes: { revision: 3, callerRoles: 'reviewer' },
  keyId: 'a1',
};

describe('the canonical text of a record', () => {
  it('is the documented JSON array', () => {
    expect(canonicalText(present)).toBe(
      '["acceptance-audit-v2",7,"2026-11-23T02:00:01.000Z","staff","0123456789abcdef01234567","reviewer",' +
        '"staff.readOrderFile","file:000000000000000000000001","order:0123456789abcdef01234567",' +
        `"${'ab'.repeat(32)}","done","6f1ed002-ab55-4c2f-9a6b-000000000000",["phone:cd"],` +
        `[["callerRoles","reviewer"],["revision",3]],"a1","${'0'.repeat(64)}"]`,
    );
  });

  it('is the shorter array of a record from before', () => {
    expect(canonicalText(record)).toBe(
      '["acceptance-audit-v1",7,"2026-11-23T02:00:01.000Z","staff","0123456789abcdef01234567","reviewer",' +
        '"staff.readOrderFile","file:000000000000000000000001","order:0123456789abcdef01234567",' +
        `"${'ab'.repeat(32)}","done","6f1ed002-ab55-4c2f-9a6b-000000000000","${'0'.repeat(64)}"]`,
    );
  });

  it('does not depend on the order of members or on members that are not the record’s', () => {
    const { actor, ...rest } = record;
    const { role, ...who } = actor;
    const shuffled = { _id: 'x', ...rest, actor: { role, ...who } };
    expect(canonicalText(shuffled)).toBe(canonicalText(record));
  });

  it('keeps neighbouring members apart', () => {
    const moved = { ...record, action: 'a","b', object: null };
    expect(canonicalText(moved)).not.toBe(canonicalText({ ...record, action: 'a', object: 'b' }));
  });
});

describe('the hash of a record', () => {
  it('is SHA-256 of that text', () => {
    expect(hashOfRecord(record)).toBe(createHash('sha256').update(canonicalText(record), 'utf8').digest('hex'));
  });

  it.each([
    ['seq', { seq: 8 }],
    ['at', { at: new Date(0) }],
    ['actor kind', { actor: { ...record.actor, kind: 'applicant' as const } }],
    ['actor id', { actor: { ...record.actor, id: null } }],
    ['actor role', { actor: { ...record.actor, role: null } }],
    ['action', { action: 'staff.readOrder' }],
    ['object', { object: null }],
    ['partOf', { partOf: null }],
    ['address', { address: null }],
    ['outcome', { outcome: 'auth.forbidden' }],
    ['requestId', { requestId: null }],
    ['previousHash', { previousHash: 'f'.repeat(64) }],
  ])('is another one when %s is', (_name, change) => {
    expect(hashOfRecord({ ...record, ...change })).not.toBe(hashOfRecord(record));
    expect(hashOfRecord({ ...present, ...change })).not.toBe(hashOfRecord(present));
  });

  it.each([
    ['format', { format: undefined }],
    ['subjects', { subjects: [] }],
    ['notes', { notes: { revision: 4, callerRoles: 'reviewer' } }],
    ['a name of the notes', { notes: { version: 3, callerRoles: 'reviewer' } }],
    ['keyId', { keyId: 'a2' }],
  ])('is another one when %s is, in a present record', (_name, change) => {
    expect(hashOfRecord({ ...present, ...change })).not.toBe(hashOfRecord(present));
  });
});

describe('linking acts', () => {
  it('numbers them from the end and lets each name the one before', () => {
    const [first, second] = linkActs({ seq: 4, hash: 'e'.repeat(64) }, sampleActs(2), SAMPLE_KEY);
    expect(first).toMatchObject({ ...sampleAct(1), seq: 5, previousHash: 'e'.repeat(64) });
    expect(second).toMatchObject({ ...sampleAct(2), seq: 6, previousHash: first!.hash });
    expect(second!.hash).toBe(hashOfRecord(second!));
  });

  it('authenticates each by HMAC-SHA-256 of its hash', () => {
    const [first] = linkActs({ seq: 0, hash: GENESIS_HASH }, sampleActs(1), SAMPLE_KEY);
    const mac = createHmac('sha256', SAMPLE_KEY.key).update(`acceptance-audit-mac-v1|${first!.hash}`).digest('hex');
    expect(first).toMatchObject({ keyId: 'a1', mac });
    expect(macOf(first!.hash, Buffer.alloc(32, 7))).not.toBe(mac);
  });
});
