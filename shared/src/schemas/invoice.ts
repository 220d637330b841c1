import * as v from 'valibot';
import { wantedInvoiceSchema } from './application-form';
import { clientTokenSchema, objectIdSchema, timestampSchema } from './identifiers';
import { moneyFenSchema } from './money-fen';
import { pageOf } from './page';
import { INVOICE_OFFERS } from './project';

/**
 * How an order's invoice stands. `wanted`: paid for, its particulars may still be corrected. `requested`: at the tax office.
 * `failed`: refused there; corrected it is wanted again. `red-wanted`: the money went back, a red-letter invoice has to be
 * issued. `withdrawn`: the money went back before there was an invoice.
 */
export const INVOICE_STATES = [
  'wanted',
  'requested',
  'issued',
  'failed',
  'red-wanted',
  'red-lettered',
  'withdrawn',
] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];
export const INVOICE_STATE_LABELS: Record<InvoiceState, string> = {
  wanted: '待开具',
  requested: '开具中',
  issued: '已开具',
  failed: '未能开具',
  'red-wanted': '待红冲',
  'red-lettered': '已红冲',
  withdrawn: '已撤销',
};

/** Of a fully digital invoice (数电票, announcement 2024 no. 11 of the tax administration). */
export const invoiceNumberSchema = v.pipe(
  v.string('请填写发票号码'),
  v.trim(),
  v.regex(/^\d{20}$/, '数电发票号码是 20 位数字'),
);
export const invoiceDaySchema = v.pipe(v.string('请选择开票日期'), v.isoDate('开票日期的格式不正确'));

/** A PDF of one invoice is some tens of kilobytes. */
export const largestInvoicePdf = 2 * 1024 * 1024;
export const largestInvoiceFile = 1024 * 1024;
/** Invoices that one file asks for, and lines that a file of results may have. */
export const mostInvoicesOfBatch = 500;
export const mostInvoiceLines = 2000;

/** Statuses from which the applicant may correct the particulars. */
export const CORRECTABLE_INVOICES: readonly InvoiceState[] = ['wanted', 'failed'];

const redLetterSchema = v.object({ number: v.string(), issuedOn: v.string() });

/** An order's invoice for its applicant. */
export const ownInvoiceSchema = v.object({
  state: v.picklist(INVOICE_STATES),
  particulars: wantedInvoiceSchema,
  amountFen: moneyFenSchema,
  canCorrect: v.boolean(),
  /** What it may be corrected to: the kinds that its project offers. */
  kinds: v.array(v.picklist(INVOICE_OFFERS)),
  number: v.nullable(v.string()),
  issuedOn: v.nullable(v.string()),
  /** Its PDF can be downloaded. */
  hasPdf: v.boolean(),
  /** When it went to the e-mail address. */
  mailedAt: v.nullable(timestampSchema),
  /** Why the tax office refused it. */
  failure: v.nullable(v.string()),
  redLetter: v.nullable(redLetterSchema),
});
export type OwnInvoice = v.InferOutput<typeof ownInvoiceSchema>;

const summaryEntries = {
  orderId: objectIdSchema,
  orderNumber: v.string(),
  projectName: v.string(),
  kind: v.picklist(['general', 'special']),
  state: v.picklist(INVOICE_STATES),
  amountFen: moneyFenSchema,
  wantedAt: timestampSchema,
  number: v.nullable(v.string()),
  hasPdf: v.boolean(),
  failure: v.nullable(v.string()),
  /** The money went back. */
  isRefunded: v.boolean(),
};
export const invoiceSummarySchema = v.object(summaryEntries);
export type InvoiceSummary = v.InferOutput<typeof invoiceSummarySchema>;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const invoiceQueueSchema = v.object({
  ...pageOf(invoiceSummarySchema).entries,
  /** Of every state, whatever is searched for. */
  counts: v.object(
    Object.fromEntries(INVOICE_STATES.map((state) => [state, count])) as Record<InvoiceState, typeof count>,
  ),
});

/** What an invoice is made of, and what was made; with what finance may do about it now. */
export const INVOICE_DEEDS = ['start', 'record-issued', 'add-pdf', 'refuse', 'take-back', 'record-red-letter'] as const;
export type InvoiceDeed = (typeof INVOICE_DEEDS)[number];
export const deskInvoiceSchema = v.object({
  ...summaryEntries,
  particulars: wantedInvoiceSchema,
  issuedOn: v.nullable(v.string()),
  mailedAt: v.nullable(timestampSchema),
  redLetter: v.nullable(redLetterSchema),
  deeds: v.array(v.picklist(INVOICE_DEEDS)),
});
export type DeskInvoice = v.InferOutput<typeof deskInvoiceSchema>;

/** A file of invoices that finance takes to the tax office; the same id answers the same file. */
export const invoiceBatchSchema = v.object({ batchId: clientTokenSchema, invoices: count });
export type InvoiceBatch = v.InferOutput<typeof invoiceBatchSchema>;

/** What became of each line of a file of results. */
export const INVOICE_LINE_OUTCOMES = ['issued', 'failed', 'unchanged', 'refused'] as const;
export const invoiceResultsSchema = v.object({
  dryRun: v.boolean(),
  lines: v.array(
    v.object({
      line: count,
      orderNumber: v.string(),
      outcome: v.picklist(INVOICE_LINE_OUTCOMES),
      /** Of what was refused. */
      code: v.nullable(v.string()),
      message: v.nullable(v.string()),
    }),
  ),
  issued: count,
  failed: count,
  unchanged: count,
  refused: count,
});
export type InvoiceResults = v.InferOutput<typeof invoiceResultsSchema>;
