import type { Sweep } from '../../jobs/sweeps';
import { openTask, settleCause, type TaskModel } from '../tasks';
import type { InvoiceModel, InvoiceRecord } from './invoice.model';

const HOUR_MS = 3_600_000;
/** By then it should have been taken to the tax office. */
const PATIENCE_MS = 24 * HOUR_MS;
const TASK = { kind: 'invoices-waiting', subject: 'system:invoices' } as const;

export interface WaitingDependencies {
  readonly invoices: InvoiceModel;
  readonly tasks: TaskModel;
}

/** One task for all that wait, while any has waited too long: each invoice with a task of its own would bury the others. */
export const waitingInvoicesSweep = ({ invoices, tasks }: WaitingDependencies): Sweep => ({
  name: 'waiting-invoices',
  everyMs: HOUR_MS,
  run: async (now) => {
    const wantedAt = { $lte: new Date(now.getTime() - PATIENCE_MS) };
    const oldest = await invoices.findOne({ state: 'wanted', wantedAt }).sort({ _id: 1 }).lean<InvoiceRecord>();
    if (oldest) {
      await openTask(tasks, { ...TASK, facts: { orderNumber: oldest.orderNumber }, now });
    } else {
      await settleCause(tasks, { ...TASK, outcome: 'healed', now });
    }
  },
});
