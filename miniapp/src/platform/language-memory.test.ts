import { languageMemory, shouldOfferEnglish } from './language-memory';

const storageWith = (stored: Map<string, unknown>) => ({
  read: (key: string) => stored.get(key),
  write: (key: string, value: unknown) => void stored.set(key, value),
  remove: (key: string) => void stored.delete(key),
});

describe('the remembered language', () => {
  it('is read again as it was written', () => {
    const stored = new Map<string, unknown>();
    languageMemory(storageWith(stored)).write('en');
    expect(languageMemory(storageWith(stored)).read()).toBe('en');
  });

  it.each([[undefined], [''], ['fr'], [{ language: 'en' }]])('is nothing when %p is stored', (value) => {
    expect(languageMemory(storageWith(new Map([['language', value]]))).read()).toBeNull();
  });
});

describe('the offer of English', () => {
  it.each([
    ['en-US', null, true],
    ['en', null, true],
    ['ja_JP', null, true],
    ['zh_CN', null, false],
    ['zh-Hans-CN', null, false],
    ['', null, false],
    [undefined, null, false],
    ['en-US', 'zh', false],
    ['en-US', 'en', false],
  ] as const)('system language %p, chosen %p: %p', (system, chosen, offered) => {
    expect(shouldOfferEnglish(system, chosen)).toBe(offered);
  });
});
