import * as v from 'valibot';

/** Mainland mobile number without country code: 11 digits, segment 13–19 (MIIT numbering plan). */
export const phoneNumberSchema = v.pipe(
  v.string('请输入手机号'),
  v.trim(),
  v.regex(/^1[3-9]\d{9}$/, '请输入 11 位手机号'),
);
