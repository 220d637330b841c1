import {
  CORRECTABLE_INVOICES,
  type DeskInvoice,
  type InvoiceDeed,
  type InvoiceOffer,
  type InvoiceSummary,
  type OwnInvoice,
} from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { iso } from '../orders';
import { type InvoiceRecord, type IssuedInvoice, openParticulars } from './invoice.model';

const presentNumber = (issued: IssuedInvoice | null) => issued && { number: issued.number, issuedOn: issued.issuedOn };

/** For its applicant, whose own particulars they are. */
export const presentOwnInvoice = (
  cipher: FieldCipher,
  record: InvoiceRecord,
  kinds: readonly InvoiceOffer[],
): OwnInvoice => ({
  state: record.state,
  particulars: openParticulars(cipher, record),
  amountFen: record.amountFen,
  canCorrect: CORRECTABLE_INVOICES.includes(record.state),
  kinds: [...kinds],
  number: record.issued?.number ?? null,
  issuedOn: record.issued?.issuedOn ?? null,
  hasPdf: record.pdfId !== null,
  mailedAt: iso(record.mailedAt),
  failure: record.failure,
  redLetter: presentNumber(record.redLetter),
});

export const presentInvoiceSummary = (record: InvoiceRecord): InvoiceSummary => ({
  orderId: record.orderId,
  orderNumber: record.orderNumber,
  projectName: record.projectName,
  kind: record.kind,
  state: record.state,
  amountFen: record.amountFen,
  wantedAt: record.wantedAt.toISOString(),
  number: record.issued?.number ?? null,
  hasPdf: record.pdfId !== null,
  failure: record.failure,
  isRefunded: record.refundedAt !== null,
});

function deedsOf({ state, issued, pdfId }: InvoiceRecord): InvoiceDeed[] {
  const byState: Partial<Record<InvoiceRecord['state'], InvoiceDeed[]>> = {
    wanted: ['start'],
    requested: ['record-issued', 'refuse', 'take-back'],
    failed: ['take-back'],
    'red-wanted': ['record-red-letter'],
  };
  return [...(byState[state] ?? []), ...(issued && !pdfId ? (['add-pdf'] as const) : [])];
}

/** For finance: all that stands on the invoice, and nothing else of the order. */
export const presentDeskInvoice = (cipher: FieldCipher, record: InvoiceRecord): DeskInvoice => ({
  ...presentInvoiceSummary(record),
  particulars: openParticulars(cipher, record),
  issuedOn: record.issued?.issuedOn ?? null,
  mailedAt: iso(record.mailedAt),
  redLetter: presentNumber(record.redLetter),
  deeds: deedsOf(record),
});
