import type { OrderView } from '@acceptance/shared';
import { hasInvoice } from './has-invoice';

const order = (status: OrderView['status'], kind: 'none' | 'special' | undefined, invoiceOffered = true) =>
  ({ status, project: { invoiceOffered }, form: { invoice: { kind } } }) as unknown as OrderView;

describe('an order has an invoice', () => {
  it('from its payment on, where one is wanted and offered', () => {
    expect(hasInvoice(order('paid', 'special'))).toBe(true);
    expect(hasInvoice(order('refunded', 'special'))).toBe(true);
  });

  it('not before, not where none is wanted, not where the project offers none', () => {
    expect(hasInvoice(order('approved', 'special'))).toBe(false);
    expect(hasInvoice(order('paid', 'none'))).toBe(false);
    expect(hasInvoice(order('paid', undefined))).toBe(false);
    expect(hasInvoice(order('paid', 'special', false))).toBe(false);
  });
});
