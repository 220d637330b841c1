import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';
import { certificateParams } from '../schemas/certificate';
import { pageOf, pageQueryEntries } from '../schemas/page';
import {
  staffUkeyUnlockSchema,
  ukeyUnlockParams,
  ukeyUnlockProofSchema,
  ukeyUnlockSummarySchema,
} from '../schemas/ukey-unlock';
import { challengeSchema } from '../ukey-agent/challenge';
import { UKEY_UNLOCK_HINDRANCE_ERRORS } from './ukey-unlocks';

const issuer = { staff: ['issuer'] } as const;
const serveErrors = [
  'ukey_unlocks.not_found',
  'ukey_unlocks.over',
  ...UKEY_UNLOCK_HINDRANCE_ERRORS,
  'staff.own_order',
] as const;

/** The issuer's desk: a UKey gets a new PIN while its holder stands there. */
export const ukeyUnlockDeskEndpoints = {
  listUnlocks: defineEndpoint({
    id: 'ukeyUnlockDesk.listUnlocks',
    method: 'GET',
    path: '/staff/ukey-unlocks',
    access: issuer,
    summary: '等着办 PIN 解锁的 UKey，等得最久的在前；不含持有人的信息',
    query: v.object(pageQueryEntries),
    response: pageOf(ukeyUnlockSummarySchema),
    errors: ['request.cursor_invalid'],
    idempotent: true,
  }),
  startUnlock: defineEndpoint({
    id: 'ukeyUnlockDesk.startUnlock',
    method: 'POST',
    path: '/staff/certificates/:certificateId/ukey-unlock',
    access: issuer,
    summary: '持有人已到柜台、没有先申请的，由制证员代为开始；已有申请的得到那一个',
    params: certificateParams,
    response: staffUkeyUnlockSchema,
    errors: ['certificates.not_found', ...UKEY_UNLOCK_HINDRANCE_ERRORS, 'staff.own_order'],
    idempotent: true,
  }),
  readUnlock: defineEndpoint({
    id: 'ukeyUnlockDesk.readUnlock',
    method: 'GET',
    path: '/staff/ukey-unlocks/:ukeyUnlockId',
    access: issuer,
    summary: '一个 PIN 解锁申请：要核对谁的证件、是哪一个 UKey；每次查看都记录',
    params: ukeyUnlockParams,
    response: staffUkeyUnlockSchema,
    errors: ['ukey_unlocks.not_found'],
    idempotent: true,
    // It names the holder.
    audited: true,
  }),
  compareDocument: defineEndpoint({
    id: 'ukeyUnlockDesk.compareDocument',
    method: 'POST',
    path: '/staff/ukey-unlocks/:ukeyUnlockId/document',
    access: issuer,
    summary: '已当面核对持有人本人的证件，可以动 UKey 了',
    params: ukeyUnlockParams,
    body: v.object({ compared: v.literal(true, '请先核对证件并确认') }),
    response: staffUkeyUnlockSchema,
    errors: serveErrors,
    idempotent: true,
  }),
  requestChallenge: defineEndpoint({
    id: 'ukeyUnlockDesk.requestChallenge',
    method: 'POST',
    path: '/staff/ukey-unlocks/:ukeyUnlockId/challenge',
    access: issuer,
    summary: '取得要由 UKey 在新 PIN 下签名的随机内容；只对这个申请、这位制证员和这个网址有效，两分钟内用一次',
    params: ukeyUnlockParams,
    response: challengeSchema,
    errors: [...serveErrors, 'ukey_unlocks.document_not_compared', 'auth.origin_refused'],
    idempotent: false,
  }),
  completeUnlock: defineEndpoint({
    id: 'ukeyUnlockDesk.completeUnlock',
    method: 'POST',
    path: '/staff/ukey-unlocks/:ukeyUnlockId/completion',
    access: issuer,
    summary: '交上 UKey 的签名：证书的密钥在新 PIN 下可用，解锁完成，短信告知持有人；PIN 本身从不提交',
    params: ukeyUnlockParams,
    body: ukeyUnlockProofSchema,
    response: staffUkeyUnlockSchema,
    errors: [
      ...serveErrors,
      'ukey_unlocks.document_not_compared',
      'ukey_unlocks.not_proved',
      'auth.challenge_invalid',
      'auth.origin_refused',
    ],
    idempotent: true,
  }),
};
