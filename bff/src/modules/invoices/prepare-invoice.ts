import { type OrderStatus, wantedInvoiceSchema } from '@acceptance/shared';
import { Types } from 'mongoose';
import * as v from 'valibot';
import type { RecordChange } from '../../database/change-by-revision';
import { unlessTaken } from '../../database/duplicate-key';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { openTaskEntry, settleTaskEntry } from '../../jobs/task-jobs';
import { FORM_PURPOSE, findOrder, type OrderModel, type OrderRecord, type StoredForm } from '../orders';
import { changeInvoice } from './change-invoice';
import { type InvoiceModel, type InvoiceRecord, sealParticulars } from './invoice.model';

export interface PrepareDependencies {
  readonly invoices: InvoiceModel;
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
  readonly now: () => Date;
}

/** Its money goes back, or has gone. */
const RETURNING: readonly OrderStatus[] = ['refunding', 'refunded'];

/** When it was paid: by that invoices wait, whenever this job has run. */
const paidAtOf = ({ history }: OrderRecord, now: Date): Date =>
  history.findLast(({ event }) => event === 'confirm-payment')?.at ?? now;

/** Null where no invoice is wanted. */
function invoiceOf({ cipher, now }: PrepareDependencies, order: OrderRecord): InvoiceRecord | null {
  const form = order.form ? decryptJson<StoredForm>(cipher, order.form, FORM_PURPOSE, recordIdOf(order)) : null;
  const wanted = v.safeParse(wantedInvoiceSchema, form?.invoice);
  if (!wanted.success) {
    return null;
  }
  const _id = new Types.ObjectId();
  return {
    _id,
    revision: 0,
    orderId: order._id.toHexString(),
    orderNumber: order.orderNumber,
    accountId: order.accountId,
    projectName: order.project.name,
    kind: wanted.output.kind,
    amountFen: order.project.priceFen,
    state: 'wanted',
    particulars: sealParticulars(cipher, wanted.output, _id.toHexString()),
    wantedAt: paidAtOf(order, now()),
    requestedAt: null,
    issued: null,
    redLetter: null,
    failure: null,
    refundedAt: null,
    pdfId: null,
    pdfSha256: null,
    pdfDraftId: null,
    mailedAt: null,
    outbox: [],
  };
}

/**
 * Job of an order that was paid. Repeating it changes nothing. An order whose money went back meanwhile gets none; one whose
 * money goes back while this is written is looked at again, for the job that undoes it may have found nothing.
 */
export async function prepareInvoice(needs: PrepareDependencies, orderId: string): Promise<void> {
  const order = await findOrder(needs.orders, orderId);
  if (RETURNING.includes(order.status)) {
    return;
  }
  const record = invoiceOf(needs, order);
  if (!record) {
    return;
  }
  await unlessTaken(needs.invoices.create(record));
  if (RETURNING.includes((await findOrder(needs.orders, orderId)).status)) {
    await undoInvoice(needs, orderId);
  }
}

/** The task of an invoice whose money went back. */
export const redLetterTask = ({ orderNumber, amountFen }: InvoiceRecord, now: Date) =>
  openTaskEntry({ kind: 'invoice-red-letter', facts: { orderNumber, expectedFen: amountFen }, redo: null }, now);
const failedTaskEnd = (now: Date) => settleTaskEntry({ kind: 'invoice-failed', outcome: 'withdrawn' }, now);

/** What the return of the money makes of an invoice; null: it knows. */
function undoing(record: InvoiceRecord, now: Date): RecordChange<InvoiceRecord> | null {
  const { state, refundedAt } = record;
  if (refundedAt) {
    return null;
  }
  switch (state) {
    case 'wanted':
      return { set: { state: 'withdrawn', refundedAt: now } };
    case 'failed':
      return { set: { state: 'withdrawn', refundedAt: now }, jobs: [failedTaskEnd(now)] };
    case 'issued':
      return { set: { state: 'red-wanted', refundedAt: now }, jobs: [redLetterTask(record, now)] };
    case 'requested':
      // Nobody can tell yet whether it will be issued: finance says so, and then it is withdrawn or red-lettered.
      return { set: { refundedAt: now }, jobs: [redLetterTask(record, now)] };
    default:
      return null;
  }
}

/** Job of an order whose money goes back; where there is no invoice there is nothing to undo. */
export async function undoInvoice(
  { invoices, now }: Pick<PrepareDependencies, 'invoices' | 'now'>,
  orderId: string,
): Promise<void> {
  const found = await invoices.findOne({ orderId }).lean<InvoiceRecord>();
  if (found) {
    await changeInvoice(invoices, found, (record) => undoing(record, now()));
  }
}
