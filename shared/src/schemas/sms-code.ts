import * as v from 'valibot';
import { deviceIdSchema } from './device';
import { clientTokenSchema } from './identifiers';

export const smsCodeSchema = v.pipe(v.string('请输入验证码'), v.trim(), v.regex(/^\d{6}$/, '验证码是 6 位数字'));

/** What is answered when a code was sent. */
export const smsCodeSentSchema = v.object({ resendAfterSeconds: v.number(), expiresInSeconds: v.number() });
export type SmsCodeSent = v.InferOutput<typeof smsCodeSentSchema>;

export const pictureAnswerSchema = v.pipe(
  v.string('请输入图片里的字符'),
  v.trim(),
  v.minLength(1, '请输入图片里的字符'),
  v.maxLength(10, '请输入图片里的字符'),
);

/** What goes with every wish for a code: the device that will enter it, and a picture once `auth.picture_required` asks for one. */
export const codeWishEntries = {
  deviceId: v.optional(deviceIdSchema),
  picture: v.optional(v.object({ pictureId: clientTokenSchema, pictureAnswer: pictureAnswerSchema })),
};
