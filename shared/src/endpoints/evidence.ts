import * as v from 'valibot';
import { binary, defineEndpoint } from '../contract/define-endpoint';
import { objectIdSchema } from '../schemas/identifiers';

const params = v.object({ orderId: objectIdSchema });
/** It is read through once and kept; each makes a few hundred look-ups. */
const NOW_AND_THEN = { limit: 20, windowSeconds: 3600, by: 'actor' } as const;
const errors = ['orders.not_found', 'contracts.not_ready'] as const;

export const evidenceEndpoints = {
  readOwnEvidence: defineEndpoint({
    id: 'evidence.readOwnEvidence',
    method: 'GET',
    path: '/orders/:orderId/evidence',
    access: 'verified-applicant',
    summary: '签约证据包（ZIP）：合同、同意记录、核验结果、签名情况、审计记录，附离线核对步骤 CHECK.md',
    params,
    response: binary('application/zip'),
    errors,
    idempotent: true,
    rateLimit: NOW_AND_THEN,
  }),
  readOrderEvidence: defineEndpoint({
    id: 'evidence.readOrderEvidence',
    method: 'GET',
    path: '/staff/orders/:orderId/evidence',
    access: { staff: ['administrator'] },
    summary: '取得一份申请的签约证据包，内容与申请人取得的相同；每次取得都会记录',
    params,
    response: binary('application/zip'),
    errors,
    idempotent: true,
    rateLimit: NOW_AND_THEN,
  }),
};
