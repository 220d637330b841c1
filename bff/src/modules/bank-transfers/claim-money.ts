import type { UpdateQuery } from 'mongoose';
import { outboxEntry } from '../../database/outbox';
import { settleTaskEntry } from '../../jobs/task-jobs';
import { findOrder, type OrderModel, type OrderRecord, type TransferPart, updateTransfer } from '../orders';
import type { BankEntryModel, BankEntryRecord } from './bank-entry.model';
import { BANK_ENTRY_JOBS } from './bank-entry-jobs';

export interface ClaimDependencies {
  readonly bankEntries: BankEntryModel;
  readonly orders: OrderModel;
}

/** A booking takes milliseconds; after this it has died, and what it claimed is looked at. */
export const CLAIM_MS = 2 * 60_000;
/** In the place of a booking: none may pay. */
export const NO_BOOKING = 'over';
/** Each lost try is another booking of the same money. */
const MOST_TRIES = 10;
/** Parts of one entry; more orders than anybody pays at once. */
const MOST_PARTS = 50;

export interface Claim {
  readonly entryId: string;
  readonly order: Pick<OrderRecord, '_id' | 'orderNumber'>;
  readonly booking: string;
  readonly now: Date;
}

/**
 * Takes as much of an entry as is there, `mostFen` at most, for one booking of an order; answers how much. What remains goes
 * down in the same write, so that no money is taken twice.
 */
export async function claimMoney({ bankEntries }: ClaimDependencies, claim: Claim, mostFen: number): Promise<number> {
  const { entryId, order, booking, now } = claim;
  const orderId = order._id.toHexString();
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const entry = await bankEntries.findOne({ _id: entryId }).lean<BankEntryRecord>();
    const amountFen = Math.min(entry?.remainingFen ?? 0, mostFen);
    const isTaken = entry?.parts.some((part) => part.orderId === orderId) ?? false;
    if (entry?.state !== 'open' || isTaken || entry.parts.length >= MOST_PARTS || amountFen === 0) {
      return 0;
    }
    const { remainingFen } = entry;
    const part = { orderId, orderNumber: order.orderNumber, amountFen, state: 'claimed', booking, at: now };
    const job = outboxEntry(BANK_ENTRY_JOBS.settleClaim, new Date(now.getTime() + CLAIM_MS), { orderId, booking });
    const update = {
      $set: { remainingFen: remainingFen - amountFen, ...(remainingFen === amountFen && { state: 'used' }) },
      $push: { parts: part, outbox: job },
    } as UpdateQuery<BankEntryRecord>;
    const where = { _id: entryId, state: 'open' as const, remainingFen, 'parts.orderId': { $ne: orderId } };
    if ((await bankEntries.updateOne(where, update)).modifiedCount === 1) {
      return amountFen;
    }
  }
  return 0;
}

const claimed = (orderId: string, booking: string) => ({
  parts: { $elemMatch: { orderId, booking, state: 'claimed' } },
});

/** Gives back what a booking claimed and did not use. */
export async function releaseClaim(
  { bankEntries }: ClaimDependencies,
  { entryId, orderId, booking }: { readonly entryId: string; readonly orderId: string; readonly booking: string },
): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const where = { _id: entryId, ...claimed(orderId, booking) };
    const entry = await bankEntries.findOne(where).lean<BankEntryRecord>();
    const part = entry?.parts.find((candidate) => candidate.orderId === orderId);
    if (!entry || !part) {
      return;
    }
    const { remainingFen } = entry;
    const update = {
      $set: { remainingFen: remainingFen + part.amountFen, state: 'open' },
      $pull: { parts: { orderId, booking } },
    } as UpdateQuery<BankEntryRecord>;
    if ((await bankEntries.updateOne({ ...where, remainingFen }, update)).modifiedCount === 1) {
      return;
    }
  }
  throw new Error('the entry kept changing while a claim was given back');
}

/** The order is paid with it. What is left is looked at again: it may be a task; what is used up needs none. */
export async function keepClaim(
  { bankEntries }: ClaimDependencies,
  { entryId, orderId, booking, now }: { entryId: string; orderId: string; booking: string; now: Date },
): Promise<void> {
  const entry = await bankEntries.findOne({ _id: entryId }, { state: 1 }).lean<Pick<BankEntryRecord, 'state'>>();
  const job =
    entry?.state === 'open'
      ? outboxEntry(BANK_ENTRY_JOBS.matchEntry, now)
      : settleTaskEntry({ kind: 'transfer-unmatched', outcome: 'healed' }, now);
  const update = { $set: { 'parts.$[claimed].state': 'paid', problem: null }, $push: { outbox: job } };
  await bankEntries.updateOne({ _id: entryId, ...claimed(orderId, booking) }, update as UpdateQuery<BankEntryRecord>, {
    arrayFilters: [{ 'claimed.orderId': orderId, 'claimed.booking': booking, 'claimed.state': 'claimed' }],
  });
}

const isPaidWith = ({ transfer }: OrderRecord, entryId: string): boolean =>
  transfer?.paid?.parts.some((part: TransferPart) => part.entryId === entryId) ?? false;

/**
 * Job: ends a claim whose booking may have died. First the booking is taken away from the order: after that nobody can pay
 * with it any more, so that what the order says then is final.
 */
export async function settleClaim(
  needs: ClaimDependencies,
  entryId: string,
  { orderId, booking, now }: { readonly orderId: string; readonly booking: string; readonly now: Date },
): Promise<void> {
  const { orders } = needs;
  const order = await orders.findOne({ _id: orderId }).lean<OrderRecord>();
  if (order) {
    const where = { status: 'approved' as const, 'transfer.booking': booking };
    await updateTransfer(orders, order, { where, fields: { booking: NO_BOOKING } });
  }
  const isPaid = order !== null && isPaidWith(await findOrder(orders, orderId), entryId);
  await (isPaid
    ? keepClaim(needs, { entryId, orderId, booking, now })
    : releaseClaim(needs, { entryId, orderId, booking }));
}
