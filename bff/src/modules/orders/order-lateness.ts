import { settleTaskEntry } from '../../jobs/task-jobs';
import type { OrderRecord } from './order.model';

/** What ends the task about a late order, with whatever brings the order on. */
export const endOfLateness = ({ lateTold }: OrderRecord, outcome: string, now: Date) =>
  lateTold ? [settleTaskEntry({ kind: 'order-late', outcome }, now)] : [];
