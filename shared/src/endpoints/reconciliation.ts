import * as v from 'valibot';
import { binary, defineEndpoint } from '../contract/define-endpoint';
import { objectIdSchema } from '../schemas/identifiers';
import { pageQueryEntries } from '../schemas/page';
import {
  differenceNoteSchema,
  RECONCILIATION_STATES,
  reconciliationDaySchema,
  reconciliationListSchema,
  reconciliationViewSchema,
} from '../schemas/reconciliation';

const finance = { staff: ['finance'] } as const;
const params = v.object({ day: reconciliationDaySchema });

/** Finance compares each day's money with the bill of WeChat Pay. */
export const reconciliationEndpoints = {
  listDays: defineEndpoint({
    id: 'reconciliation.listDays',
    method: 'GET',
    path: '/staff/reconciliation',
    access: finance,
    summary: '每天的对账结果，新的在前；按状态筛选',
    query: v.object({ ...pageQueryEntries, state: v.optional(v.picklist(RECONCILIATION_STATES)) }),
    response: reconciliationListSchema,
    errors: ['request.cursor_invalid'],
    idempotent: true,
  }),
  readDay: defineEndpoint({
    id: 'reconciliation.readDay',
    method: 'GET',
    path: '/staff/reconciliation/:day',
    access: finance,
    summary: '一天的对账结果：微信支付收退款的笔数和金额、逐笔差异，以及当天的银行到账；不含个人信息',
    params,
    response: reconciliationViewSchema,
    errors: ['reconciliation.day_not_found'],
    idempotent: true,
  }),
  compareAgain: defineEndpoint({
    id: 'reconciliation.compareAgain',
    method: 'POST',
    path: '/staff/reconciliation/:day/comparison',
    access: finance,
    summary: '重新取这一天的对账单再对一次；已写明的处理结果保留。已在进行的不会有第二次',
    params,
    response: reconciliationViewSchema,
    errors: ['reconciliation.day_not_found'],
    idempotent: true,
    // Each one asks WeChat Pay.
    rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  }),
  settleDifference: defineEndpoint({
    id: 'reconciliation.settleDifference',
    method: 'POST',
    path: '/staff/reconciliation/:day/differences/:differenceId/settlement',
    access: finance,
    summary: '写明一笔差异的处理结果；当天的差异都写明后，这一天即为“差异已处理”',
    params: v.object({ day: reconciliationDaySchema, differenceId: objectIdSchema }),
    body: v.object({ note: differenceNoteSchema }),
    response: reconciliationViewSchema,
    errors: [
      'reconciliation.day_not_found',
      'reconciliation.difference_not_found',
      'reconciliation.difference_settled',
      'staff.own_order',
      'request.conflict',
    ],
    idempotent: true,
  }),
  readSheet: defineEndpoint({
    id: 'reconciliation.readSheet',
    method: 'GET',
    path: '/staff/reconciliation/:day/sheet.csv',
    access: finance,
    summary: '一天的对账表（CSV，UTF-8 带 BOM）：逐笔收款、退款和银行到账，差异和处理结果，合计；每次下载都记录',
    params,
    response: binary('text/csv'),
    errors: ['reconciliation.day_not_found'],
    idempotent: true,
  }),
};
