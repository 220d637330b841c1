import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';
import { ownTransferSchema, slipSchema } from '../schemas/bank-transfer';
import { objectIdSchema } from '../schemas/identifiers';

const params = v.object({ orderId: objectIdSchema });
/** Why an order cannot be paid by transfer now. */
const payErrors = [
  'orders.not_found',
  'payments.not_payable',
  'payments.not_required',
  'payments.already_paid',
  'payments.being_checked',
  'bank_transfers.not_offered',
] as const;

/** Paying by bank transfer. A slip is a claim: only money on the account pays. */
export const bankTransfersEndpoints = {
  readTransfer: defineEndpoint({
    id: 'bankTransfers.readTransfer',
    method: 'GET',
    path: '/orders/:orderId/transfer',
    access: 'verified-applicant',
    summary: '银行转账：收款账户、备注码、凭证和核实情况',
    params,
    response: ownTransferSchema,
    errors: ['orders.not_found'],
    idempotent: true,
  }),
  chooseTransfer: defineEndpoint({
    id: 'bankTransfers.chooseTransfer',
    method: 'POST',
    path: '/orders/:orderId/transfer',
    access: 'verified-applicant',
    summary: '选择银行转账，得到收款账户和这份申请的备注码；再次选择得到同一个',
    params,
    response: ownTransferSchema,
    errors: payErrors,
    idempotent: true,
  }),
  handInSlip: defineEndpoint({
    id: 'bankTransfers.handInSlip',
    method: 'PUT',
    path: '/orders/:orderId/transfer/slip',
    access: 'verified-applicant',
    summary: '提交转账凭证，等待财务核实；凭证不等于已付款',
    params,
    body: slipSchema,
    response: ownTransferSchema,
    errors: [
      ...payErrors,
      'bank_transfers.not_chosen',
      'bank_transfers.too_many_slips',
      'files.not_found',
      'files.wrong_purpose',
    ],
    idempotent: true,
  }),
  withdrawSlip: defineEndpoint({
    id: 'bankTransfers.withdrawSlip',
    method: 'DELETE',
    path: '/orders/:orderId/transfer/slip',
    access: 'verified-applicant',
    summary: '撤回还没有核实的转账凭证，改用别的方式支付',
    params,
    response: ownTransferSchema,
    errors: payErrors,
    idempotent: true,
  }),
};
