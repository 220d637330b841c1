import {
  AppError,
  CORRECTABLE_INVOICES,
  type InvoiceOffer,
  invoiceKindsOf,
  unconfirmedCodeProblems,
  type WantedInvoice,
} from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import type { BinaryResult } from '../../http/request-context';
import { settleTaskEntry } from '../../jobs/task-jobs';
import type { FileStore } from '../../ports/file-store';
import { findOwnOrder, type OrderModel } from '../orders';
import { changeInvoice, findInvoiceOfOrder } from './change-invoice';
import { type InvoiceModel, type InvoiceRecord, openParticulars, sealParticulars } from './invoice.model';

export interface OwnInvoiceDependencies {
  readonly invoices: InvoiceModel;
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
  readonly fileStore: FileStore;
}

interface Own {
  readonly accountId: string;
  readonly orderId: string;
}

/** With the kinds that its project offers. @throws AppError orders.not_found, invoices.none */
export async function findOwnInvoice(
  { invoices, orders }: OwnInvoiceDependencies,
  { accountId, orderId }: Own,
): Promise<{ readonly record: InvoiceRecord; readonly kinds: readonly InvoiceOffer[] }> {
  const { project } = await findOwnOrder(orders, accountId, orderId);
  return { record: await findInvoiceOfOrder(invoices, orderId), kinds: invoiceKindsOf(project) };
}

const isSame = (one: WantedInvoice, other: WantedInvoice): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * The applicant corrects to whom it is made out, until it is taken to the tax office; what was refused there waits again. The
 * same again changes nothing.
 * @throws AppError orders.not_found, invoices.none, invoices.already_requested, request.invalid
 */
export async function correctInvoice(
  needs: OwnInvoiceDependencies,
  { particulars, now, ...own }: Own & { readonly particulars: WantedInvoice; readonly now: Date },
): Promise<InvoiceRecord> {
  const { invoices, cipher } = needs;
  const { record: found, kinds } = await findOwnInvoice(needs, own);
  const problems = [
    ...(kinds.includes(particulars.kind) ? [] : [{ path: 'invoice.kind', message: '这个项目不开这种发票' }]),
    ...unconfirmedCodeProblems({ invoice: particulars }),
  ];
  if (problems.length > 0) {
    throw new AppError('request.invalid', { fields: problems });
  }
  return changeInvoice(invoices, found, (record) => {
    if (isSame(openParticulars(cipher, record), particulars) && record.state !== 'failed') {
      return null;
    }
    if (!CORRECTABLE_INVOICES.includes(record.state)) {
      throw new AppError('invoices.already_requested');
    }
    const sealed = sealParticulars(cipher, particulars, recordIdOf(record));
    const ended = settleTaskEntry({ kind: 'invoice-failed', outcome: 'corrected' }, now);
    return {
      set: { state: 'wanted', kind: particulars.kind, particulars: sealed, failure: null },
      jobs: record.state === 'failed' ? [ended] : [],
    };
  });
}

/** @throws AppError invoices.pdf_missing */
export async function readInvoicePdf(
  { fileStore }: Pick<OwnInvoiceDependencies, 'fileStore'>,
  { pdfId }: InvoiceRecord,
): Promise<BinaryResult> {
  const bytes = pdfId ? await fileStore.read(pdfId) : null;
  if (!bytes) {
    throw new AppError('invoices.pdf_missing');
  }
  return { bytes, mediaType: 'application/pdf' };
}
