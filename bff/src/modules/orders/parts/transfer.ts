import {
  AppError,
  type ApplicationForm,
  ORDER_STATUS_LABELS,
  type TransferState,
  unitNameKey,
} from '@acceptance/shared';
import type { QueryFilter, UpdateQuery } from 'mongoose';
import type { OutboxEntry } from '../../../database/outbox';
import { settleTaskEntry } from '../../../jobs/task-jobs';
import type { FileReference } from '../../files';
import type { OrderModel, OrderRecord } from '../order.model';

/** Part of a bank entry that an order is paid with. */
export interface TransferPart {
  readonly entryId: string;
  readonly amountFen: number;
}

/** An order's payment by bank transfer. */
export interface OrderTransfer {
  /** To be written into the remark of the transfer; no two orders have one. */
  readonly code: string;
  readonly state: TransferState;
  readonly chosenAt: Date;
  readonly slip: FileReference | null;
  /** Envelope of what the applicant noted. */
  readonly note: string | null;
  readonly handedInAt: Date | null;
  readonly timesHandedIn: number;
  readonly refusal: { readonly reason: string; readonly at: Date; readonly staffId: string } | null;
  /** Of whom a transfer is expected: hashes of the unit's name; absent for a person. */
  readonly payerHashes?: string[];
  /** Of the booking that may pay it now; another booking, or giving up, takes it away. */
  readonly booking?: string;
  readonly bookingAt?: Date;
  readonly paid: { readonly at: Date; readonly by: string | null; readonly parts: readonly TransferPart[] } | null;
}

export const TRANSFER_NOTE_PURPOSE = 'order.transfer.note';
export const TRANSFER_PAYER_PURPOSE = 'order.transfer.payer';

/** The expected payer, in a stored form; the key rotation makes the hash anew from it. */
export const payerOfForm = (form: string): string =>
  unitNameKey((JSON.parse(form) as ApplicationForm).unit?.name ?? '');

/** A slip is looked for only where payment by transfer was chosen and is still due. @throws AppError orders.not_editable */
export function refuseSlipless({ status, transfer }: OrderRecord): void {
  if (status !== 'approved' || !transfer) {
    throw new AppError('orders.not_editable', { details: { status: ORDER_STATUS_LABELS[status] } });
  }
}

interface TransferChange {
  readonly where: QueryFilter<OrderRecord>;
  readonly fields: Partial<OrderTransfer>;
  readonly jobs?: readonly OutboxEntry[];
}

/** Compare-and-set on an order's transfer, never its status; null when `where` does not hold. */
export function updateTransfer(
  orders: OrderModel,
  order: Pick<OrderRecord, '_id'>,
  { where, fields, jobs = [] }: TransferChange,
): Promise<OrderRecord | null> {
  const set = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`transfer.${name}`, value]));
  const update = {
    $set: set,
    $inc: { revision: 1 },
    ...(jobs.length > 0 && { $push: { outbox: { $each: [...jobs] } } }),
  };
  return orders
    .findOneAndUpdate({ ...where, _id: order._id } as QueryFilter<OrderRecord>, update as UpdateQuery<OrderRecord>, {
      returnDocument: 'after',
    })
    .lean<OrderRecord | null>();
}

/** What ends the task about a slip that waits, with whatever ends the waiting. */
export const endOfTransferCheck = ({ transfer }: Pick<OrderRecord, 'transfer'>, outcome: string, now: Date) =>
  transfer?.state === 'handed-in' ? [settleTaskEntry({ kind: 'transfer-to-check', outcome }, now)] : [];
