import { Types } from 'mongoose';
import { createFieldCipher } from '../field-cipher';
import { atPlacesOf, valuesAt } from './paths';
import { resealRecord } from './reseal-record';
import type { SealedCollection } from './sealed-collection';

const keyOf = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });
const [OLD, NEW] = [keyOf('k1', 1), keyOf('k2', 2)];
const [OLD_HASH, NEW_HASH] = [keyOf('v1', 8), keyOf('h2', 9)];
const before = createFieldCipher({ encryptionKeys: [OLD], hashKeys: [OLD_HASH] });
const now = createFieldCipher({ encryptionKeys: [NEW, OLD], hashKeys: [NEW_HASH, OLD_HASH] });

const _id = new Types.ObjectId('65f000000000000000000001');
const ID = _id.toHexString();
const sealed: SealedCollection = {
  collection: 'people',
  envelopes: { phone: 'p', 'person.card': 'c', address: 'a', 'own.*.phone': 'p' },
  onceClear: ['address'],
  hashes: [
    { path: 'phoneHash', purpose: 'p', from: 'phone' },
    { path: 'phoneHashes', purpose: 'p', from: 'phone' },
    { path: 'person.hash', purpose: 'n', from: 'person.card', pick: (opened) => JSON.parse(opened).number },
    { path: 'own.*.hash', purpose: 'p', from: 'own.*.phone' },
  ],
};
const reseal = (record: Record<string, unknown>) => resealRecord(now, sealed, { _id, ...record });

describe('a record', () => {
  it('gets new envelopes and hashes, and is written only while it is as it was', () => {
    const phone = before.encryptText('139', 'p', ID);
    const card = before.encryptText('{"number":"11"}', 'c');
    const hash = before.lookupHash('139', 'p');
    const { set, seen, left } = reseal({
      phone,
      phoneHash: hash,
      phoneHashes: [now.lookupHash('139', 'p'), hash],
      person: { card, hash: before.lookupHash('11', 'n') },
    });
    expect(left).toEqual([]);
    expect(Object.keys(set).toSorted()).toEqual(['person.card', 'person.hash', 'phone', 'phoneHash', 'phoneHashes']);
    expect(now.decryptText(String(set.phone), 'p', ID)).toBe('139');
    expect(set.phone).toMatch(/^v2\.k2\./);
    expect(set['person.card']).toMatch(/^v2\.k2\./);
    expect(set).toMatchObject({ phoneHash: now.lookupHash('139', 'p'), phoneHashes: [now.lookupHash('139', 'p')] });
    expect(set['person.hash']).toBe(now.lookupHash('11', 'n'));
    expect(seen).toMatchObject({ phone, phoneHash: hash, 'person.card': card });
  });

  it('is left alone when it is of the newest keys, also where there is nothing', () => {
    const phone = now.encryptText('139', 'p', ID);
    const hashes = { phoneHash: now.lookupHash('139', 'p'), phoneHashes: [now.lookupHash('139', 'p')] };
    expect(reseal({ phone, ...hashes })).toEqual({ set: {}, seen: {}, left: [] });
    expect(reseal({ person: null, own: [] })).toEqual({ set: {}, seen: {}, left: [] });
  });

  it('gets a new hash where only the hash is old, as long as its value is the one that was read', () => {
    const phone = now.encryptText('139', 'p', ID);
    const { set, seen } = reseal({ phone, phoneHash: before.lookupHash('139', 'p') });
    expect(set).toEqual({ phoneHash: now.lookupHash('139', 'p') });
    expect(seen).toEqual({ phone, phoneHash: before.lookupHash('139', 'p') });
  });

  it('keeps what marks an erased value', () => {
    expect(reseal({ phone: '', phoneHash: `deleted:${ID}` })).toEqual({ set: {}, seen: {}, left: [] });
  });

  it('has clear text sealed only where that was once so', () => {
    const { set, left } = reseal({ address: '203.0.113.7', phone: '139' });
    expect(now.decryptText(String(set.address), 'a', ID)).toBe('203.0.113.7');
    expect(left).toEqual([{ path: 'phone', because: 'does-not-open' }]);
  });

  it('says what keeps its key: it does not open, or nothing is there to hash', () => {
    const { set, left } = reseal({
      phone: before.encryptText('139', 'p', '65f000000000000000000002'),
      phoneHash: before.lookupHash('139', 'p'),
      own: [{ phone: before.encryptText('138', 'p', ID), hash: before.lookupHash('138', 'p') }, { hash: 'ab' }],
    });
    expect(Object.keys(set)).toEqual(['own.0.phone', 'own.0.hash']);
    expect(left).toEqual([
      { path: 'phone', because: 'does-not-open' },
      { path: 'phoneHash', because: 'does-not-open' },
      { path: 'own.*.hash', because: 'value-not-stored' },
    ]);
  });
});

describe('a path', () => {
  it('finds what is there, at every place of an array', () => {
    const document = { a: [{ b: 1 }, {}, { b: null }, { b: [2] }], c: { d: 'x' } };
    expect(valuesAt(document, 'a.*.b')).toEqual([
      ['a.0.b', 1],
      ['a.3.b', [2]],
    ]);
    expect(valuesAt(document, 'c.d')).toEqual([['c.d', 'x']]);
    expect(valuesAt(document, 'c.d.e')).toEqual([]);
  });

  it('takes over the places of another one', () => {
    expect(atPlacesOf('a.3.b', 'a.*.b', 'a.*.c')).toBe('a.3.c');
    expect(atPlacesOf('a', 'a', 'c.d')).toBe('c.d');
  });
});
