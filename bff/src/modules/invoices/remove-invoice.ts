import type { FileStore } from '../../ports/file-store';
import type { InvoiceModel, InvoiceRecord } from './invoice.model';

/** Removes what is kept of an order's invoice, with its PDF. */
export async function removeInvoice(
  { invoices, fileStore }: { readonly invoices: InvoiceModel; readonly fileStore: FileStore },
  orderId: string,
): Promise<void> {
  const found = await invoices.findOne({ orderId }).lean<InvoiceRecord>();
  if (!found) {
    return;
  }
  for (const id of [found.pdfDraftId, found.pdfId]) {
    if (id) {
      await fileStore.delete(id);
    }
  }
  await invoices.deleteOne({ _id: found._id });
}
