import { endpoints } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { wakingWith } from '../../jobs/waking';
import { importResults } from './import-results';
import type { InvoiceRecord } from './invoice.model';
import { presentDeskInvoice, presentInvoiceSummary } from './invoice.presenter';
import { type ReadBatchDependencies, readBatch, startBatch } from './invoice-batches';
import { listInvoices } from './list-invoices';
import { readInvoicePdf } from './own-invoice';
import { addPdfByName, type DeskDependencies, findAtDesk, findToRecord, recordByHand } from './record-at-desk';
import { recordFailure, recordRedLetter, takeBackInvoice } from './record-result';

export interface InvoiceDeskDependencies extends DeskDependencies, ReadBatchDependencies {
  /** Wakes the dispatcher. */
  readonly jobsAdded: () => void;
}

const actOf = (context: RequestContext) => ({ staffId: staffOf(context).id, now: context.now });

export function bindInvoiceDeskEndpoints(bind: BindEndpoint, needs: InvoiceDeskDependencies): void {
  const { invoices, cipher, jobsAdded } = needs;
  const { invoiceDesk } = endpoints;
  const waking = wakingWith(jobsAdded);
  const view = async (found: Promise<InvoiceRecord>) => presentDeskInvoice(cipher, await waking(found));
  bind(invoiceDesk.listInvoices, async ({ query }) => {
    const page = await listInvoices(invoices, query);
    return { ...page, items: page.items.map(presentInvoiceSummary) };
  });
  bind(invoiceDesk.readInvoice, async ({ params }) =>
    presentDeskInvoice(cipher, await findAtDesk(needs, params.orderId)),
  );
  bind(invoiceDesk.startBatch, ({ body }, { now }) => startBatch(needs, { ...body, now }));
  bind(invoiceDesk.readBatch, async ({ params }) => ({
    bytes: await readBatch(needs, params.batchId),
    mediaType: 'text/csv',
  }));
  bind(invoiceDesk.importResults, ({ body, file }, context) =>
    waking(importResults(needs, { bytes: file?.bytes ?? null, dryRun: body.dryRun === 'true' }, actOf(context))),
  );
  bind(invoiceDesk.addPdfByName, async ({ body, file }, context) =>
    presentInvoiceSummary(await waking(addPdfByName(needs, { ...body, file: file ?? null }, actOf(context)))),
  );
  bind(invoiceDesk.recordIssued, ({ params, body, file }, context) =>
    view(recordByHand(needs, { ...params, ...body, file: file ?? null }, actOf(context))),
  );
  bind(invoiceDesk.refuseInvoice, async ({ params: { orderId }, body }, context) => {
    const act = actOf(context);
    const found = await findToRecord(needs, orderId, act.staffId);
    return view(recordFailure(invoices, found, body.reason, act));
  });
  bind(invoiceDesk.takeBack, async ({ params: { orderId } }, context) => {
    const act = actOf(context);
    return view(takeBackInvoice(invoices, await findToRecord(needs, orderId, act.staffId), act));
  });
  bind(invoiceDesk.recordRedLetter, async ({ params: { orderId }, body }, context) => {
    const act = actOf(context);
    return view(recordRedLetter(invoices, await findToRecord(needs, orderId, act.staffId), body, act));
  });
  bind(invoiceDesk.readPdf, async ({ params }) => readInvoicePdf(needs, await findAtDesk(needs, params.orderId)));
}
