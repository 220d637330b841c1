import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';
import { deskCountsSchema, orderSearchSchema } from '../schemas/desk';
import { STAFF_ROLES } from '../schemas/staff-role';

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
};
