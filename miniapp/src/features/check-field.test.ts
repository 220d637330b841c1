import { phoneNumberSchema } from '@acceptance/shared';
import { checkField } from './check-field';

describe('the check on leaving a field', () => {
  it('says what is wrong, or nothing', () => {
    expect(checkField(phoneNumberSchema, '1381234')).toBe('请输入 11 位手机号');
    expect(checkField(phoneNumberSchema, '13812341234')).toBeNull();
  });
});
