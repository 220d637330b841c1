import * as v from 'valibot';
import { binary, defineEndpoint } from '../contract/define-endpoint';
import { deskCountsSchema, figuresSchema, orderSearchSchema, orderTimelineSchema } from '../schemas/desk';
import { objectIdSchema } from '../schemas/identifiers';
import { STAFF_ROLES } from '../schemas/staff-role';

/** Reviewers see reviews, finance sees money, administrators both; what is made of the span says whose it is. */
const lookers = { staff: ['reviewer', 'finance', 'administrator'] } as const;
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, '日期的格式不正确'));
/** First and last day, Beijing time. */
const span = v.object({ from: day, to: day });
const anyStaff = { staff: STAFF_ROLES } as const;

export const deskEndpoints = {
  readCounts: defineEndpoint({
    id: 'desk.readCounts',
    method: 'GET',
    path: '/staff/counts',
    access: anyStaff,
    summary: '工作台菜单上的数字：自己的角色能办的各项还有多少，其中逾期多少；最多数到 99，100 表示更多',
    response: deskCountsSchema,
    errors: [],
    idempotent: true,
  }),
  searchOrders: defineEndpoint({
    id: 'desk.searchOrders',
    // What is typed names people: it belongs into no address and no log of one.
    method: 'POST',
    path: '/staff/order-searches',
    access: anyStaff,
    summary:
      '在已提交的申请里查找：申请编号（可只输开头）、申请人姓名、手机号、单位名称或统一社会信用代码（均须完整）；审计记录只写查找的种类',
    body: v.object({
      search: v.pipe(
        v.string('请输入要查找的内容'),
        v.trim(),
        v.minLength(2, '请至少输入 2 个字'),
        v.maxLength(100, '最多 100 个字'),
      ),
    }),
    response: orderSearchSchema,
    errors: ['desk.no_search_by_id_number'],
    idempotent: true,
    // Enough for a day at the counter, too little to go through a list of names.
    rateLimit: { limit: 200, windowSeconds: 3600, by: 'actor' },
  }),
  readFigures: defineEndpoint({
    id: 'desk.readFigures',
    method: 'GET',
    path: '/staff/figures',
    access: lookers,
    summary:
      '统计：未办结申请的时长；所选日期内的审核决定、超时、退回原因、按项目和审核员（审核员只看本人）；每日收款和退款（仅财务和管理员）。最多 92 天',
    query: span,
    response: figuresSchema,
    errors: ['desk.span_invalid'],
    idempotent: true,
    rateLimit: { limit: 120, windowSeconds: 3600, by: 'actor' },
  }),
  exportFigures: defineEndpoint({
    id: 'desk.exportFigures',
    method: 'GET',
    path: '/staff/figures.csv',
    access: lookers,
    summary: '把统计导出为表格（CSV，UTF-8），内容与页面相同；记入审计日志',
    query: span,
    response: binary('text/csv'),
    errors: ['desk.span_invalid'],
    idempotent: true,
    rateLimit: { limit: 20, windowSeconds: 3600, by: 'actor' },
  }),
  readTimeline: defineEndpoint({
    id: 'desk.readTimeline',
    method: 'GET',
    path: '/staff/orders/:orderId/timeline',
    access: anyStaff,
    summary: '一份申请的时间线，新的在前：状态、款项、消息、上传的文件、工作人员的查看；不含申请人的个人信息',
    params: v.object({ orderId: objectIdSchema }),
    response: orderTimelineSchema,
    errors: ['orders.not_found'],
    idempotent: true,
  }),
};
