import { Readable } from 'node:stream';
import { AppError, type InvoiceBatch, mostInvoicesOfBatch } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { IN_BATCHES } from '../../database/in-batches';
import { noteAct } from '../../http/act-notes';
import type { OrderModel } from '../orders';
import { findSubmittedOrder } from '../staff';
import { batchTable, type InvoiceItem, type InvoiceRequest } from './batch-table';
import { findInvoiceOfOrder } from './change-invoice';
import { type InvoiceModel, type InvoiceRecord, openParticulars } from './invoice.model';

interface Start {
  readonly batchId: string;
  /** That one alone. */
  readonly orderId?: string | undefined;
  readonly now: Date;
}

/**
 * Puts what waits into a batch that goes to the tax office: one write an invoice, so that of two clerks each gets others, and
 * what an applicant corrects in that moment is in it corrected, or not at all. The same id again is the same batch.
 * @throws AppError orders.not_found, invoices.none, invoices.nothing_waits
 */
export async function startBatch(
  { invoices, orders }: { readonly invoices: InvoiceModel; readonly orders: OrderModel },
  { batchId, orderId, now }: Start,
): Promise<InvoiceBatch> {
  const before = await invoices.countDocuments({ batchId });
  if (orderId !== undefined) {
    await findSubmittedOrder(orders, orderId);
    await findInvoiceOfOrder(invoices, orderId);
  }
  const waits = { state: 'wanted' as const, ...(orderId !== undefined && { orderId }) };
  let taken = 0;
  while (before === 0 && taken < mostInvoicesOfBatch) {
    const update = { $set: { state: 'requested' as const, requestedAt: now, batchId }, $inc: { revision: 1 } };
    if (!(await invoices.findOneAndUpdate(waits, update, { sort: { _id: 1 } }).lean<InvoiceRecord>())) {
      break;
    }
    taken += 1;
  }
  if (before + taken === 0) {
    throw new AppError('invoices.nothing_waits');
  }
  noteAct({ batchId, invoices: before + taken });
  return { batchId, invoices: before + taken };
}

export interface ReadBatchDependencies {
  readonly invoices: InvoiceModel;
  readonly cipher: FieldCipher;
  readonly invoiceItem: InvoiceItem;
}

async function* requestsOf(
  { invoices, cipher }: ReadBatchDependencies,
  batchId: string,
): AsyncGenerator<InvoiceRequest> {
  const found = invoices.find({ batchId, state: 'requested', refundedAt: null }).sort({ _id: 1 });
  for await (const record of found.lean<InvoiceRecord[]>().cursor(IN_BATCHES)) {
    const { orderNumber, amountFen } = record;
    yield { orderNumber, amountFen, particulars: openParticulars(cipher, record) };
  }
}

/**
 * What of a batch is still to be issued, as a table. Also of an account that was deleted meanwhile: the law wants the invoice of
 * what was paid (发票管理办法, article 18). @throws AppError invoices.batch_not_found
 */
export async function readBatch(needs: ReadBatchDependencies, batchId: string): Promise<Readable> {
  const rows = await needs.invoices.countDocuments({ batchId, state: 'requested', refundedAt: null });
  if (rows === 0 && !(await needs.invoices.exists({ batchId }))) {
    throw new AppError('invoices.batch_not_found');
  }
  noteAct({ batchId, rows });
  return Readable.from(batchTable(requestsOf(needs, batchId), needs.invoiceItem));
}
