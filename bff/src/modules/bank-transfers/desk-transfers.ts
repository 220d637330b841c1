import {
  AppError,
  MOST_ORDERS_OF_ENTRY,
  type PayableOrder,
  remarkCodesIn,
  type StaffTransfer,
  type TransferSummary,
} from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { countTotal } from '../../database/count-total';
import type { FieldCipher } from '../../database/field-cipher';
import { outboxEntry } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { beyondTime, readTimeCursor, writeTimeCursor } from '../../database/time-cursor';
import { noteDecision } from '../../http/act-notes';
import {
  endOfTransferCheck,
  iso,
  NOT_RETAINED,
  ORDER_NOTICE_JOBS,
  type OrderModel,
  type OrderRecord,
  type OrderTransfer,
  readFormDraft,
  SEEN_BY_STAFF,
  updateTransfer,
} from '../orders';
import { findSubmittedOrder } from '../staff';
import type { BankEntryModel, BankEntryRecord } from './bank-entry.model';
import { candidatesFor } from './find-entries';
import { noteOf } from './own-transfer';
import { presentEntryDetail } from './present-entry';

export interface DeskDependencies {
  readonly orders: OrderModel;
  readonly bankEntries: BankEntryModel;
  readonly cipher: FieldCipher;
  /** @throws AppError staff.own_order */
  readonly refuseOwnOrder: (staffId: string, orderId: string) => Promise<void>;
}

type Transferred = OrderRecord & { readonly transfer: OrderTransfer };

const summaryOf = (order: Transferred): TransferSummary => ({
  orderId: recordIdOf(order),
  orderNumber: order.orderNumber,
  projectName: order.project.name,
  amountFen: order.project.priceFen,
  code: order.transfer.code,
  state: order.transfer.state,
  handedInAt: iso(order.transfer.handedInAt),
});

/** Slips that wait to be compared with the account, the longest waiting first. @throws AppError request.cursor_invalid */
export async function listTransfers(
  { orders, bankEntries }: DeskDependencies,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const filter: QueryFilter<OrderRecord> = {
    status: 'approved',
    'transfer.state': 'handed-in',
    ...NOT_RETAINED,
  };
  const page =
    cursor === undefined
      ? filter
      : { $and: [filter, beyondTime('transfer.handedInAt', '$gt', readTimeCursor(cursor))] };
  const [found, total, openEntries] = await Promise.all([
    orders
      .find(page)
      .sort({ 'transfer.handedInAt': 1, _id: 1 })
      .limit(limit + 1)
      .lean<Transferred[]>(),
    countTotal(orders, filter),
    countTotal(bankEntries, { state: 'open' }),
  ]);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(summaryOf),
    nextCursor: found.length > limit && last ? writeTimeCursor(last.transfer.handedInAt, last._id) : null,
    total,
    openEntries,
  };
}

/** @throws AppError orders.not_found, bank_transfers.not_chosen */
export async function findTransfer(
  { orders }: Pick<DeskDependencies, 'orders'>,
  orderId: string,
): Promise<Transferred> {
  const order = await findSubmittedOrder(orders, orderId);
  if (!order.transfer) {
    throw new AppError('bank_transfers.not_chosen');
  }
  return { ...order, transfer: order.transfer };
}

/** A transfer beside the money that may be its. */
export async function viewTransfer(needs: DeskDependencies, order: Transferred): Promise<StaffTransfer> {
  const { bankEntries, cipher } = needs;
  const { transfer, project, status } = order;
  const candidates =
    status === 'approved' ? await candidatesFor(bankEntries, { code: transfer.code, amountFen: project.priceFen }) : [];
  const paidIds = transfer.paid?.parts.map(({ entryId }) => entryId) ?? [];
  const paidWith = await bankEntries.find({ _id: { $in: paidIds } }).lean<BankEntryRecord[]>();
  return {
    ...summaryOf(order),
    unitName: readFormDraft(cipher, order).unit?.name || null,
    applicantNameMasked: order.applicant?.nameMasked ?? '',
    note: noteOf(cipher, order),
    slip: transfer.slip,
    refusal: transfer.state === 'refused' ? (transfer.refusal?.reason ?? null) : null,
    candidates: candidates.map((entry) => presentEntryDetail(cipher, entry)),
    paidWith: paidWith.map((entry) => presentEntryDetail(cipher, entry)),
  };
}

/** Orders that money may be booked to, by number or remark code, whole. */
export async function findPayable(
  { orders }: Pick<DeskDependencies, 'orders'>,
  search: string,
): Promise<PayableOrder[]> {
  const orderNumber = search.toUpperCase();
  const filter: QueryFilter<OrderRecord> = {
    $or: [{ orderNumber }, { 'transfer.code': { $in: remarkCodesIn(search) } }],
    ...SEEN_BY_STAFF,
  };
  const found = await orders.find(filter).limit(MOST_ORDERS_OF_ENTRY).lean<OrderRecord[]>();
  return found.map(({ _id, project, status, ...order }) => ({
    orderId: _id.toHexString(),
    orderNumber: order.orderNumber,
    projectName: project.name,
    amountFen: project.priceFen,
    status,
  }));
}

/**
 * No money has come, or the slip is none: the applicant is told why and may hand in another. The same refusal again changes
 * nothing. @throws AppError orders.not_found, bank_transfers.*, staff.own_order
 */
export async function refuseSlip(
  needs: DeskDependencies,
  { orderId, reason, staffId, now }: { orderId: string; reason: string; staffId: string; now: Date },
): Promise<Transferred> {
  const order = await findTransfer(needs, orderId);
  const { transfer } = order;
  await needs.refuseOwnOrder(staffId, orderId);
  if (transfer.state === 'refused' && transfer.refusal?.reason === reason && transfer.refusal.staffId === staffId) {
    return order;
  }
  noteDecision({ order: orderId, slip: transfer.slip?.id, refused: reason }, order.revision);
  const changed = await updateTransfer(needs.orders, order, {
    where: { status: 'approved', 'transfer.state': 'handed-in', 'transfer.timesHandedIn': transfer.timesHandedIn },
    fields: { state: 'refused', refusal: { reason, at: now, staffId } },
    jobs: [
      ...endOfTransferCheck(order, 'refused', now),
      outboxEntry(ORDER_NOTICE_JOBS.tellSlipRefused, now, { timesHandedIn: transfer.timesHandedIn }),
    ],
  });
  if (!changed?.transfer) {
    throw new AppError('bank_transfers.nothing_to_refuse');
  }
  return { ...changed, transfer: changed.transfer };
}
