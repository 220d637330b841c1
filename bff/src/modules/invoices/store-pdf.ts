import { createHash } from 'node:crypto';
import { AppError, largestInvoicePdf } from '@acceptance/shared';
import { Types } from 'mongoose';
import { outboxEntry } from '../../database/outbox';
import type { UploadedFile } from '../../http/request-context';
import type { FileStore } from '../../ports/file-store';
import { changeInvoice, findInvoiceOfOrder } from './change-invoice';
import type { InvoiceModel, InvoiceRecord } from './invoice.model';
import { INVOICE_JOBS } from './invoice-jobs';

export interface StorePdfDependencies {
  readonly invoices: InvoiceModel;
  readonly fileStore: FileStore;
}

/** ISO 32000-1, 7.5.2 and 7.5.5: a header in front, and the end near the end. */
const isWholePdf = (bytes: Buffer): boolean =>
  bytes.subarray(0, 5).toString('latin1') === '%PDF-' && bytes.subarray(-1024).toString('latin1').includes('%%EOF');

/** @throws AppError invoices.file_missing, invoices.pdf_too_large, invoices.pdf_damaged */
export function checkPdf(file: UploadedFile | null): Buffer {
  if (!file || file.bytes.length === 0) {
    throw new AppError('invoices.file_missing');
  }
  if (file.bytes.length > largestInvoicePdf) {
    throw new AppError('invoices.pdf_too_large');
  }
  if (!isWholePdf(file.bytes)) {
    throw new AppError('invoices.pdf_damaged');
  }
  return file.bytes;
}

/** Stores the bytes under an id that is written down before: what a call that died has left goes then, never what counts. */
async function storeDraft(
  { invoices, fileStore }: StorePdfDependencies,
  { _id, pdfDraftId }: InvoiceRecord,
  bytes: Buffer,
): Promise<{ readonly drafted: InvoiceRecord; readonly draftId: string }> {
  const draftId = new Types.ObjectId().toHexString();
  const update = { $set: { pdfDraftId: draftId }, $inc: { revision: 1 } };
  const drafted = await invoices
    .findOneAndUpdate({ _id, pdfId: null, pdfDraftId }, update, { returnDocument: 'after' })
    .lean<InvoiceRecord>();
  if (!drafted) {
    throw new AppError('request.conflict');
  }
  if (pdfDraftId) {
    await fileStore.delete(pdfDraftId);
  }
  await fileStore.write(draftId, bytes);
  return { drafted, draftId };
}

/** Whether it has these bytes already. @throws AppError invoices.pdf_present where it has others */
function isStored({ pdfId, pdfSha256 }: InvoiceRecord, sha256: string): boolean {
  if (pdfId && pdfSha256 !== sha256) {
    throw new AppError('invoices.pdf_present');
  }
  return pdfId !== null;
}

/**
 * Keeps the PDF of an invoice whose number is known, and has it mailed unless the money went back. The same bytes again change
 * nothing. @throws AppError invoices.pdf_present, request.conflict
 */
export async function storePdf(
  needs: StorePdfDependencies,
  invoice: InvoiceRecord,
  { bytes, now }: { readonly bytes: Buffer; readonly now: Date },
): Promise<InvoiceRecord> {
  const pdfSha256 = createHash('sha256').update(bytes).digest('hex');
  const current = await findInvoiceOfOrder(needs.invoices, invoice.orderId);
  if (isStored(current, pdfSha256)) {
    return current;
  }
  const { drafted, draftId } = await storeDraft(needs, current, bytes);
  const done = await changeInvoice(needs.invoices, drafted, (record) => {
    if (record.pdfId || record.pdfDraftId !== draftId) {
      return null;
    }
    return {
      set: { pdfId: draftId, pdfSha256, pdfDraftId: null },
      jobs: record.state === 'issued' ? [outboxEntry(INVOICE_JOBS.mail, now)] : [],
    };
  });
  if (done.pdfId !== draftId) {
    await needs.fileStore.delete(draftId);
    isStored(done, pdfSha256);
  }
  return done;
}
