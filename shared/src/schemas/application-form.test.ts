import * as v from 'valibot';
import { applicationFormDraftSchema } from './application-form';

const accepts = (value: unknown): boolean => v.safeParse(applicationFormDraftSchema, value).success;

describe('draft of the application form', () => {
  it('keeps half of what is typed, right or wrong', () => {
    const typed = {
      unit: { unifiedSocialCreditCode: '9111' },
      email: 'zhang@',
      invoice: { kind: 'special', bankAccount: '6222' },
      delivery: { way: 'courier', phone: '138' },
    };
    expect(v.parse(applicationFormDraftSchema, typed)).toEqual(typed);
    expect(v.parse(applicationFormDraftSchema, {})).toEqual({});
  });

  it('drops fields that the form does not have', () => {
    expect(v.parse(applicationFormDraftSchema, { status: 'approved', email: '' })).toEqual({ email: '' });
  });

  it('refuses what could not have been typed', () => {
    expect(accepts({ email: 'a'.repeat(201) })).toBe(false);
    expect(accepts({ email: { $gt: '' } })).toBe(false);
    expect(accepts({ invoice: { kind: 'golden' } })).toBe(false);
    expect(accepts({ delivery: { way: 'pigeon' } })).toBe(false);
  });
});
