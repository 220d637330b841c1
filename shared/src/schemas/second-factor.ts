import * as v from 'valibot';
import { CERTIFICATE_STATES } from './certificate';
import { type CertificateAnswer, certificateAnswerSchema } from './certificate-proof';
import { timestampSchema } from './identifiers';

/** Six digits of an authenticator (RFC 6238) or a recovery code such as `ABCD-EFGH-2345-6789`. */
export const secondFactorSchema = v.pipe(
  v.string('请输入动态验证码'),
  v.trim(),
  v.minLength(6, '请输入动态验证码'),
  v.maxLength(24, '请输入动态验证码'),
);

/**
 * What staff give besides the password, once they have it: one of the two. `auth.second_factor_required` asks for it and says in
 * its detail `ways` what there is: `code`, `certificate` or `code+certificate`.
 */
export const secondFactorEntries = {
  /** A code of the authenticator or a recovery code. */
  secondFactor: v.optional(secondFactorSchema),
  /** What a bound certificate's key has signed: a challenge for `second-factor`. */
  certificate: v.optional(certificateAnswerSchema),
};
export interface GivenSecondFactor {
  readonly secondFactor?: string;
  readonly certificate?: CertificateAnswer;
}

/** A certificate of ours whose key is a second factor of a member of staff. */
export const factorCertificateSchema = v.object({
  id: v.string(),
  serialNumber: v.string(),
  projectName: v.string(),
  /** As it stands now; an issued one is over at its `notAfter`. */
  state: v.picklist(CERTIFICATE_STATES),
  notAfter: timestampSchema,
  boundAt: timestampSchema,
});
export type FactorCertificate = v.InferOutput<typeof factorCertificateSchema>;

export const secondFactorStateSchema = v.object({
  /** Of an authenticator. */
  enrolled: v.boolean(),
  recoveryCodesLeft: v.number(),
  certificates: v.array(factorCertificateSchema),
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
