import type { KeyValueStorage } from '../../../platform/key-value-storage';
import { createUnsavedDraftStore } from './unsaved-draft-store';

function memory(): KeyValueStorage & { readonly entries: Map<string, unknown> } {
  const entries = new Map<string, unknown>();
  return {
    entries,
    // The platforms answer '' for what they do not have.
    read: (key) => entries.get(key) ?? '',
    write: (key, value) => entries.set(key, value),
    remove: (key) => entries.delete(key),
  };
}

const ORDER_ID = '0123456789abcdef01234567';

describe('what was typed and has not reached the server', () => {
  it('is kept per application', () => {
    const storage = memory();
    const unsaved = { base: {}, draft: { email: 'name@example.cn' } };
    createUnsavedDraftStore(storage, ORDER_ID).keep(unsaved);
    expect(createUnsavedDraftStore(storage, ORDER_ID).read()).toEqual(unsaved);
    expect(createUnsavedDraftStore(storage, 'ffffffffffffffffffffffff').read()).toBeNull();
  });

  it('leaves nothing on the phone once it is forgotten', () => {
    const storage = memory();
    const store = createUnsavedDraftStore(storage, ORDER_ID);
    store.keep({ base: {}, draft: { address: '新华大街 1 号' } });
    store.forget();
    expect(store.read()).toBeNull();
    expect(storage.entries.size).toBe(0);
  });

  it.each([
    ['nothing', ''],
    ['a text', 'x'],
    ['another form', { draft: { email: 5 } }],
  ])('is none when the phone holds %s', (_, stored) => {
    const storage = memory();
    storage.write(`unsaved-form-${ORDER_ID}`, stored);
    expect(createUnsavedDraftStore(storage, ORDER_ID).read()).toBeNull();
  });
});
