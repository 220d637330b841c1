import type { OrderStatus, OrderView } from '@acceptance/shared';

/** From the payment on. */
const PAID: readonly OrderStatus[] = ['paid', 'issuing', 'issued', 'delivered', 'completed', 'refunding', 'refunded'];

/** Whether there is, or will soon be, an invoice of it. */
export const hasInvoice = ({ status, project, form }: Pick<OrderView, 'status' | 'project' | 'form'>): boolean =>
  PAID.includes(status) && project.invoiceOffered && form.invoice?.kind !== undefined && form.invoice.kind !== 'none';
