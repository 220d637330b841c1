export type { InvoiceItem } from './batch-table';
export { type InvoiceModel, type InvoiceRecord, openParticulars } from './invoice.model';
export { removeInvoice } from './remove-invoice';
