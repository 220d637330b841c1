import * as v from 'valibot';

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Check character over the first 17 characters (GB 32100-2015, 4.4): weights 3^(i-1) mod 31. */
export function usccCheckCharacter(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CHARACTERS[(31 - (sum % 31)) % 31] ?? '';
}

/** Check character of the organisation code in positions 9–16 (GB 11714-1997); it stands in position 17. */
export function organisationCheckCharacter(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number.parseInt(first8[index] ?? '0', 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Unified social credit code, USCC (GB 32100-2015): 18 characters, both check characters. Lower case is accepted. */
export const unifiedSocialCreditCodeSchema = v.pipe(
  v.string('请输入统一社会信用代码'),
  v.trim(),
  v.toUpperCase(),
  v.regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, '统一社会信用代码是 18 位数字和大写字母（没有 I、O、S、V、Z）'),
  v.check(
    (value) =>
      usccCheckCharacter(value.slice(0, 17)) === value[17] &&
      organisationCheckCharacter(value.slice(8, 16)) === value[16],
    '统一社会信用代码有一位输错了，请核对营业执照',
  ),
);
