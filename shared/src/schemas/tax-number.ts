import * as v from 'valibot';
import { tidyCode } from '../format/tidy-code';
import { isResidentNumber } from './identity-document';
import { checkUscc } from './unified-social-credit-code';

/**
 * Taxpayer identification numbers that are in use: 18 since the USCC (or the ID number of somebody who trades under their own
 * name), 15 before it, 17 and 20 made of ID numbers of 15 and 18 with two more.
 */
export const TAX_NUMBER_LENGTHS = [15, 17, 18, 20] as const;

/** Whether a number of 18 characters is no USCC and no ID number by its check character: one of them is asked about. */
export function isUnusualTaxNumber(typed: string): boolean {
  const number = tidyCode(typed);
  return number.length === 18 && checkUscc(number).state !== 'ok' && !isResidentNumber(number);
}

export const taxNumberSchema = v.pipe(
  v.string('请填写纳税人识别号'),
  v.transform(tidyCode),
  v.regex(/^(?:[\dA-Z]{15}|[\dA-Z]{17}|[\dA-Z]{18}|[\dA-Z]{20})$/, '纳税人识别号是 15、17、18 或 20 位数字和大写字母'),
);
