import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';
import { idCardNumberSchema } from '../schemas/id-card-number';
import { personNameSchema } from '../schemas/person-name';
import { phoneNumberSchema } from '../schemas/phone-number';
import { accountSchema } from '../schemas/session';

export const identityEndpoints = {
  verifyIdentity: defineEndpoint({
    id: 'identity.verifyIdentity',
    method: 'POST',
    path: '/identity/verification',
    access: 'applicant',
    summary: '实名认证：姓名、身份证号码、手机号三要素核验',
    body: v.object({ name: personNameSchema, idNumber: idCardNumberSchema, phone: phoneNumberSchema }),
    response: accountSchema,
    errors: [
      'identity.mismatch',
      'identity.no_record',
      'identity.under_age',
      'identity.name_unprintable',
      'identity.too_many_attempts',
      'identity.already_verified',
      'identity.unavailable',
    ],
    idempotent: true,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
};
