import type { ApplicationFormDraft } from './application-form';
import { unconfirmedCodeProblems, unusualCodesOf } from './unusual-codes';

const UNUSUAL = '91350203M0001QKT19';
const OK = '91110000802100433B';
const formOf = (unit: ApplicationFormDraft['unit'], invoice?: ApplicationFormDraft['invoice']) => ({ unit, invoice });

describe('codes whose check characters do not fit', () => {
  it.each([
    ['an empty form', {}],
    ['an ordinary code', formOf({ unifiedSocialCreditCode: OK })],
    ['half a code', formOf({ unifiedSocialCreditCode: '9135' })],
    ['a tax number without an invoice', formOf(undefined, { kind: 'none', taxpayerNumber: UNUSUAL })],
    ['a tax number of 15', formOf(undefined, { kind: 'general', taxpayerNumber: '150102701234567' })],
  ])('are none in %s', (_, form) => {
    expect(unusualCodesOf(form)).toEqual([]);
  });

  it('are asked about', () => {
    const form = formOf(
      { unifiedSocialCreditCode: UNUSUAL },
      { kind: 'special', taxpayerNumber: '91110000802100433C' },
    );
    expect(unusualCodesOf(form).map(({ confirmed }) => confirmed)).toEqual([false, false]);
    expect(unconfirmedCodeProblems(form).map(({ path }) => path)).toEqual([
      'unit.unifiedSocialCreditCode',
      'invoice.taxpayerNumber',
    ]);
  });

  it('are flagged when confirmed, however typed', () => {
    const form = formOf({ unifiedSocialCreditCode: '91350203m0001qkt19', confirmedCode: UNUSUAL });
    expect(unusualCodesOf(form)).toEqual([{ field: 'unit.unifiedSocialCreditCode', code: UNUSUAL, confirmed: true }]);
    expect(unconfirmedCodeProblems(form)).toEqual([]);
  });

  it('are asked about again once they are changed', () => {
    const form = formOf({ unifiedSocialCreditCode: '91350203M0001QKT18', confirmedCode: UNUSUAL });
    expect(unconfirmedCodeProblems(form)).toHaveLength(1);
  });

  it('need one word for the same code in two places, and another word for another code', () => {
    const twice = formOf({ unifiedSocialCreditCode: UNUSUAL }, { kind: 'general', taxpayerNumber: UNUSUAL });
    expect(unconfirmedCodeProblems(twice).map(({ path }) => path)).toEqual(['unit.unifiedSocialCreditCode']);
    const unit = { unifiedSocialCreditCode: UNUSUAL, confirmedCode: UNUSUAL };
    expect(unconfirmedCodeProblems(formOf(unit, { kind: 'general', taxpayerNumber: UNUSUAL }))).toEqual([]);
    const other = { kind: 'general', taxpayerNumber: '91110000802100433C' } as const;
    expect(unconfirmedCodeProblems(formOf(unit, other))).toHaveLength(1);
    expect(unconfirmedCodeProblems(formOf(unit, { ...other, confirmedNumber: other.taxpayerNumber }))).toEqual([]);
  });
});
