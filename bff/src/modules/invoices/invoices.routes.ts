import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { wakingWith } from '../../jobs/waking';
import { presentOwnInvoice } from './invoice.presenter';
import { correctInvoice, findOwnInvoice, type OwnInvoiceDependencies, readInvoicePdf } from './own-invoice';

export interface InvoicesDependencies extends OwnInvoiceDependencies {
  /** Wakes the dispatcher. */
  readonly jobsAdded: () => void;
}

export function bindInvoicesEndpoints(bind: BindEndpoint, needs: InvoicesDependencies): void {
  const { invoices } = endpoints;
  const own = ({ orderId }: { orderId: string }, context: RequestContext) => ({
    accountId: applicantOf(context).id,
    orderId,
  });
  bind(invoices.readInvoice, async ({ params }, context) => {
    const { record, kinds } = await findOwnInvoice(needs, own(params, context));
    return presentOwnInvoice(needs.cipher, record, kinds);
  });
  bind(invoices.correctInvoice, async ({ params, body }, context) => {
    const correction = { ...own(params, context), particulars: body.invoice, now: context.now };
    await wakingWith(needs.jobsAdded)(correctInvoice(needs, correction));
    const { record, kinds } = await findOwnInvoice(needs, own(params, context));
    return presentOwnInvoice(needs.cipher, record, kinds);
  });
  bind(invoices.readPdf, async ({ params }, context) =>
    readInvoicePdf(needs, (await findOwnInvoice(needs, own(params, context))).record),
  );
}
