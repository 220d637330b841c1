import type { FieldCipher } from '../../database/field-cipher';
import { JobGivenUp } from '../../jobs/job-handler';
import type { FileStore } from '../../ports/file-store';
import type { MailSender } from '../../ports/mail-sender';
import { findInvoice } from './change-invoice';
import { type InvoiceModel, openParticulars } from './invoice.model';

export interface MailInvoiceDependencies {
  readonly invoices: InvoiceModel;
  readonly fileStore: FileStore;
  readonly mailSender: MailSender;
  readonly cipher: FieldCipher;
  readonly now: () => Date;
}

/**
 * Job: sends the PDF to the address that was given for it. Of an invoice whose money went back nothing is sent any more. A crash
 * between sending and noting it may send it twice. @throws PortError, JobGivenUp
 */
export async function mailInvoice(needs: MailInvoiceDependencies, invoiceId: string): Promise<void> {
  const { invoices, fileStore, mailSender, cipher, now } = needs;
  const invoice = await findInvoice(invoices, invoiceId);
  if (invoice?.state !== 'issued' || !invoice.issued || !invoice.pdfId || invoice.mailedAt) {
    return;
  }
  const pdf = await fileStore.read(invoice.pdfId);
  if (!pdf) {
    throw new JobGivenUp('pdf-missing');
  }
  const { orderNumber, issued } = invoice;
  const { email } = openParticulars(cipher, invoice);
  await mailSender.send(email, { kind: 'invoice', orderNumber, number: issued.number, issuedOn: issued.issuedOn, pdf });
  await invoices.updateOne({ _id: invoice._id, mailedAt: null }, { $set: { mailedAt: now() }, $inc: { revision: 1 } });
}
