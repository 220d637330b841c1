/** What the schemas say that people sign in by, and that every schema says. Apart, as all the others are not needed for that. */
export const SIGN_IN_SENTENCES: Readonly<Record<string, string>> = {
  请填写: 'Please fill this in',
  格式不正确: 'The format is not correct',
  请输入手机号: 'Please enter the mobile number',
  '请输入 11 位手机号，或已确认的邮箱': 'Please enter an 11-digit mobile number, or a confirmed email address',
  '请输入 11 位手机号': 'Please enter the 11 digits of the mobile number',
  请输入账号: 'Please enter the account',
  请输入验证码: 'Please enter the code',
  '验证码是 6 位数字': 'The code has 6 digits',
  请输入密码: 'Please enter the password',
  密码太长了: 'The password is too long',
};

/** English for a Chinese sentence about a field of signing in; the sentence itself when unknown. */
export const englishSignInMessage = (message: string): string => SIGN_IN_SENTENCES[message] ?? message;
