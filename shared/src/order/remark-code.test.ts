import { isRemarkCode, remarkCodeOf, remarkCodesIn, showRemarkCode } from './remark-code';

const CHARACTERS = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';
const codeOf = (...bytes: number[]): string => {
  const code = remarkCodeOf(Uint8Array.from(bytes));
  if (!code) {
    throw new Error('too few bytes');
  }
  return code;
};
const CODES = [codeOf(0, 1, 2, 3, 4, 5, 6), codeOf(30, 30, 30, 30, 30, 30, 30), codeOf(7, 19, 100, 247, 3, 61, 200)];

describe('a remark code', () => {
  it.each(CODES)('%s is one, and none with a character changed', (code) => {
    expect(isRemarkCode(code)).toBe(true);
    for (let place = 0; place < code.length; place += 1) {
      const others = [...CHARACTERS].filter((character) => character !== code[place]);
      const changed = others.map((character) => code.slice(0, place) + character + code.slice(place + 1));
      expect(changed.filter(isRemarkCode)).toEqual([]);
    }
  });

  it.each(CODES)('%s is none with two neighbours exchanged', (code) => {
    for (let place = 0; place + 1 < code.length; place += 1) {
      const [first = '', second = ''] = code.slice(place);
      const exchanged = code.slice(0, place) + second + first + code.slice(place + 2);
      expect(first === second || !isRemarkCode(exchanged)).toBe(true);
    }
  });

  it('takes no byte that would make some characters likelier than others', () => {
    expect(remarkCodeOf(Uint8Array.from([248, 249, 255, 0, 0, 0, 0, 0, 0]))).toBeNull();
    expect(codeOf(255, 0, 0, 0, 0, 0, 0, 0)).toBe(codeOf(0, 0, 0, 0, 0, 0, 0));
  });
});

describe('codes in what a payer wrote', () => {
  const [code = '', other = ''] = CODES.slice(1);
  it.each([
    ['alone', code],
    ['as it is shown', showRemarkCode(code)],
    ['in small letters, between words', `证书费 ${code.toLowerCase()} 某某公司`],
    ['with hyphens', `${code.slice(0, 4)}-${code.slice(4)}`],
    ['in full width', code.replaceAll(/./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
    ['glued to other digits', `2026${code}00`],
  ])('are found %s', (_how, remark) => {
    expect(remarkCodesIn(remark)).toContain(code);
  });

  it('are found each once, several of them too', () => {
    expect(remarkCodesIn(`${code} ${other} ${code}`)).toEqual(expect.arrayContaining([code, other]));
    expect(remarkCodesIn(`${code},${code}`).filter((found) => found === code)).toHaveLength(1);
  });

  it('are none in other words, however long', () => {
    expect(remarkCodesIn('往来款')).toEqual([]);
    expect(remarkCodesIn('')).toEqual([]);
    expect(remarkCodesIn('款'.repeat(100_000))).toEqual([]);
  });
});
