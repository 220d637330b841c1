import * as v from 'valibot';
import { binary, defineEndpoint, empty } from '../contract/define-endpoint';
import { ORDER_STATUSES } from '../order/order-status';
import { deviceIdSchema } from '../schemas/device';
import { objectIdSchema, revisionSchema, sha256Schema } from '../schemas/identifiers';
import {
  orderSummarySchema,
  reviewMinutesLeftSchema,
  staffOrderPersonSchema,
  staffOrderSchema,
} from '../schemas/order';
import { pageOf, pageQueryEntries } from '../schemas/page';
import { reviewClaimSchema, reviewMarkSchema } from '../schemas/review';
import { secondFactorEntries } from '../schemas/second-factor';
import { refreshRequestSchema, sessionTokensSchema, staffSchema, staffSessionSchema } from '../schemas/session';
import { STAFF_ROLES } from '../schemas/staff-role';
import { lineOfText } from '../schemas/text-fields';
import { staffMemberEndpoints } from './staff-members';
import { staffSecondFactorEndpoints } from './staff-second-factor';
import { STEP_UP_ERRORS } from './step-up-errors';

const params = v.object({ orderId: objectIdSchema });
const reviewer = { staff: ['reviewer'] } as const;
const anyStaff = { staff: STAFF_ROLES } as const;
const decisionErrors = [
  'orders.not_found',
  'orders.transition_not_allowed',
  'request.conflict',
  'staff.own_order',
  'review.content_changed',
  'review.claimed',
] as const;
/** What the reviewer has decided upon: `revision` and digest as they were shown. */
const shownEntries = { revision: revisionSchema, shownSha256: sha256Schema };
const ownAccount = { staff: STAFF_ROLES, beforeSecondFactor: true } as const;

export const staffQueueItemSchema = v.object({
  ...orderSummarySchema.entries,
  reviewPromisedBy: v.nullable(v.string()),
  reviewMinutesLeft: reviewMinutesLeftSchema,
  /** How many reasons to look closely there were when it was handed in; 0 for who does not review. */
  riskFlagCount: v.number(),
  claim: v.nullable(reviewClaimSchema),
});
export type StaffQueueItem = v.InferOutput<typeof staffQueueItemSchema>;

export const staffEndpoints = {
  signInStaff: defineEndpoint({
    id: 'staff.signIn',
    method: 'POST',
    path: '/staff/sessions',
    access: 'public',
    summary: '工作人员密码登录；启用了第二重验证的，还须动态验证码、备用码或登记的证书的签名',
    body: v.object({
      username: v.pipe(v.string('请输入账号'), v.trim(), v.minLength(1, '请输入账号'), v.maxLength(60)),
      password: v.pipe(v.string('请输入密码'), v.minLength(1, '请输入密码'), v.maxLength(200)),
      ...secondFactorEntries,
      /** A device that has signed in before is not slowed down by others' wrong tries. */
      deviceId: v.optional(deviceIdSchema),
    }),
    response: staffSessionSchema,
    errors: STEP_UP_ERRORS,
    idempotent: false,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'address' },
    refreshCookie: { of: 'staff', act: 'give' },
  }),
  refreshStaffSession: defineEndpoint({
    id: 'staff.refreshSession',
    method: 'POST',
    path: '/staff/sessions/refresh',
    access: 'public',
    summary: '工作人员用刷新令牌换新的访问令牌；规则与申请人的相同',
    body: refreshRequestSchema,
    response: sessionTokensSchema,
    errors: ['auth.session_expired'],
    idempotent: false,
    rateLimit: { limit: 120, windowSeconds: 600, by: 'address' },
    refreshCookie: { of: 'staff', act: 'rotate' },
  }),
  signOutStaff: defineEndpoint({
    id: 'staff.signOut',
    method: 'DELETE',
    path: '/staff/sessions/current',
    access: ownAccount,
    summary: '工作人员退出登录',
    response: empty,
    errors: [],
    idempotent: true,
    refreshCookie: { of: 'staff', act: 'drop' },
  }),
  readStaff: defineEndpoint({
    id: 'staff.readStaff',
    method: 'GET',
    path: '/staff/me',
    access: ownAccount,
    summary: '当前工作人员',
    response: staffSchema,
    errors: [],
    idempotent: true,
  }),
  listQueue: defineEndpoint({
    id: 'staff.listQueue',
    method: 'GET',
    path: '/staff/orders',
    access: anyStaff,
    summary:
      '待办队列，待审核的剩余时间最少的在前，其他的提交最早的在前；可按状态、项目、是否超时、是否有风险提示（仅审核员）筛选',
    query: v.object({
      ...pageQueryEntries,
      status: v.optional(v.picklist(ORDER_STATUSES), 'submitted'),
      projectId: v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{1,39}$/, '项目编号的格式不正确'))),
      late: v.optional(v.literal('yes')),
      flagged: v.optional(v.literal('yes')),
    }),
    response: pageOf(staffQueueItemSchema),
    errors: ['request.cursor_invalid'],
    idempotent: true,
  }),
  readOrder: defineEndpoint({
    id: 'staff.readOrder',
    method: 'GET',
    path: '/staff/orders/:orderId',
    access: anyStaff,
    summary: '审核一份申请所需的全部内容',
    params,
    response: staffOrderSchema,
    errors: ['orders.not_found'],
    idempotent: true,
    // The form stands in it in full.
    audited: true,
  }),
  readPerson: defineEndpoint({
    id: 'staff.readPerson',
    method: 'GET',
    path: '/staff/orders/:orderId/person',
    access: reviewer,
    summary:
      '自己正在审核的申请：实名姓名、证件号码、手机号和照片上识别出的文字，均为完整内容；每次查看都会记录，申请人能看到',
    params,
    response: staffOrderPersonSchema,
    errors: ['orders.not_found', 'review.not_claimed'],
    idempotent: true,
    audited: true,
    // A day's work is two hundred; more is no reviewing.
    rateLimit: { limit: 300, windowSeconds: 3600, by: 'actor' },
  }),
  claimOrder: defineEndpoint({
    id: 'staff.claimOrder',
    method: 'PUT',
    path: '/staff/orders/:orderId/claim',
    access: reviewer,
    summary: '开始（或继续）审核一份申请：10 分钟内别人不能决定；过期后可由别人接手',
    params,
    response: staffOrderSchema,
    errors: ['orders.not_found', 'orders.transition_not_allowed', 'staff.own_order', 'review.claimed'],
    idempotent: true,
  }),
  releaseOrder: defineEndpoint({
    id: 'staff.releaseOrder',
    method: 'DELETE',
    path: '/staff/orders/:orderId/claim',
    access: reviewer,
    summary: '放下自己在审核的申请',
    params,
    response: empty,
    errors: ['orders.not_found'],
    idempotent: true,
  }),
  readOrderFile: defineEndpoint({
    id: 'staff.readOrderFile',
    method: 'GET',
    path: '/staff/orders/:orderId/files/:fileId',
    access: reviewer,
    summary: '查看申请里的一张图片，上面写有用途、查看人和时间；每次查看都会记录',
    params: v.object({ orderId: objectIdSchema, fileId: objectIdSchema }),
    response: binary('image/jpeg'),
    errors: ['orders.not_found', 'files.not_found', 'files.busy'],
    idempotent: true,
  }),
  readOrderContract: defineEndpoint({
    id: 'staff.readOrderContract',
    method: 'GET',
    path: '/staff/orders/:orderId/contract',
    access: reviewer,
    summary: '查看申请的盖章合同；每次查看都会记录',
    params,
    response: binary('application/pdf'),
    errors: ['orders.not_found', 'contracts.not_ready'],
    idempotent: true,
  }),
  approveOrder: defineEndpoint({
    id: 'staff.approveOrder',
    method: 'POST',
    path: '/staff/orders/:orderId/approval',
    access: reviewer,
    summary: '审核通过；revision 和 shownSha256 是审核员看到的版本和内容摘要',
    params,
    body: v.object(shownEntries),
    response: staffOrderSchema,
    errors: decisionErrors,
    idempotent: true,
  }),
  returnOrder: defineEndpoint({
    id: 'staff.returnOrder',
    method: 'POST',
    path: '/staff/orders/:orderId/return',
    access: reviewer,
    summary: '退回补充，逐项写明原因',
    params,
    body: v.object({
      ...shownEntries,
      marks: v.pipe(v.array(reviewMarkSchema), v.minLength(1, '请至少选择一条原因'), v.maxLength(20)),
    }),
    response: staffOrderSchema,
    errors: [...decisionErrors, 'review.too_many_returns'],
    idempotent: true,
  }),
  rejectOrder: defineEndpoint({
    id: 'staff.rejectOrder',
    method: 'POST',
    path: '/staff/orders/:orderId/rejection',
    access: reviewer,
    summary: '不予通过，写明原因',
    params,
    body: v.object({ ...shownEntries, reason: lineOfText('原因', 100) }),
    response: staffOrderSchema,
    errors: decisionErrors,
    idempotent: true,
  }),
  ...staffMemberEndpoints,
  ...staffSecondFactorEndpoints,
};
