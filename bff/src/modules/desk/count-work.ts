import {
  DESK_WORKS,
  type DeskCount,
  type DeskWork,
  MOST_COUNTED,
  STAFF_ROLES,
  type StaffRole,
} from '@acceptance/shared';
import type { Model, QueryFilter } from 'mongoose';
import type { BankEntryModel } from '../bank-transfers';
import type { DeliveryModel } from '../deliveries';
import type { IdentityCheckModel } from '../identity-checks';
import type { InvoiceModel } from '../invoices';
import { NOT_RETAINED, type OrderModel } from '../orders';
import type { PhoneChangeModel } from '../phone-changes';
import type { ReconciliationDayModel } from '../reconciliation';
import type { StaffChangeModel } from '../staff';
import { type TaskModel, tasksSeenBy } from '../tasks';
import type { UkeyUnlockModel } from '../ukey-unlocks';

export interface CountDependencies {
  readonly orders: OrderModel;
  readonly tasks: TaskModel;
  readonly identityChecks: IdentityCheckModel;
  readonly phoneChanges: PhoneChangeModel;
  readonly bankEntries: BankEntryModel;
  readonly invoices: InvoiceModel;
  readonly reconciliationDays: ReconciliationDayModel;
  readonly deliveries: DeliveryModel;
  readonly ukeyUnlocks: UkeyUnlockModel;
  readonly staffChanges: StaffChangeModel;
}

interface Asker {
  readonly roles: readonly StaffRole[];
  readonly now: Date;
}

interface Work {
  /** Who does it. */
  readonly roles: readonly StaffRole[];
  readonly waiting: (needs: CountDependencies, asker: Asker) => readonly Promise<number>[];
  /** Absent: nothing of it is late by a time of its own. */
  readonly late?: (needs: CountDependencies, asker: Asker) => Promise<number>;
}

/** The index is read up to the ceiling and no further, however much waits. */
const count = <Stored>(model: Model<Stored>, filter: QueryFilter<Stored>): Promise<number> =>
  model.countDocuments(filter, { limit: MOST_COUNTED + 1 }).exec();

const WORKS: Readonly<Record<DeskWork, Work>> = {
  review: {
    roles: ['reviewer'],
    waiting: ({ orders }) => [count(orders, { status: 'submitted', ...NOT_RETAINED })],
    late: ({ orders }, { now }) =>
      count(orders, { status: 'submitted', reviewPromisedBy: { $lt: now }, ...NOT_RETAINED }),
  },
  tasks: {
    roles: STAFF_ROLES,
    waiting: ({ tasks }, { roles }) => [count(tasks, { ...tasksSeenBy(roles), closedAt: null })],
    late: ({ tasks }, { roles, now }) => count(tasks, { ...tasksSeenBy(roles), closedAt: null, dueAt: { $lte: now } }),
  },
  'identity-checks': {
    roles: ['reviewer'],
    waiting: ({ identityChecks }) => [count(identityChecks, { state: 'open' })],
    late: ({ identityChecks }, { now }) => count(identityChecks, { state: 'open', promisedBy: { $lt: now } }),
  },
  'phone-changes': {
    roles: ['reviewer'],
    waiting: ({ phoneChanges }) => [count(phoneChanges, { state: 'requested' })],
  },
  refunds: {
    roles: ['finance'],
    waiting: ({ orders }) => [count(orders, { refundAskedAt: { $ne: null }, ...NOT_RETAINED })],
  },
  transfers: {
    roles: ['finance'],
    waiting: ({ orders, bankEntries }) => [
      count(orders, { status: 'approved', 'transfer.state': 'handed-in', ...NOT_RETAINED }),
      count(bankEntries, { state: 'open' }),
    ],
  },
  invoices: {
    roles: ['finance'],
    waiting: ({ invoices }) => [count(invoices, { state: { $in: ['wanted', 'red-wanted'] } })],
  },
  reconciliation: {
    roles: ['finance'],
    waiting: ({ reconciliationDays }) => [count(reconciliationDays, { state: 'differs' })],
  },
  issuing: {
    roles: ['issuer'],
    waiting: ({ orders, ukeyUnlocks }, { now }) => [
      // What is downloaded is made by its holder's own device.
      count(orders, {
        status: { $in: ['paid', 'issuing'] },
        deliveryWay: { $in: ['courier', 'pick-up'] },
        ...NOT_RETAINED,
      }),
      count(ukeyUnlocks, { state: 'waiting', endsAt: { $gt: now } }),
    ],
  },
  deliveries: {
    roles: ['issuer'],
    waiting: ({ deliveries }) => [count(deliveries, { stage: { $in: ['to-send', 'troubled'] } })],
    late: ({ deliveries }) => count(deliveries, { stage: 'troubled' }),
  },
  'staff-changes': {
    roles: STAFF_ROLES,
    waiting: ({ staffChanges }) => [count(staffChanges, { state: { $in: ['waiting', 'approved'] } })],
  },
};

const capped = (counts: readonly number[]): number =>
  Math.min(
    counts.reduce((sum, each) => sum + each, 0),
    MOST_COUNTED + 1,
  );

/** What waits at the desk for somebody with these roles, in the order of its menu. */
export function countWork(needs: CountDependencies, asker: Asker): Promise<DeskCount[]> {
  const own = DESK_WORKS.filter((work) => WORKS[work].roles.some((role) => asker.roles.includes(role)));
  return Promise.all(
    own.map(async (work) => {
      const { waiting, late } = WORKS[work];
      const [isLate, ...all] = await Promise.all([late?.(needs, asker) ?? 0, ...waiting(needs, asker)]);
      return { work, waiting: capped(all), late: isLate };
    }),
  );
}
