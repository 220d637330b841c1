import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';
import { objectIdSchema } from '../schemas/identifiers';
import { orderNoticeSchema } from '../schemas/notice';
import { STAFF_ROLES } from '../schemas/staff-role';

const anyStaff = { staff: STAFF_ROLES } as const;

export const noticesEndpoints = {
  listNotices: defineEndpoint({
    id: 'notices.listNotices',
    method: 'GET',
    path: '/staff/orders/:orderId/notices',
    access: anyStaff,
    summary: '一份申请发过的短信和订阅消息，最近的在前：发出、送达或失败，失败的写明运营商给的原因',
    params: v.object({ orderId: objectIdSchema }),
    response: v.object({ items: v.array(orderNoticeSchema) }),
    errors: ['orders.not_found'],
    idempotent: true,
  }),
  resendNotice: defineEndpoint({
    id: 'notices.resendNotice',
    method: 'POST',
    path: '/staff/orders/:orderId/notices/:noticeId/resend',
    access: anyStaff,
    summary: '把没有送达的短信再发一次，发到申请人现在的手机号；同一内容最多再发 5 次',
    params: v.object({ orderId: objectIdSchema, noticeId: objectIdSchema }),
    response: orderNoticeSchema,
    errors: ['orders.not_found', 'notices.not_found', 'notices.arrived', 'notices.too_many', 'notices.unavailable'],
    idempotent: false,
    rateLimit: { limit: 30, windowSeconds: 600, by: 'actor' },
  }),
};
