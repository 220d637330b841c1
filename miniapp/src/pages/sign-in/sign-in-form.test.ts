import { agreedError } from '../../features/sign-in/use-consent';
import { accountError, codeError, passwordError, phoneError } from './sign-in-form';

describe('the sign-in form', () => {
  it('names what is missing, the consent too', () => {
    expect([phoneError(''), accountError(''), passwordError(''), codeError(''), agreedError(false)]).toEqual([
      '请输入 11 位手机号',
      '请输入 11 位手机号，或已确认的邮箱',
      '请输入密码',
      '验证码是 6 位数字',
      '请先阅读并勾选同意',
    ]);
  });

  it('is content with what the API takes', () => {
    expect([phoneError('13812341234'), passwordError('x'), codeError('012345'), agreedError(true)]).toEqual(
      Array(4).fill(null),
    );
    expect(['13812341234', ' Ming.Li@mail.example '].map(accountError)).toEqual([null, null]);
  });
});
