import * as v from 'valibot';
import {
  checkUscc,
  isUnusualUscc,
  organisationCheckCharacter,
  unifiedSocialCreditCodeSchema,
  usccCheckCharacter,
} from './unified-social-credit-code';

/** Public codes of registered organisations; both check characters are published with them. */
const VECTORS = ['91110000802100433B', '9144030071526726XG', '91440300708461136T', '11320000MB151840XJ'];
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Registered so, and printed on the licence; neither check character fits. */
const UNUSUAL = '91350203M0001QKT19';

const isValid = (code: string): boolean => v.safeParse(unifiedSocialCreditCodeSchema, code).success;

describe('unified social credit code (GB 32100)', () => {
  it.each(VECTORS)('accepts %s by both check characters', (code) => {
    expect(v.parse(unifiedSocialCreditCodeSchema, code)).toBe(code);
    expect(checkUscc(code)).toEqual({ state: 'ok', code });
    expect(usccCheckCharacter(code.slice(0, 17))).toBe(code[17]);
    expect(organisationCheckCharacter(code.slice(8, 16))).toBe(code[16]);
  });

  it.each(VECTORS)('finds every single wrong character of %s', (code) => {
    for (let position = 0; position < code.length; position += 1) {
      for (const character of CHARACTERS) {
        const changed = code.slice(0, position) + character + code.slice(position + 1);
        if (changed !== code) {
          expect(checkUscc(changed).state).toBe('unusual');
        }
      }
    }
  });

  it('finds a wrong organisation code even when the last character fits', () => {
    const first17 = '91110000802100434';
    expect(isUnusualUscc(first17 + usccCheckCharacter(first17))).toBe(true);
  });

  it('does not refuse a registered code with a check character that does not fit', () => {
    expect(isUnusualUscc(UNUSUAL)).toBe(true);
    expect(v.parse(unifiedSocialCreditCodeSchema, UNUSUAL)).toBe(UNUSUAL);
  });

  it.each([
    ['9111000080210043', 'length'],
    ['', 'length'],
    ['9111000080210043OB', 'characters'],
    ['91110000802100433中', 'characters'],
  ] as const)('says why %p is none: %s', (typed, reason) => {
    expect(checkUscc(typed)).toEqual({ state: 'invalid', reason });
    expect(isUnusualUscc(typed)).toBe(false);
  });

  it('accepts lower case and blanks around', () => {
    expect(v.parse(unifiedSocialCreditCodeSchema, ' 9144030071526726xg ')).toBe('9144030071526726XG');
    expect(checkUscc(' 9144 0300 7152 6726 xg ').state).toBe('ok');
  });

  it.each(['I', 'O', 'S', 'V', 'Z'])('refuses the letter %s, which the standard leaves out', (letter) => {
    const result = v.safeParse(unifiedSocialCreditCodeSchema, `9111000080210043${letter}B`);
    expect(result.issues?.[0].message).toBe('统一社会信用代码是 18 位数字和大写字母（没有 I、O、S、V、Z）');
  });

  it.each(['9111000080210043', '91110000802100433B1', ''])('refuses %p: not 18 characters', (code) => {
    expect(isValid(code)).toBe(false);
  });
});
