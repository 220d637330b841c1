import { AppError } from '@acceptance/shared';
import { noteAct } from '../../http/act-notes';
import type { UploadedFile } from '../../http/request-context';
import type { OrderModel } from '../orders';
import { findSubmittedOrder } from '../staff';
import { findInvoiceOfOrder } from './change-invoice';
import type { ImportDependencies } from './import-results';
import type { InvoiceRecord } from './invoice.model';
import { type DeskAct, type Numbered, recordIssued } from './record-result';
import { checkPdf, type StorePdfDependencies, storePdf } from './store-pdf';

export interface DeskDependencies extends ImportDependencies, StorePdfDependencies {
  readonly orders: OrderModel;
}

/** @throws AppError orders.not_found, invoices.none */
export async function findAtDesk({ orders, invoices }: DeskDependencies, orderId: string): Promise<InvoiceRecord> {
  await findSubmittedOrder(orders, orderId);
  return findInvoiceOfOrder(invoices, orderId);
}

/** One that somebody writes about: never of their own order. @throws AppError orders.not_found, invoices.none, staff.own_order */
export async function findToRecord(needs: DeskDependencies, orderId: string, staffId: string): Promise<InvoiceRecord> {
  const invoice = await findAtDesk(needs, orderId);
  await needs.refuseOwnOrder(staffId, orderId);
  return invoice;
}

/** Number first, then the PDF, each by itself: what died in between is completed by the same call. @throws AppError */
export async function recordByHand(
  needs: DeskDependencies,
  { orderId, file, ...numbered }: Numbered & { readonly orderId: string; readonly file: UploadedFile | null },
  act: DeskAct,
): Promise<InvoiceRecord> {
  const invoice = await findToRecord(needs, orderId, act.staffId);
  const bytes = file && file.bytes.length > 0 ? checkPdf(file) : null;
  noteAct({ invoiceNumber: numbered.number, pdf: bytes ? 'yes' : 'no' });
  const recorded = await recordIssued(needs.invoices, invoice, numbered, act);
  return bytes ? storePdf(needs, recorded, { bytes, now: act.now }) : recorded;
}

/** Digits that stand alone: a longer row of digits is no invoice number. */
const NUMBERS_IN_NAME = /(?<!\d)\d{20}(?!\d)/g;

/** The PDF whose name says which invoice it is. @throws AppError invoices.*, staff.own_order */
export async function addPdfByName(
  needs: DeskDependencies,
  { fileName, file }: { readonly fileName: string; readonly file: UploadedFile | null },
  { staffId, now }: DeskAct,
): Promise<InvoiceRecord> {
  const bytes = checkPdf(file);
  const numbers = fileName.match(NUMBERS_IN_NAME) ?? [];
  const found = await needs.invoices.find({ 'issued.number': { $in: numbers } }).lean<InvoiceRecord[]>();
  const [invoice] = found;
  if (!invoice || found.length > 1) {
    throw new AppError('invoices.pdf_unknown');
  }
  await needs.refuseOwnOrder(staffId, invoice.orderId);
  noteAct({ order: invoice.orderId });
  return storePdf(needs, invoice, { bytes, now });
}
