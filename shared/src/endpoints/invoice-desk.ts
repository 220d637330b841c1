import * as v from 'valibot';
import { binary, defineEndpoint } from '../contract/define-endpoint';
import { clientTokenSchema, objectIdSchema } from '../schemas/identifiers';
import {
  deskInvoiceSchema,
  INVOICE_STATES,
  invoiceBatchSchema,
  invoiceDaySchema,
  invoiceNumberSchema,
  invoiceQueueSchema,
  invoiceResultsSchema,
  invoiceSummarySchema,
} from '../schemas/invoice';
import { pageQueryEntries } from '../schemas/page';
import { lineOfText } from '../schemas/text-fields';

const finance = { staff: ['finance'] } as const;
const params = v.object({ orderId: objectIdSchema });
const batchParams = v.object({ batchId: clientTokenSchema });
const foundErrors = ['orders.not_found', 'invoices.none', 'staff.own_order'] as const;
const stateErrors = ['invoices.not_requested', 'invoices.not_requested_yet'] as const;
const pdfErrors = ['invoices.pdf_damaged', 'invoices.pdf_too_large', 'invoices.pdf_present'] as const;

/** Finance: what is to be issued goes to the tax office as a file, what was issued comes back as one. */
export const invoiceDeskEndpoints = {
  listInvoices: defineEndpoint({
    id: 'invoiceDesk.listInvoices',
    method: 'GET',
    path: '/staff/invoices',
    access: finance,
    summary: '发票，等得最久的在前（已办完的新的在前）；按状态筛选，按申请编号或发票号码查找；不含抬头',
    query: v.object({
      ...pageQueryEntries,
      state: v.optional(v.picklist(INVOICE_STATES)),
      /** An order's or an invoice's number, whole. */
      search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(64, '最多 64 个字符'))),
    }),
    response: invoiceQueueSchema,
    errors: ['request.cursor_invalid'],
    idempotent: true,
  }),
  readInvoice: defineEndpoint({
    id: 'invoiceDesk.readInvoice',
    method: 'GET',
    path: '/staff/orders/:orderId/invoice',
    access: finance,
    summary: '一张发票要写的抬头、税号和邮箱，以及现在可以做什么；每次查看都记录',
    params,
    response: deskInvoiceSchema,
    errors: ['orders.not_found', 'invoices.none'],
    idempotent: true,
    // What somebody is called, where they bank.
    audited: true,
  }),
  startBatch: defineEndpoint({
    id: 'invoiceDesk.startBatch',
    method: 'POST',
    path: '/staff/invoice-batches',
    access: finance,
    summary:
      '把待开具的发票（最多 500 张，等得最久的在前）编成一批去开具，给出申请的只取那一张；此后申请人不能再改。同一批次号再次提交得到同一批',
    body: v.object({ batchId: clientTokenSchema, orderId: v.optional(objectIdSchema) }),
    response: invoiceBatchSchema,
    errors: ['orders.not_found', 'invoices.none', 'invoices.nothing_waits'],
    idempotent: true,
  }),
  readBatch: defineEndpoint({
    id: 'invoiceDesk.readBatch',
    method: 'GET',
    path: '/staff/invoice-batches/:batchId/requests.csv',
    access: finance,
    summary: '一批发票的开票信息（CSV，UTF-8 带 BOM），列与电子发票服务平台的批量导入模板相同；每次下载都记录',
    params: batchParams,
    response: binary('text/csv'),
    errors: ['invoices.batch_not_found'],
    idempotent: true,
  }),
  importResults: defineEndpoint({
    id: 'invoiceDesk.importResults',
    method: 'POST',
    path: '/staff/invoice-results',
    access: finance,
    summary: '导入开具结果（CSV，UTF-8 或 GBK）：逐行给出结果，一行有问题不影响其他行；dryRun=true 时只预览',
    request: 'multipart',
    body: v.object({ dryRun: v.picklist(['true', 'false'], '请先预览') }),
    response: invoiceResultsSchema,
    errors: [
      'invoices.file_missing',
      'invoices.file_unreadable',
      'invoices.file_too_long',
      // What a line is refused for stands in its result.
      'invoices.row_number_wrong',
      'invoices.row_day_wrong',
      'invoices.row_twice',
    ],
    idempotent: true,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  }),
  addPdfByName: defineEndpoint({
    id: 'invoiceDesk.addPdfByName',
    method: 'POST',
    path: '/staff/invoice-pdfs',
    access: finance,
    summary: '上传一张发票的 PDF，按文件名里的 20 位发票号码归到申请，并发到申请人的邮箱',
    request: 'multipart',
    body: v.object({ fileName: v.pipe(v.string('请提供文件名'), v.maxLength(200, '文件名太长')) }),
    response: invoiceSummarySchema,
    errors: ['invoices.file_missing', 'invoices.pdf_unknown', 'staff.own_order', 'request.conflict', ...pdfErrors],
    idempotent: true,
    // As many as a batch has.
    rateLimit: { limit: 1200, windowSeconds: 600, by: 'actor' },
  }),
  recordIssued: defineEndpoint({
    id: 'invoiceDesk.recordIssued',
    method: 'POST',
    path: '/staff/orders/:orderId/invoice/issued',
    access: finance,
    summary: '手工登记一张已开具的发票：号码、日期，可附 PDF；再次登记同一号码不变，可补 PDF',
    request: 'multipart',
    params,
    body: v.object({ number: invoiceNumberSchema, issuedOn: invoiceDaySchema }),
    response: deskInvoiceSchema,
    errors: [
      ...foundErrors,
      ...pdfErrors,
      ...stateErrors,
      'invoices.number_used',
      'invoices.number_differs',
      'request.conflict',
    ],
    idempotent: true,
  }),
  refuseInvoice: defineEndpoint({
    id: 'invoiceDesk.refuseInvoice',
    method: 'POST',
    path: '/staff/orders/:orderId/invoice/refusal',
    access: finance,
    summary: '登记没有开成和原因；申请人看到原因，改正后重新开具',
    params,
    body: v.object({ reason: lineOfText('原因', 100) }),
    response: deskInvoiceSchema,
    errors: [...foundErrors, ...stateErrors, 'request.conflict'],
    idempotent: true,
  }),
  takeBack: defineEndpoint({
    id: 'invoiceDesk.takeBack',
    method: 'POST',
    path: '/staff/orders/:orderId/invoice/take-back',
    access: finance,
    summary: '导出后没有去开，或没有开成但信息无误的，退回“待开具”',
    params,
    response: deskInvoiceSchema,
    errors: [...foundErrors, 'invoices.not_requested', 'request.conflict'],
    idempotent: true,
  }),
  recordRedLetter: defineEndpoint({
    id: 'invoiceDesk.recordRedLetter',
    method: 'POST',
    path: '/staff/orders/:orderId/invoice/red-letter',
    access: finance,
    summary: '退款后已在电子发票服务平台开具红字发票，登记号码和日期',
    params,
    body: v.object({ number: invoiceNumberSchema, issuedOn: invoiceDaySchema }),
    response: deskInvoiceSchema,
    errors: [
      ...foundErrors,
      'invoices.no_red_letter_due',
      'invoices.number_used',
      'invoices.number_differs',
      'request.conflict',
    ],
    idempotent: true,
  }),
  readPdf: defineEndpoint({
    id: 'invoiceDesk.readPdf',
    method: 'GET',
    path: '/staff/orders/:orderId/invoice/document',
    access: finance,
    summary: '查看发票的 PDF；每次查看都记录',
    params,
    response: binary('application/pdf'),
    errors: ['orders.not_found', 'invoices.none', 'invoices.pdf_missing'],
    idempotent: true,
  }),
};
