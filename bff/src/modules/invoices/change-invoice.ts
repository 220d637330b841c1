import { AppError } from '@acceptance/shared';
import { isObjectIdOrHexString, type UpdateQuery } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import type { OutboxEntry } from '../../database/outbox';
import type { InvoiceModel, InvoiceRecord } from './invoice.model';

/** @throws AppError invoices.none */
export async function findInvoiceOfOrder(invoices: InvoiceModel, orderId: string): Promise<InvoiceRecord> {
  const found = await invoices.findOne({ orderId }).lean<InvoiceRecord>();
  if (!found) {
    throw new AppError('invoices.none');
  }
  return found;
}

/** Null when its order was removed meanwhile. */
export const findInvoice = async (invoices: InvoiceModel, id: string): Promise<InvoiceRecord | null> =>
  isObjectIdOrHexString(id) ? invoices.findById(id).lean<InvoiceRecord>() : null;

export interface InvoiceChange {
  readonly set: Partial<InvoiceRecord>;
  readonly jobs?: readonly OutboxEntry[];
}

/** Rounds of an invoice that somebody else writes at the same time: a clerk, a refund, the applicant. */
const MOST_ROUNDS = 6;

/** @throws AppError invoices.number_used with the order that has it */
async function refuseUsedNumber(invoices: InvoiceModel, numbers: readonly string[], error: unknown): Promise<never> {
  if (isDuplicateKey(error)) {
    const other = await invoices.findOne({ numbers: { $in: [...numbers] } }).lean<InvoiceRecord>();
    throw new AppError('invoices.number_used', { details: { orderNumber: other?.orderNumber ?? '' } });
  }
  throw error;
}

/**
 * Changes an invoice by what it is: compare-and-set on its revision; who comes second looks again. `decide` answers null when
 * nothing is to be changed, or throws. @throws AppError invoices.none, invoices.number_used, request.conflict
 */
export async function changeInvoice(
  invoices: InvoiceModel,
  found: InvoiceRecord,
  decide: (record: InvoiceRecord) => InvoiceChange | null,
): Promise<InvoiceRecord> {
  let record = found;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const change = decide(record);
    if (!change) {
      return record;
    }
    const update = {
      $set: change.set,
      $inc: { revision: 1 },
      $push: { outbox: { $each: [...(change.jobs ?? [])] } },
    } as UpdateQuery<InvoiceRecord>;
    const changed = await invoices
      .findOneAndUpdate({ _id: record._id, revision: record.revision }, update, { returnDocument: 'after' })
      .lean<InvoiceRecord>()
      .catch((error: unknown) => refuseUsedNumber(invoices, change.set.numbers ?? [], error));
    if (changed) {
      return changed;
    }
    record = await findInvoiceOfOrder(invoices, record.orderId);
  }
  throw new AppError('request.conflict');
}
