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
    summary: '签约证据包（ZIP），附离线核对步骤',
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
    summary: '查看申请的签约证据包；每次查看都会记录',
    params,
    response: binary('application/zip'),
    errors,
    idempotent: true,
    rateLimit: NOW_AND_THEN,
  }),
};
