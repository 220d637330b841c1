import { defineEndpoint } from '../contract/define-endpoint';
import { certificateParams } from '../schemas/certificate';
import { ownUkeyUnlockSchema } from '../schemas/ukey-unlock';

/** How a UKey may be refused a new PIN, wherever one is asked for. */
export const UKEY_UNLOCK_HINDRANCE_ERRORS = ['ukey_unlocks.not_in_ukey', 'ukey_unlocks.certificate_not_valid'] as const;

/** The holder of a UKey has forgotten its PIN, or has locked it. */
export const ukeyUnlocksEndpoints = {
  readUnlock: defineEndpoint({
    id: 'ukeyUnlocks.readUnlock',
    method: 'GET',
    path: '/certificates/:certificateId/ukey-unlock',
    access: 'applicant',
    summary: '这张证书的 UKey 能不能办 PIN 解锁、最近一次办到哪一步，到哪里办',
    params: certificateParams,
    response: ownUkeyUnlockSchema,
    errors: ['certificates.not_found'],
    idempotent: true,
  }),
  requestUnlock: defineEndpoint({
    id: 'ukeyUnlocks.requestUnlock',
    method: 'POST',
    path: '/certificates/:certificateId/ukey-unlock',
    access: 'applicant',
    summary: '申请到柜台重置 UKey 的 PIN；同一张证书同时只有一个申请，再次申请得到的是同一个',
    params: certificateParams,
    response: ownUkeyUnlockSchema,
    errors: ['certificates.not_found', ...UKEY_UNLOCK_HINDRANCE_ERRORS],
    idempotent: true,
    rateLimit: { limit: 30, windowSeconds: 3600, by: 'actor' },
  }),
  cancelUnlock: defineEndpoint({
    id: 'ukeyUnlocks.cancelUnlock',
    method: 'DELETE',
    path: '/certificates/:certificateId/ukey-unlock',
    access: 'applicant',
    summary: '取消还在等待的 PIN 解锁申请；没有在等待的，什么也不变',
    params: certificateParams,
    response: ownUkeyUnlockSchema,
    errors: ['certificates.not_found'],
    idempotent: true,
  }),
};
