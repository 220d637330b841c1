import type { FieldProblem } from '../errors/api-error';
import { tidyCode } from '../format/tidy-code';
import type { ApplicationFormDraft } from './application-form';
import { isUnusualTaxNumber } from './tax-number';
import { isUnusualUscc } from './unified-social-credit-code';

export type UnusualCodeField = 'unit.unifiedSocialCreditCode' | 'invoice.taxpayerNumber';

export interface UnusualCode {
  readonly field: UnusualCodeField;
  readonly code: string;
  /** Whether the applicant has said that it stands so on the paper; of this code, not of another one typed before. */
  readonly confirmed: boolean;
}

const MESSAGES: Record<UnusualCodeField, string> = {
  'unit.unifiedSocialCreditCode': '代码可能有一位输错了，请与营业执照逐位核对；执照上确实是这样的，请在下面打勾',
  'invoice.taxpayerNumber': '税号可能有一位输错了，请逐位核对；确实是这样的，请在下面打勾',
};

/** Codes of a form whose check characters do not fit: asked about on the phone, flagged for the reviewer, never refused. */
export function unusualCodesOf({ unit, invoice }: ApplicationFormDraft): UnusualCode[] {
  const code = tidyCode(unit?.unifiedSocialCreditCode ?? '');
  const number = invoice?.kind && invoice.kind !== 'none' ? tidyCode(invoice.taxpayerNumber ?? '') : '';
  const codeConfirmed = tidyCode(unit?.confirmedCode ?? '') === code;
  // The same code is asked about once, where it stands first.
  const numberConfirmed = tidyCode(invoice?.confirmedNumber ?? '') === number || number === code;
  return [
    ...(isUnusualUscc(code)
      ? [{ field: 'unit.unifiedSocialCreditCode', code, confirmed: codeConfirmed } as const]
      : []),
    ...(isUnusualTaxNumber(number)
      ? [{ field: 'invoice.taxpayerNumber', code: number, confirmed: numberConfirmed } as const]
      : []),
  ];
}

export const unconfirmedCodeProblems = (form: ApplicationFormDraft): FieldProblem[] =>
  unusualCodesOf(form)
    .filter(({ confirmed }) => !confirmed)
    .map(({ field }) => ({ path: field, message: MESSAGES[field] }));
