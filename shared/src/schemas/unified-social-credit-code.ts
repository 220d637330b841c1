import * as v from 'valibot';
import { tidyCode } from '../format/tidy-code';

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

export type UsccCheck =
  | { readonly state: 'ok' | 'unusual'; readonly code: string }
  /** `length`: not 18 characters; `characters`: some that the standard leaves out. */
  | { readonly state: 'invalid'; readonly reason: 'length' | 'characters' };

const hasFittingChecks = (code: string): boolean =>
  usccCheckCharacter(code.slice(0, 17)) === code[17] && organisationCheckCharacter(code.slice(8, 16)) === code[16];

/**
 * The one judgement of a unified social credit code, USCC (GB 32100-2015). `unusual`: well-formed, but a check character does
 * not fit. That is nearly always a slip, yet some registered codes are such (91350203M0001QKT19): who has it on the licence
 * confirms it, and the reviewer is told.
 */
export function checkUscc(typed: string): UsccCheck {
  const code = tidyCode(typed);
  if (code.length !== 18) {
    return { state: 'invalid', reason: 'length' };
  }
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) {
    return { state: 'invalid', reason: 'characters' };
  }
  return { state: hasFittingChecks(code) ? 'ok' : 'unusual', code };
}

/** Whether a code needs somebody's word that it stands so on the licence. */
export const isUnusualUscc = (typed: string): boolean => checkUscc(typed).state === 'unusual';

/** A well-formed code, unusual ones included: whether those are confirmed is asked by the form (`checkApplicationForm`). */
export const unifiedSocialCreditCodeSchema = v.pipe(
  v.string('请输入统一社会信用代码'),
  v.transform(tidyCode),
  v.regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, '统一社会信用代码是 18 位数字和大写字母（没有 I、O、S、V、Z）'),
);
