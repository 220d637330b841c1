import * as v from 'valibot';
import { binary, defineEndpoint } from '../contract/define-endpoint';
import { wantedInvoiceSchema } from '../schemas/application-form';
import { objectIdSchema } from '../schemas/identifiers';
import { ownInvoiceSchema } from '../schemas/invoice';

const params = v.object({ orderId: objectIdSchema });

/** An order's invoice, for its applicant. */
export const invoicesEndpoints = {
  readInvoice: defineEndpoint({
    id: 'invoices.readInvoice',
    method: 'GET',
    path: '/orders/:orderId/invoice',
    access: 'applicant',
    summary: '这份申请的发票：开具到哪一步、抬头、号码，能否修改',
    params,
    response: ownInvoiceSchema,
    errors: ['orders.not_found', 'invoices.none'],
    idempotent: true,
  }),
  correctInvoice: defineEndpoint({
    id: 'invoices.correctInvoice',
    method: 'PUT',
    path: '/orders/:orderId/invoice',
    access: 'applicant',
    summary: '修改发票的种类、抬头和邮箱；开始开具后不能再改，未能开具的改后重新开具',
    params,
    body: v.object({ invoice: wantedInvoiceSchema }),
    response: ownInvoiceSchema,
    errors: ['orders.not_found', 'invoices.none', 'invoices.already_requested', 'request.conflict'],
    idempotent: true,
  }),
  readPdf: defineEndpoint({
    id: 'invoices.readPdf',
    method: 'GET',
    path: '/orders/:orderId/invoice/document',
    access: 'applicant',
    summary: '下载发票的 PDF',
    params,
    response: binary('application/pdf'),
    errors: ['orders.not_found', 'invoices.none', 'invoices.pdf_missing'],
    idempotent: true,
  }),
};
