import * as v from 'valibot';
import { phoneNumberSchema } from './phone-number';

describe('phone number', () => {
  it.each(['13812341234', '19900000000', '14700000000'])('accepts the mainland mobile number %s', (phone) => {
    expect(v.parse(phoneNumberSchema, phone)).toBe(phone);
  });

  it('drops the blanks that a paste brings along', () => {
    expect(v.parse(phoneNumberSchema, ' 13812341234\n')).toBe('13812341234');
  });

  it.each([
    ['a digit short', '1381234123'],
    ['a digit long', '138123412345'],
    ['an unassigned segment', '12812341234'],
    ['a land line', '04711234567'],
    ['a country code', '+8613812341234'],
    ['full-width digits', '１３８１２３４１２３４'],
    ['blanks inside', '138 1234 1234'],
  ])('refuses %s', (_, phone) => {
    expect(v.safeParse(phoneNumberSchema, phone).issues?.[0].message).toBe('请输入 11 位手机号');
  });

  it('refuses a number that is not text', () => {
    expect(v.safeParse(phoneNumberSchema, 13812341234).success).toBe(false);
  });
});
