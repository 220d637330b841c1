import * as v from 'valibot';

export const smsCodeSchema = v.pipe(v.string('请输入验证码'), v.trim(), v.regex(/^\d{6}$/, '验证码是 6 位数字'));

/** What is answered when a code was sent. */
export const smsCodeSentSchema = v.object({ resendAfterSeconds: v.number(), expiresInSeconds: v.number() });
export type SmsCodeSent = v.InferOutput<typeof smsCodeSentSchema>;
