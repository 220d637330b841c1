import { rememberOpened, shortDigest, wasOpened } from './opened-contract';

const SHA = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

describe('a contract that was opened', () => {
  it('is known by its bytes, so that another one must be opened too', () => {
    const values = new Map<string, unknown>();
    const storage = {
      read: (key: string) => values.get(key) ?? '',
      write: (key: string, value: unknown) => void values.set(key, value),
      remove: (key: string) => void values.delete(key),
    };
    expect(wasOpened(storage, SHA)).toBe(false);
    rememberOpened(storage, SHA);
    expect(wasOpened(storage, SHA)).toBe(true);
    expect(wasOpened(storage, SHA.replace('9', '8'))).toBe(false);
  });

  it('has a short digest to compare by eye', () => {
    expect(shortDigest(SHA)).toBe('9F86 D081 884C 7D65');
  });
});
