import * as v from 'valibot';
import { binary, defineEndpoint, empty } from '../contract/define-endpoint';
import { ORDER_STATUSES } from '../order/order-status';
import { applicationFormDraftSchema } from '../schemas/application-form';
import { clientTokenSchema, objectIdSchema } from '../schemas/identifiers';
import { orderSchema, orderSummarySchema } from '../schemas/order';
import { pageOf, pageQueryEntries } from '../schemas/page';
import { APPLICANT_TYPES } from '../schemas/project';

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
    errors: ['projects.not_found', 'projects.not_for_type', 'orders.too_many_drafts'],
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
    access: 'applicant',
    summary: '把上传好的身份证照片放进申请并识别；可以只换一面',
    params,
    body: v.object({
      frontFileId: v.optional(objectIdSchema),
      backFileId: v.optional(objectIdSchema),
      /** The applicant has looked: the photo is right although no card, the other side or several cards were seen. */
      asIs: v.optional(v.boolean(), false),
    }),
    response: orderSchema,
    errors: [
      'orders.not_found',
      'orders.not_editable',
      'files.not_found',
      'files.wrong_purpose',
      'files.card_expired',
      'files.card_missing',
      'files.card_wrong_side',
      'files.several_cards',
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
    access: 'applicant',
    summary: '保存已填写的内容（随填随存，不完整也可以）',
    params,
    body: applicationFormDraftSchema,
    response: orderSchema,
    errors: ['orders.not_found', 'orders.not_editable', 'request.conflict'],
    idempotent: true,
    // While somebody types it saves itself every few seconds.
    audited: 'each-minute',
    rateLimit: SAVES,
  }),
  checkUnit: defineEndpoint({
    id: 'orders.checkUnit',
    method: 'POST',
    path: '/orders/:orderId/unit-check',
    access: 'applicant',
    summary: '向登记机关核验单位名称、代码和法定代表人；查不到或没有答复的，由工作人员对照执照核对',
    params,
    /** `asOnLicence`: the applicant has compared what differs with the licence; staff will do so too. */
    body: v.object({ asOnLicence: v.boolean() }),
    response: orderSchema,
    errors: ['orders.not_found', 'orders.not_editable', 'orders.incomplete', 'units.mismatch', 'units.not_in_business'],
    idempotent: true,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
  readAuthorityLetter: defineEndpoint({
    id: 'orders.readAuthorityLetter',
    method: 'GET',
    path: '/orders/:orderId/authority-letter',
    access: 'verified-applicant',
    summary: '经办人授权书（PDF）：已填好单位和经办人，打印盖章后拍照上传；sample=true 为填写样例',
    params,
    query: v.object({ sample: v.optional(v.literal('true')) }),
    response: binary('application/pdf'),
    errors: ['orders.not_found', 'orders.incomplete'],
    idempotent: true,
  }),
  saveAttachments: defineEndpoint({
    id: 'orders.saveAttachments',
    method: 'PUT',
    path: '/orders/:orderId/attachments',
    access: 'applicant',
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
    errors: [
      'orders.not_found',
      'orders.incomplete',
      'orders.transition_not_allowed',
      'request.conflict',
      'certificates.origin_ended',
    ],
    idempotent: true,
  }),
};
