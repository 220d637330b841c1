import { phoneButtonOutcome } from './phone-button-outcome';

describe("WeChat's one-tap phone number", () => {
  it('hands on the code', () => {
    expect(phoneButtonOutcome({ errMsg: 'getPhoneNumber:ok', code: 'abc' })).toEqual({ kind: 'code', code: 'abc' });
  });

  it.each([
    { errMsg: 'getPhoneNumber:fail', errno: 1400001 },
    { errMsg: 'getPhoneNumber:fail', errno: '1400001' },
    { errMsg: 'getPhoneNumber:fail jsapi has no permission', errno: 102 },
  ])('leads to the SMS code for good when it cannot work: %o', (detail) => {
    const outcome = phoneButtonOutcome(detail);
    expect(outcome).toMatchObject({ kind: 'unavailable' });
    expect(outcome).toMatchObject({ message: expect.stringContaining('短信验证码') });
  });

  it.each([
    [{ errMsg: 'getPhoneNumber:fail user deny' }, '没有取得手机号'],
    [{ errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 }, '隐私保护指引'],
    [{}, '没有取得手机号'],
    [{ code: '' }, '没有取得手机号'],
  ])('may be tried again after %o', (detail, reason) => {
    const outcome = phoneButtonOutcome(detail);
    expect(outcome).toMatchObject({ kind: 'failed', message: expect.stringContaining(reason) });
    expect(outcome).toMatchObject({ message: expect.stringContaining('短信验证码') });
  });
});
