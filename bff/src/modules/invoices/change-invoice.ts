import { AppError } from '@acceptance/shared';
import { isObjectIdOrHexString } from 'mongoose';
import { changeByRevision, type RecordChange } from '../../database/change-by-revision';
import { isDuplicateKey } from '../../database/duplicate-key';
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

/** @throws AppError invoices.number_used with the order that has it */
async function refuseUsedNumber(invoices: InvoiceModel, numbers: readonly string[], error: unknown): Promise<never> {
  if (isDuplicateKey(error)) {
    const other = await invoices.findOne({ numbers: { $in: [...numbers] } }).lean<InvoiceRecord>();
    throw new AppError('invoices.number_used', { details: { orderNumber: other?.orderNumber ?? '' } });
  }
  throw error;
}

/** Changes an invoice by what it is. @throws AppError invoices.none, invoices.number_used, request.conflict */
export function changeInvoice(
  invoices: InvoiceModel,
  found: InvoiceRecord,
  decide: (record: InvoiceRecord) => RecordChange<InvoiceRecord> | null,
): Promise<InvoiceRecord> {
  let numbers: readonly string[] = [];
  return changeByRevision(
    invoices,
    found,
    (record) => {
      const change = decide(record);
      numbers = change?.set.numbers ?? [];
      return change;
    },
    () => {
      throw new AppError('invoices.none');
    },
  ).catch((error: unknown) => refuseUsedNumber(invoices, numbers, error));
}
