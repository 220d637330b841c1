import { endpoints, type InvoiceState, type WantedInvoice } from '@acceptance/shared';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import type { StaffPerson } from './staff-people';
import { paramsOf } from './story-people';

const { invoices, invoiceDesk } = endpoints;

export const INVOICE_MAILBOX = 'Invoices@example.com';
export const specialInvoice = ({ person }: StoryContext): WantedInvoice => ({
  kind: 'special',
  title: person.unitName,
  taxpayerNumber: person.unifiedSocialCreditCode,
  email: INVOICE_MAILBOX,
  businessAddress: '示例市示例路 8 号',
  businessPhone: '0471-1234567',
  bankName: '示例银行示例支行',
  bankAccount: '6222 0000 1111 2222 333',
});

/** What its applicant sees and does. */
export const ownInvoice = (context: StoryContext) => ({
  read: () => context.applicant.call(invoices.readInvoice, { params: paramsOf(context) }),
  correct: (invoice: WantedInvoice) =>
    context.applicant.call(invoices.correctInvoice, { params: paramsOf(context), body: { invoice } }),
  pdf: async () => Buffer.from(await context.applicant.call(invoices.readPdf, { params: paramsOf(context) })),
});

let numbers = 0;
/** A number of a fully digital invoice that no other test of the file has. */
export function nextInvoiceNumber(): string {
  numbers += 1;
  return `2615${String(numbers).padStart(16, '0')}`;
}
let batches = 0;
export function nextBatchId(): string {
  batches += 1;
  return `batch-of-test-${String(batches).padStart(6, '0')}`;
}

export const pdfOf = (words: string): Buffer =>
  Buffer.from(`%PDF-1.7\n% ${words}\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n`);
const pdfFile = (bytes: Uint8Array, fileName: string) => ({ bytes, fileName, mediaType: 'application/pdf' });

/** What finance does. */
export function invoiceDeskOf({ client }: Pick<StaffPerson, 'client'>) {
  const startBatch = (context?: StoryContext, batchId = nextBatchId()) =>
    client.call(invoiceDesk.startBatch, { body: { batchId, ...(context && { orderId: orderOf(context).id }) } });
  return {
    list: (state?: InvoiceState) => client.call(invoiceDesk.listInvoices, { query: { limit: '50', state } }),
    find: (search: string) => client.call(invoiceDesk.listInvoices, { query: { search } }),
    read: (context: StoryContext) => client.call(invoiceDesk.readInvoice, { params: paramsOf(context) }),
    startBatch,
    table: async (batchId: string) =>
      Buffer.from(await client.call(invoiceDesk.readBatch, { params: { batchId } })).toString('utf8'),
    importResults: (table: string, dryRun: 'true' | 'false' = 'false') =>
      client.call(invoiceDesk.importResults, {
        body: { dryRun },
        file: { bytes: Buffer.from(table), mediaType: 'text/csv', fileName: 'results.csv' },
      }),
    addPdf: (fileName: string, bytes: Uint8Array = pdfOf(fileName)) =>
      client.call(invoiceDesk.addPdfByName, { body: { fileName }, file: pdfFile(bytes, fileName) }),
    record: (context: StoryContext, number: string, pdf?: Uint8Array, issuedOn = '2026-11-23') =>
      client.call(invoiceDesk.recordIssued, {
        params: paramsOf(context),
        body: { number, issuedOn },
        ...(pdf && { file: pdfFile(pdf, 'invoice.pdf') }),
      }),
    refuse: (context: StoryContext, reason = '税号与名称不符') =>
      client.call(invoiceDesk.refuseInvoice, { params: paramsOf(context), body: { reason } }),
    takeBack: (context: StoryContext) => client.call(invoiceDesk.takeBack, { params: paramsOf(context) }),
    redLetter: (context: StoryContext, number: string, issuedOn = '2026-11-24') =>
      client.call(invoiceDesk.recordRedLetter, { params: paramsOf(context), body: { number, issuedOn } }),
    pdf: async (context: StoryContext) =>
      Buffer.from(await client.call(invoiceDesk.readPdf, { params: paramsOf(context) })),
  };
}

/** What the tax platform hands back. */
export const resultsTable = (
  rows: readonly (readonly [orderNumber: string, number: string, day?: string, why?: string])[],
) =>
  [
    '发票流水号,数电票号码,开票日期,失败原因',
    ...rows.map((row) => [0, 1, 2, 3].map((at) => row[at] ?? '').join(',')),
  ].join('\r\n');
