import * as v from 'valibot';
import { binary, defineEndpoint } from '../contract/define-endpoint';
import { faceCheckSchema, faceConsentVersionSchema } from '../schemas/face-check';
import { objectIdSchema } from '../schemas/identifiers';
import { IDENTITY_CLAIM_ERRORS, identityClaimEntries } from './identity';

export const faceCheckEndpoints = {
  startCheck: defineEndpoint({
    id: 'faceChecks.startCheck',
    method: 'POST',
    path: '/identity/face-checks',
    access: 'applicant',
    summary: '开始一次刷脸核验（可选，不是唯一方式）：答复核验页面的地址；内容相同的重复调用答复同一次',
    body: v.object({ ...identityClaimEntries, faceConsentVersion: faceConsentVersionSchema }),
    response: faceCheckSchema,
    errors: [
      ...IDENTITY_CLAIM_ERRORS,
      'face_checks.not_offered',
      'face_checks.consent_required',
      'face_checks.too_many',
      'identity.unavailable',
      'request.conflict',
    ],
    idempotent: true,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
  readResult: defineEndpoint({
    id: 'faceChecks.readResult',
    method: 'POST',
    path: '/identity/face-checks/:faceCheckId/result',
    access: 'applicant',
    summary: '由服务器向核验方查询这次刷脸的结果；通过即完成实名认证',
    params: v.object({ faceCheckId: objectIdSchema }),
    response: faceCheckSchema,
    errors: [
      'face_checks.not_found',
      'face_checks.not_offered',
      'identity.already_verified',
      'identity.known_elsewhere',
      'identity.unavailable',
    ],
    idempotent: true,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  }),
  showReturnPage: defineEndpoint({
    id: 'faceChecks.showReturnPage',
    method: 'GET',
    path: '/identity/face-return',
    access: 'public',
    summary: '刷脸结束后核验方跳转到的页面：把人带回小程序或网页，不说结果',
    response: binary('text/html'),
    errors: [],
    idempotent: true,
    rateLimit: { limit: 120, windowSeconds: 600, by: 'address' },
  }),
};
