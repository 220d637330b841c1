import { createHash } from 'node:crypto';
import { sha256OfAscii } from './sha256';

const judged = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('SHA-256 on a phone', () => {
  it('is what FIPS 180-4 says of its examples', () => {
    expect(sha256OfAscii('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256OfAscii('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('is what another program computes, for every length around the ends of blocks', () => {
    const texts = Array.from({ length: 200 }, (_, length) => '[12,-345]'.repeat(30).slice(0, length));
    expect(texts.filter((text) => sha256OfAscii(text) !== judged(text))).toEqual([]);
  });

  it('is right for as many points as are written', () => {
    const text = JSON.stringify(Array.from({ length: 20_000 }, (_, at) => [at * 7919, at % 251, at * 16]));
    expect(sha256OfAscii(text)).toBe(judged(text));
  });

  it('refuses what is not ASCII', () => {
    expect(() => sha256OfAscii('笔')).toThrow('ASCII');
  });
});
