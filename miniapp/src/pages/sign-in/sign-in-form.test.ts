import { hasErrors, signInErrors } from './sign-in-form';

describe('the sign-in form', () => {
  it('names every field that is missing, the consent too', () => {
    expect(signInErrors({ phone: '', code: '', agreed: false })).toEqual({
      phone: '请输入 11 位手机号',
      code: '验证码是 6 位数字',
      agreed: '请先阅读并勾选同意',
    });
  });

  it('may be sent when all is well, and not without consent', () => {
    const complete = { phone: '13812341234', code: '012345', agreed: true };
    expect(hasErrors(signInErrors(complete))).toBe(false);
    expect(hasErrors(signInErrors({ ...complete, agreed: false }))).toBe(true);
  });
});
