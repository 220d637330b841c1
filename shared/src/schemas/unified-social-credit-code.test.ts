import * as v from 'valibot';
import {
  organisationCheckCharacter,
  unifiedSocialCreditCodeSchema,
  usccCheckCharacter,
} from './unified-social-credit-code';

/** Public codes of registered organisations; both check characters are published with them. */
const VECTORS = ['91110000802100433B', '9144030071526726XG', '91440300708461136T', '11320000MB151840XJ'];
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const isValid = (code: string): boolean => v.safeParse(unifiedSocialCreditCodeSchema, code).success;

describe('unified social credit code (GB 32100)', () => {
  it.each(VECTORS)('accepts %s by both check characters', (code) => {
    expect(v.parse(unifiedSocialCreditCodeSchema, code)).toBe(code);
    expect(usccCheckCharacter(code.slice(0, 17))).toBe(code[17]);
    expect(organisationCheckCharacter(code.slice(8, 16))).toBe(code[16]);
  });

  it.each(VECTORS)('finds every single wrong character of %s', (code) => {
    for (let position = 0; position < code.length; position += 1) {
      for (const character of CHARACTERS) {
        const changed = code.slice(0, position) + character + code.slice(position + 1);
        if (changed !== code) {
          expect(isValid(changed)).toBe(false);
        }
      }
    }
  });

  it('refuses a wrong organisation code even when the last character fits', () => {
    const first17 = '91110000802100434';
    expect(isValid(first17 + usccCheckCharacter(first17))).toBe(false);
  });

  it('accepts lower case and blanks around', () => {
    expect(v.parse(unifiedSocialCreditCodeSchema, ' 9144030071526726xg ')).toBe('9144030071526726XG');
  });

  it.each(['I', 'O', 'S', 'V', 'Z'])('refuses the letter %s, which the standard leaves out', (letter) => {
    const result = v.safeParse(unifiedSocialCreditCodeSchema, `9111000080210043${letter}B`);
    expect(result.issues?.[0].message).toBe('统一社会信用代码是 18 位数字和大写字母（没有 I、O、S、V、Z）');
  });

  it.each(['9111000080210043', '91110000802100433B1', ''])('refuses %p: not 18 characters', (code) => {
    expect(isValid(code)).toBe(false);
  });
});
