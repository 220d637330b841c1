import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';
import { objectIdSchema, revisionSchema } from '../schemas/identifiers';
import { pageOf, pageQueryEntries } from '../schemas/page';
import {
  deskRefundSchema,
  deskRefundWishSchema,
  REFUND_STAGES,
  refundCountsSchema,
  refundNumberBodySchema,
  refundRejectionSchema,
  refundSummarySchema,
} from '../schemas/refund';
import { stepUpEntries } from '../schemas/staff-member';
import { REFUND_ASK_ERRORS, REFUND_WITHDRAW_ERRORS } from './refunds';
import { STEP_UP_ERRORS } from './step-up-errors';

const finance = { staff: ['finance'] } as const;
const params = v.object({ orderId: objectIdSchema });
const decideErrors = [
  'orders.not_found',
  'refunds.not_found',
  'refunds.decided',
  'refunds.second_person_required',
  'request.conflict',
  'staff.own_order',
] as const;

/** Finance asks for refunds and decides about them, never one person both. */
export const refundDeskEndpoints = {
  listRefunds: defineEndpoint({
    id: 'refundDesk.listRefunds',
    method: 'GET',
    path: '/staff/refunds',
    access: finance,
    summary: '等待审批的退款（等得最久的在前）、退款中的、已退款的；给出申请编号时只找那一份申请，不论阶段',
    query: v.object({
      ...pageQueryEntries,
      stage: v.optional(v.picklist(REFUND_STAGES), 'waiting'),
      orderNumber: v.optional(
        v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z0-9-]{1,40}$/, '申请编号的格式不正确')),
      ),
    }),
    response: v.object({ ...pageOf(refundSummarySchema).entries, counts: refundCountsSchema }),
    errors: ['request.cursor_invalid'],
    idempotent: true,
  }),
  readRefund: defineEndpoint({
    id: 'refundDesk.readRefund',
    method: 'GET',
    path: '/staff/refunds/:orderId',
    access: finance,
    summary: '一份申请的款项和全部退款申请：谁提出、为什么、现在可以做什么；每次查看都记录',
    params,
    response: deskRefundSchema,
    errors: ['orders.not_found'],
    idempotent: true,
    // What somebody wrote to explain themselves.
    audited: true,
  }),
  requestRefund: defineEndpoint({
    id: 'refundDesk.requestRefund',
    method: 'POST',
    path: '/staff/refunds/:orderId/requests',
    access: finance,
    summary: '财务提出退款，须由另一位财务审批；短信告知申请人',
    params,
    body: deskRefundWishSchema,
    response: deskRefundSchema,
    errors: [...REFUND_ASK_ERRORS, 'staff.own_order'],
    idempotent: true,
  }),
  withdrawRefund: defineEndpoint({
    id: 'refundDesk.withdrawRefund',
    method: 'POST',
    path: '/staff/refunds/:orderId/withdrawal',
    access: finance,
    summary: '撤回自己提出、还没有审批的退款',
    params,
    body: refundNumberBodySchema,
    response: deskRefundSchema,
    errors: REFUND_WITHDRAW_ERRORS,
    idempotent: true,
  }),
  approveRefund: defineEndpoint({
    id: 'refundDesk.approveRefund',
    method: 'POST',
    path: '/staff/refunds/:orderId/approval',
    access: finance,
    summary: '同意退款：申请进入退款中，已收的款项全部原路退回；须是另一位财务，并再次证明本人',
    params,
    body: v.object({ ...refundNumberBodySchema.entries, revision: revisionSchema, ...stepUpEntries }),
    response: deskRefundSchema,
    errors: [
      ...decideErrors,
      'refunds.certificate_valid',
      'orders.transition_not_allowed',
      'staff.role_too_new',
      ...STEP_UP_ERRORS,
    ],
    idempotent: true,
  }),
  rejectRefund: defineEndpoint({
    id: 'refundDesk.rejectRefund',
    method: 'POST',
    path: '/staff/refunds/:orderId/rejection',
    access: finance,
    summary: '不同意退款，写明原因；短信告知申请人，申请继续办理',
    params,
    body: refundRejectionSchema,
    response: deskRefundSchema,
    errors: decideErrors,
    idempotent: true,
  }),
};
