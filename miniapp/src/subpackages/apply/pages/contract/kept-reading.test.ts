import type { KeyValueStorage } from '../../../../platform/key-value-storage';
import { createKeptReading } from './kept-reading';
import { NO_TIME } from './reading-clock';

function phone() {
  const values = new Map<string, unknown>();
  const storage: KeyValueStorage = {
    read: (key) => values.get(key) ?? '',
    write: (key, value) => values.set(key, structuredClone(value)),
    remove: (key) => values.delete(key),
  };
  return { values, storage };
}
const SPENT = { totalMs: 60_000, sectionMs: { details: 20_000 } };

describe('the time spent on a contract', () => {
  it('is there again for the same text of the same application', () => {
    const { storage } = phone();
    createKeptReading(storage, 'order-1').keep('text-1', SPENT);
    expect(createKeptReading(storage, 'order-1').read('text-1')).toEqual(SPENT);
    expect(createKeptReading(storage, 'order-1').read('text-2')).toEqual(NO_TIME);
    expect(createKeptReading(storage, 'order-2').read('text-1')).toEqual(NO_TIME);
  });

  it('is gone when it was agreed to', () => {
    const { values, storage } = phone();
    const kept = createKeptReading(storage, 'order-1');
    kept.keep('text-1', SPENT);
    kept.forget();
    expect(kept.read('text-1')).toEqual(NO_TIME);
    expect(values.size).toBe(0);
  });

  it.each([
    ['nothing', ''],
    ['something of before', { textKey: 'text-1', seconds: 5 }],
    ['no numbers', { textKey: 'text-1', totalMs: '5', sectionMs: {} }],
    ['negative numbers', { textKey: 'text-1', totalMs: -5, sectionMs: {} }],
  ])('is none where the phone holds %s', (_what, value) => {
    const { storage } = phone();
    storage.write('contract-reading-order-1', value);
    expect(createKeptReading(storage, 'order-1').read('text-1')).toEqual(NO_TIME);
  });
});
