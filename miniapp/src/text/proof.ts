import { localized } from './localized';

/** A code to one's own number, asked for before something grave. */
export const PROOF_TEXT = localized({
  zh: {
    code: '短信验证码',
    codeHint: '为确认是您本人，验证码会发到您的手机号',
    codeSent: (phone: string) => `验证码已发送到 ${phone}`,
  },
  en: {
    code: 'Code by text message',
    codeHint: 'To be sure it is you, a code is sent to your number',
    codeSent: (phone: string) => `A code was sent to ${phone}`,
  },
});
