import * as v from 'valibot';
import { defineEndpoint, empty } from '../contract/define-endpoint';
import { ORDER_STATUSES } from '../order/order-status';
import { applicationFormDraftSchema } from '../schemas/application-form';
import { clientTokenSchema, objectIdSchema } from '../schemas/identifiers';
import { APPLICANT_TYPES, orderSchema, orderSummarySchema } from '../schemas/order';
import { pageOf, pageQueryEntries } from '../schemas/page';

/** The form saves itself while somebody types: at most once a second. */
const SAVES = { limit: 60, windowSeconds: 60, by: 'actor' } as const;

const params = v.object({ orderId: objectIdSchema });

export const ordersEndpoints = {
  createOrder: defineEndpoint({
    id: 'orders.createOrder',
    method: 'POST',
    path: '/orders',
    access: 'applicant',
    summary: '开始一份申请（草稿）；同一个 clientToken 只会建一份',
    body: v.object({
      projectId: v.pipe(v.string('请选择办理项目'), v.maxLength(60)),
      applicantType: v.picklist(APPLICANT_TYPES, '请选择申请类型'),
      clientToken: clientTokenSchema,
    }),
    response: orderSchema,
    errors: ['projects.not_found', 'orders.too_many_drafts'],
    idempotent: true,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  }),
  listOrders: defineEndpoint({
    id: 'orders.listOrders',
    method: 'GET',
    path: '/orders',
    access: 'applicant',
    summary: '我的申请，新的在前，可按状态筛选',
    query: v.object({ ...pageQueryEntries, status: v.optional(v.picklist(ORDER_STATUSES)) }),
    response: pageOf(orderSummarySchema),
    errors: ['request.cursor_invalid'],
    idempotent: true,
  }),
  readOrder: defineEndpoint({
    id: 'orders.readOrder',
    method: 'GET',
    path: '/orders/:orderId',
    access: 'applicant',
    summary: '一份申请的全部内容',
    params,
    response: orderSchema,
    errors: ['orders.not_found'],
    idempotent: true,
  }),
  deleteDraft: defineEndpoint({
    id: 'orders.deleteDraft',
    method: 'DELETE',
    path: '/orders/:orderId',
    access: 'applicant',
    summary: '删除未提交的申请',
    params,
    response: empty,
    errors: ['orders.not_found', 'orders.not_editable'],
    idempotent: true,
  }),
  saveIdCard: defineEndpoint({
    id: 'orders.saveIdCard',
    method: 'PUT',
    path: '/orders/:orderId/id-card',
    access: 'verified-applicant',
    summary: '把上传好的身份证照片放进申请；可以只换一面',
    params,
    body: v.object({ frontFileId: v.optional(objectIdSchema), backFileId: v.optional(objectIdSchema) }),
    response: orderSchema,
    errors: [
      'orders.not_found',
      'orders.not_editable',
      'files.not_found',
      'files.wrong_purpose',
      'contracts.already_signed',
    ],
    idempotent: true,
    rateLimit: SAVES,
  }),
  confirmSignature: defineEndpoint({
    id: 'orders.confirmSignature',
    method: 'PUT',
    path: '/orders/:orderId/signature',
    access: 'verified-applicant',
    summary: '确认手写签名；确认和提交是两个动作',
    params,
    body: v.object({ fileId: objectIdSchema }),
    response: orderSchema,
    errors: [
      'orders.not_found',
      'orders.not_editable',
      'files.not_found',
      'files.wrong_purpose',
      'contracts.already_signed',
    ],
    idempotent: true,
    rateLimit: SAVES,
  }),
  saveForm: defineEndpoint({
    id: 'orders.saveForm',
    method: 'PUT',
    path: '/orders/:orderId/form',
    access: 'verified-applicant',
    summary: '保存已填写的内容（随填随存，不完整也可以）',
    params,
    body: applicationFormDraftSchema,
    response: orderSchema,
    errors: ['orders.not_found', 'orders.not_editable'],
    idempotent: true,
    // While somebody types it saves itself every few seconds.
    audited: 'each-minute',
    rateLimit: SAVES,
  }),
  saveAttachments: defineEndpoint({
    id: 'orders.saveAttachments',
    method: 'PUT',
    path: '/orders/:orderId/attachments',
    access: 'verified-applicant',
    summary: '把上传好的附件放进申请',
    params,
    body: v.object({
      items: v.pipe(
        v.array(v.object({ kind: v.pipe(v.string(), v.maxLength(60)), fileId: objectIdSchema })),
        v.maxLength(20, '附件最多 20 张'),
      ),
    }),
    response: orderSchema,
    errors: ['orders.not_found', 'orders.not_editable', 'files.not_found', 'files.wrong_purpose'],
    idempotent: true,
    rateLimit: SAVES,
  }),
  submitOrder: defineEndpoint({
    id: 'orders.submitOrder',
    method: 'POST',
    path: '/orders/:orderId/submission',
    access: 'verified-applicant',
    summary: '提交申请，进入审核',
    params,
    response: orderSchema,
    errors: ['orders.not_found', 'orders.incomplete', 'orders.transition_not_allowed', 'request.conflict'],
    idempotent: true,
  }),
};
