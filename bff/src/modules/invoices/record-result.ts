import { AppError, INVOICE_STATE_LABELS } from '@acceptance/shared';
import { openTaskEntry, settleTaskEntry } from '../../jobs/task-jobs';
import { changeInvoice } from './change-invoice';
import type { InvoiceModel, InvoiceRecord } from './invoice.model';

/** Who of finance, and when. */
export interface DeskAct {
  readonly staffId: string;
  readonly now: Date;
}

export interface Numbered {
  readonly number: string;
  readonly issuedOn: string;
}

const numbersWith = ({ numbers = [] }: InvoiceRecord, number: string): string[] => [...numbers, number];
const stateOf = ({ state }: InvoiceRecord) => ({ details: { state: INVOICE_STATE_LABELS[state] } });

/** @throws AppError invoices.not_requested, invoices.not_requested_yet */
export function refuseUnrequested(record: InvoiceRecord): void {
  if (record.state === 'wanted') {
    throw new AppError('invoices.not_requested_yet');
  }
  if (record.state !== 'requested') {
    throw new AppError('invoices.not_requested', stateOf(record));
  }
}

/** Whether this number is recorded already. @throws AppError invoices.number_differs */
export function isRecorded(before: Numbered | null, { number, issuedOn }: Numbered): boolean {
  if (before && (before.number !== number || before.issuedOn !== issuedOn)) {
    throw new AppError('invoices.number_differs');
  }
  return before !== null;
}

/**
 * Records that it was issued; the same again changes nothing. Where the money went back meanwhile a red letter is due at once.
 * @throws AppError invoices.not_requested, invoices.not_requested_yet, invoices.number_used, invoices.number_differs
 */
export const recordIssued = (
  invoices: InvoiceModel,
  found: InvoiceRecord,
  { number, issuedOn }: Numbered,
  { staffId, now }: DeskAct,
): Promise<InvoiceRecord> =>
  changeInvoice(invoices, found, (record) => {
    if (isRecorded(record.issued, { number, issuedOn })) {
      return null;
    }
    refuseUnrequested(record);
    return {
      set: {
        state: record.refundedAt ? 'red-wanted' : 'issued',
        issued: { number, issuedOn, by: staffId, at: now },
        numbers: numbersWith(record, number),
        failure: null,
      },
    };
  });

/** What ends with an invoice that will not be issued because the money went back. */
const withdrawal = ({ staffId, now }: DeskAct) => ({
  set: { state: 'withdrawn' as const },
  jobs: [settleTaskEntry({ kind: 'invoice-red-letter', outcome: 'withdrawn', closedBy: staffId }, now)],
});

/**
 * The tax office has refused it: its applicant is to correct it. The same reason again changes nothing.
 * @throws AppError invoices.not_requested, invoices.not_requested_yet
 */
export const recordFailure = (
  invoices: InvoiceModel,
  found: InvoiceRecord,
  reason: string,
  act: DeskAct,
): Promise<InvoiceRecord> =>
  changeInvoice(invoices, found, (record) => {
    if (record.state === 'failed' && record.failure === reason) {
      return null;
    }
    refuseUnrequested(record);
    if (record.refundedAt) {
      return withdrawal(act);
    }
    const { orderNumber } = record;
    const task = openTaskEntry({ kind: 'invoice-failed', facts: { orderNumber }, redo: null }, act.now);
    return { set: { state: 'failed', failure: reason }, jobs: [task] };
  });

/** Nobody took it to the tax office, or what was refused there was right: it waits again. @throws AppError invoices.not_requested */
export const takeBackInvoice = (invoices: InvoiceModel, found: InvoiceRecord, act: DeskAct): Promise<InvoiceRecord> =>
  changeInvoice(invoices, found, (record) => {
    const { state, refundedAt } = record;
    if (state === 'wanted' || state === 'withdrawn') {
      return null;
    }
    if (state !== 'requested' && state !== 'failed') {
      throw new AppError('invoices.not_requested', stateOf(record));
    }
    if (refundedAt) {
      return withdrawal(act);
    }
    const ended = settleTaskEntry({ kind: 'invoice-failed', outcome: 'taken-back', closedBy: act.staffId }, act.now);
    return { set: { state: 'wanted', failure: null, requestedAt: null }, jobs: state === 'failed' ? [ended] : [] };
  });

/**
 * The red-letter invoice of a refunded order; the same again changes nothing.
 * @throws AppError invoices.no_red_letter_due, invoices.number_used, invoices.number_differs
 */
export const recordRedLetter = (
  invoices: InvoiceModel,
  found: InvoiceRecord,
  { number, issuedOn }: Numbered,
  { staffId, now }: DeskAct,
): Promise<InvoiceRecord> =>
  changeInvoice(invoices, found, (record) => {
    if (isRecorded(record.redLetter, { number, issuedOn })) {
      return null;
    }
    if (record.state !== 'red-wanted') {
      throw new AppError('invoices.no_red_letter_due');
    }
    if (record.numbers?.includes(number)) {
      throw new AppError('invoices.number_used', { details: { orderNumber: record.orderNumber } });
    }
    return {
      set: {
        state: 'red-lettered',
        redLetter: { number, issuedOn, by: staffId, at: now },
        numbers: numbersWith(record, number),
      },
      jobs: [settleTaskEntry({ kind: 'invoice-red-letter', outcome: 'red-lettered', closedBy: staffId }, now)],
    };
  });
