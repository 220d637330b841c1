import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { handleJobs } from '../../jobs/job-handler';
import { findOrder, ORDER_INVOICE_JOBS } from '../orders';
import { findInvoice } from './change-invoice';
import { INVOICE_PURPOSE, type InvoiceModel, invoiceModel } from './invoice.model';
import { bindInvoiceDeskEndpoints, type InvoiceDeskDependencies } from './invoice-desk.routes';
import { INVOICE_JOBS } from './invoice-jobs';
import { bindInvoicesEndpoints, type InvoicesDependencies } from './invoices.routes';
import { type MailInvoiceDependencies, mailInvoice } from './mail-invoice';
import { type PrepareDependencies, prepareInvoice, undoInvoice } from './prepare-invoice';
import { type WaitingDependencies, waitingInvoicesSweep } from './waiting-sweep';

export const invoicesArea = {
  name: 'invoices',
  models: (connection: Connection) => ({ invoices: invoiceModel(connection) }),
  sealed: [{ collection: 'invoices', envelopes: { particulars: INVOICE_PURPOSE } }],
  bind(bind: BindEndpoint, needs: InvoicesDependencies & InvoiceDeskDependencies) {
    bindInvoicesEndpoints(bind, needs);
    bindInvoiceDeskEndpoints(bind, needs);
  },
  queues: { invoice: ({ invoices }: { invoices: InvoiceModel }) => outboxStore(invoices) },
  jobs: [
    handleJobs(ORDER_INVOICE_JOBS, (needs: PrepareDependencies) => ({
      prepareInvoice: {
        run: ({ ownerId }) => prepareInvoice(needs, ownerId),
        giveUp: async ({ ownerId }) => {
          const { orderNumber } = await findOrder(needs.orders, ownerId);
          return { facts: { orderNumber } };
        },
      },
      undoInvoice: ({ ownerId }) => undoInvoice(needs, ownerId),
    })),
    handleJobs(INVOICE_JOBS, (needs: MailInvoiceDependencies) => ({
      mail: {
        run: ({ ownerId }) => mailInvoice(needs, ownerId),
        giveUp: async ({ ownerId }) => {
          const invoice = await findInvoice(needs.invoices, ownerId);
          return invoice && { facts: { orderNumber: invoice.orderNumber } };
        },
      },
    })),
  ],
  sweeps: (needs: WaitingDependencies) => [waitingInvoicesSweep(needs)],
} satisfies AnyArea;
