import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';
import { objectIdSchema } from '../schemas/identifiers';
import { pageOf, pageQueryEntries } from '../schemas/page';
import { STAFF_ROLES } from '../schemas/staff-role';
import { taskKindSchema, taskSchema, taskSettlementSchema, taskSummarySchema } from '../schemas/task';
import { lineOfText } from '../schemas/text-fields';

const params = v.object({ taskId: objectIdSchema });
/** Which tasks somebody sees and may act upon follows from the roles that own them. */
const access = { staff: STAFF_ROLES } as const;

export const tasksEndpoints = {
  summarizeTasks: defineEndpoint({
    id: 'tasks.summarizeTasks',
    method: 'GET',
    path: '/staff/tasks/summary',
    access,
    summary: '待办数量：全部、已超时、按种类',
    response: taskSummarySchema,
    errors: [],
    idempotent: true,
  }),
  listTasks: defineEndpoint({
    id: 'tasks.listTasks',
    method: 'GET',
    path: '/staff/tasks',
    access,
    summary: '待办列表：未办的按期限排序，已办的新的在前；可按种类筛选',
    query: v.object({
      ...pageQueryEntries,
      kind: v.optional(taskKindSchema),
      state: v.optional(v.picklist(['open', 'closed']), 'open'),
    }),
    response: pageOf(taskSchema),
    errors: ['request.cursor_invalid'],
    idempotent: true,
  }),
  claimTask: defineEndpoint({
    id: 'tasks.claimTask',
    method: 'PUT',
    path: '/staff/tasks/:taskId/claim',
    access,
    summary: '认领一项待办；别人认领的不能再认领',
    params,
    response: taskSchema,
    errors: ['tasks.not_found', 'tasks.closed', 'tasks.claimed'],
    idempotent: true,
  }),
  releaseTask: defineEndpoint({
    id: 'tasks.releaseTask',
    method: 'DELETE',
    path: '/staff/tasks/:taskId/claim',
    access,
    summary: '放回自己认领的待办',
    params,
    response: taskSchema,
    errors: ['tasks.not_found', 'tasks.closed', 'tasks.claimed'],
    idempotent: true,
  }),
  redoTask: defineEndpoint({
    id: 'tasks.redoTask',
    method: 'POST',
    path: '/staff/tasks/:taskId/redo',
    access,
    summary: '让停下来的工作重新开始；成功后待办自动关闭',
    params,
    response: taskSchema,
    errors: ['tasks.not_found', 'tasks.closed', 'tasks.claimed', 'tasks.action_not_offered'],
    idempotent: true,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  }),
  settleTask: defineEndpoint({
    id: 'tasks.settleTask',
    method: 'POST',
    path: '/staff/tasks/:taskId/settlement',
    access,
    summary: '写明处理结果并关闭待办',
    params,
    body: v.object({ settlement: taskSettlementSchema, note: v.optional(lineOfText('说明', 200)) }),
    response: taskSchema,
    errors: [
      'tasks.not_found',
      'tasks.closed',
      'tasks.claimed',
      'tasks.action_not_offered',
      'tasks.redo_under_way',
      'tasks.settlement_does_not_fit',
      'staff.own_order',
    ],
    idempotent: true,
  }),
};
