import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';
import { HOLDER_REVOCATION_REASONS, revokedCertificateSchema } from '../schemas/certificate';
import { certificateAnswerSchema } from '../schemas/certificate-proof';
import { deviceIdSchema } from '../schemas/device';
import { applicantSessionSchema } from '../schemas/session';
import { STAFF_ROLES } from '../schemas/staff-role';
import { termsVersionSchema } from '../schemas/terms-version';
import { CHALLENGE_PURPOSES, challengeSchema } from '../ukey-agent/challenge';

/** How an answer by certificate may be refused, wherever one is taken. */
export const CERTIFICATE_PROOF_ERRORS = [
  'auth.origin_refused',
  'auth.challenge_invalid',
  'auth.certificate_unknown',
  'auth.certificate_not_proved',
  'auth.certificate_early',
  'auth.certificate_expired',
  'auth.certificate_revoked',
  'auth.certificate_suspended',
  'auth.certificate_unfit',
  'auth.certificate_unchecked',
] as const;

export const certificateSignInEndpoints = {
  requestChallenge: defineEndpoint({
    id: 'certificateSignIn.requestChallenge',
    method: 'POST',
    path: '/auth/certificate-challenges',
    access: 'public',
    summary: '用证书证明身份的第一步：取得要签名的随机内容；只对这个网址、这台设备和这个用途有效，两分钟内用一次',
    body: v.object({ purpose: v.picklist(CHALLENGE_PURPOSES), deviceId: deviceIdSchema }),
    response: challengeSchema,
    errors: ['auth.origin_refused'],
    idempotent: false,
    // Nobody is known yet and nothing is changed; what answers it is recorded.
    audited: false,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'address' },
  }),
  requestSessionChallenge: defineEndpoint({
    id: 'certificateSignIn.requestSessionChallenge',
    method: 'POST',
    path: '/staff/second-factor/certificate-challenges',
    access: { staff: STAFF_ROLES },
    summary:
      '已登录的工作人员用证书再次证明本人的第一步：取得要签名的随机内容；只对这次登录、这个网址和这台设备有效，两分钟内用一次',
    body: v.object({ deviceId: deviceIdSchema }),
    response: challengeSchema,
    errors: ['auth.origin_refused'],
    idempotent: false,
    // Nothing is changed; what answers it is recorded.
    audited: false,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  }),
  signIn: defineEndpoint({
    id: 'certificateSignIn.signIn',
    method: 'POST',
    path: '/auth/sessions/certificate',
    access: 'public',
    summary: '用本平台签发的有效证书登录证书所属的账号；签名用证书的私钥在 UKey 或本人设备上完成',
    body: v.object({ ...certificateAnswerSchema.entries, acceptedTermsVersion: termsVersionSchema }),
    response: applicantSessionSchema,
    errors: [...CERTIFICATE_PROOF_ERRORS, 'auth.terms_outdated'],
    idempotent: false,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'address' },
    refreshCookie: { of: 'applicant', act: 'give' },
  }),
  revokeCertificate: defineEndpoint({
    id: 'certificateSignIn.revokeCertificate',
    method: 'POST',
    path: '/auth/certificate-revocations',
    access: 'public',
    summary: '凭证书本身注销它：不用登录，也不用短信；谁持有密钥，谁就可以让它失效。立即生效，不能撤回',
    body: v.object({
      ...certificateAnswerSchema.entries,
      reason: v.picklist(HOLDER_REVOCATION_REASONS, '请选择注销原因'),
    }),
    response: revokedCertificateSchema,
    errors: CERTIFICATE_PROOF_ERRORS,
    idempotent: false,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'address' },
  }),
};
