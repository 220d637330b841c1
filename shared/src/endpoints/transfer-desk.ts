import * as v from 'valibot';
import { binary, defineEndpoint } from '../contract/define-endpoint';
import {
  bookingSchema,
  ENTRY_STATES,
  entryDetailSchema,
  entrySchema,
  MOST_ENTRIES_OF_ORDER,
  MOST_ORDERS_OF_ENTRY,
  newEntrySchema,
  staffTransferSchema,
  transferQueueSchema,
} from '../schemas/bank-transfer';
import { objectIdSchema } from '../schemas/identifiers';
import { pageOf, pageQueryEntries } from '../schemas/page';
import { stepUpEntries } from '../schemas/staff-member';
import { lineOfText } from '../schemas/text-fields';
import { STEP_UP_ERRORS } from './step-up-errors';

const finance = { staff: ['finance'] } as const;
const params = v.object({ orderId: objectIdSchema });
const ids = (most: number) => v.pipe(v.array(objectIdSchema), v.minLength(1, '请选择'), v.maxLength(most));

/** Finance: money on the account is compared with what applicants say that they have transferred. */
export const transferDeskEndpoints = {
  listTransfers: defineEndpoint({
    id: 'transferDesk.listTransfers',
    method: 'GET',
    path: '/staff/transfers',
    access: finance,
    summary: '等待核实的转账凭证，等得最久的在前；不含付款人的信息',
    query: v.object(pageQueryEntries),
    response: transferQueueSchema,
    errors: ['request.cursor_invalid'],
    idempotent: true,
  }),
  readTransfer: defineEndpoint({
    id: 'transferDesk.readTransfer',
    method: 'GET',
    path: '/staff/orders/:orderId/transfer',
    access: finance,
    summary: '一份申请的转账：凭证、说明、可能对应的到账和已用的到账；每次查看都记录',
    params,
    response: staffTransferSchema,
    errors: ['orders.not_found', 'bank_transfers.not_chosen'],
    idempotent: true,
    // It names who paid, with the account.
    audited: true,
  }),
  readSlip: defineEndpoint({
    id: 'transferDesk.readSlip',
    method: 'GET',
    path: '/staff/orders/:orderId/transfer/slip',
    access: finance,
    summary: '查看转账凭证的照片；每次查看都记录',
    params,
    response: binary('image/jpeg', 'image/png', 'image/bmp'),
    errors: ['orders.not_found', 'files.not_found'],
    idempotent: true,
  }),
  refuseSlip: defineEndpoint({
    id: 'transferDesk.refuseSlip',
    method: 'POST',
    path: '/staff/orders/:orderId/transfer/refusal',
    access: finance,
    summary: '没有收到款项或凭证不对，退回凭证并说明原因；申请人可以重新提交',
    params,
    body: v.object({ reason: lineOfText('原因', 200) }),
    response: staffTransferSchema,
    errors: ['orders.not_found', 'bank_transfers.not_chosen', 'bank_transfers.nothing_to_refuse', 'staff.own_order'],
    idempotent: true,
  }),
  listEntries: defineEndpoint({
    id: 'transferDesk.listEntries',
    method: 'GET',
    path: '/staff/bank-entries',
    access: finance,
    summary: '银行到账，新的在前；按处理情况筛选；付款的个人姓名部分隐去',
    query: v.object({ ...pageQueryEntries, state: v.optional(v.picklist(ENTRY_STATES)) }),
    response: pageOf(entrySchema),
    errors: ['request.cursor_invalid'],
    idempotent: true,
  }),
  readEntry: defineEndpoint({
    id: 'transferDesk.readEntry',
    method: 'GET',
    path: '/staff/bank-entries/:entryId',
    access: finance,
    summary: '一笔到账：谁从哪个账户付的、附言；每次查看都记录',
    params: v.object({ entryId: objectIdSchema }),
    response: entryDetailSchema,
    errors: ['bank_transfers.entry_not_found'],
    idempotent: true,
    // It names who paid, with the account.
    audited: true,
  }),
  recordEntry: defineEndpoint({
    id: 'transferDesk.recordEntry',
    method: 'POST',
    path: '/staff/bank-entries',
    access: finance,
    summary: '登记一笔银行到账；同一家银行的同一流水号只登记一次，登记本身不入账',
    body: newEntrySchema,
    response: entryDetailSchema,
    errors: ['bank_transfers.reference_taken'],
    idempotent: true,
  }),
  bookTransfers: defineEndpoint({
    id: 'transferDesk.bookTransfers',
    method: 'POST',
    path: '/staff/transfer-bookings',
    access: finance,
    summary: '用银行到账给申请入账：一笔到账可分给多份申请，多笔到账可合付一份；要再次证明身份',
    body: v.object({
      entryIds: ids(MOST_ENTRIES_OF_ORDER),
      orderIds: ids(MOST_ORDERS_OF_ENTRY),
      ...stepUpEntries,
    }),
    response: bookingSchema,
    errors: [
      ...STEP_UP_ERRORS,
      'orders.not_found',
      'staff.own_order',
      'bank_transfers.entry_not_found',
      'bank_transfers.one_of_either',
      'bank_transfers.not_due',
      'bank_transfers.too_little',
      'bank_transfers.changed_meanwhile',
    ],
    idempotent: true,
  }),
};
