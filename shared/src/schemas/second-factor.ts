import * as v from 'valibot';

/** Six digits of an authenticator (RFC 6238) or a recovery code such as `ABCD-EFGH-2345-6789`. */
export const secondFactorSchema = v.pipe(
  v.string('请输入动态验证码'),
  v.trim(),
  v.minLength(6, '请输入动态验证码'),
  v.maxLength(24, '请输入动态验证码'),
);

export const secondFactorStateSchema = v.object({
  enrolled: v.boolean(),
  recoveryCodesLeft: v.number(),
});
export type SecondFactorState = v.InferOutput<typeof secondFactorStateSchema>;

/** What an authenticator needs; shown once. */
export const authenticatorKeySchema = v.object({
  /** Base32 (RFC 4648), to be typed by hand. */
  secret: v.string(),
  /** `otpauth://totp/…`, to be shown as a QR code. */
  otpauthUrl: v.string(),
});
export type AuthenticatorKey = v.InferOutput<typeof authenticatorKeySchema>;
