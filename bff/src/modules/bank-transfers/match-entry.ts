import { AppError, ENTRY_PROBLEMS, type EntryProblem, unitNameKey } from '@acceptance/shared';
import { recordIdOf } from '../../database/record-id';
import { type GivenUp, JobGivenUp, type JobOutcome, type JobRun } from '../../jobs/job-handler';
import { type OrderRecord, TRANSFER_PAYER_PURPOSE } from '../orders';
import type { BankEntryRecord } from './bank-entry.model';
import { type BookDependencies, bookTransfer } from './book-transfer';
import { findEntry } from './find-entries';
import { judgeEntry, type MeantOrder } from './judge-entry';
import { wordsOf } from './present-entry';

export interface MatchDependencies extends BookDependencies {
  readonly now: () => Date;
  /** @throws AppError staff.own_order */
  readonly refuseOwnOrder: (staffId: string, orderId: string) => Promise<void>;
}

type Found = Pick<OrderRecord, '_id' | 'orderNumber' | 'status' | 'project'>;
const FIELDS = { orderNumber: 1, status: 1, project: 1 } as const;
/** A booking that is under way ends before this. */
const AGAIN_MS = 60_000;

const meantOf = (order: Found): MeantOrder => ({
  orderId: recordIdOf(order),
  orderNumber: order.orderNumber,
  isDue: order.status === 'approved' && order.project.paymentRequired,
  priceFen: order.project.priceFen,
});

/** Without a code: the only slip that waits for so much from a unit of that name. Where there are two, nobody knows. */
async function meantByPayer({ orders, cipher }: MatchDependencies, entry: BankEntryRecord): Promise<Found[]> {
  const payer = unitNameKey(wordsOf(cipher, entry).payerName);
  const waiting = {
    status: 'approved' as const,
    'transfer.state': 'handed-in' as const,
    'transfer.payerHashes': { $in: cipher.lookupHashes(payer, TRANSFER_PAYER_PURPOSE) },
    'project.priceFen': entry.remainingFen,
  };
  const found = await orders.find(waiting, FIELDS).limit(2).lean<Found[]>();
  return found.length === 1 ? found : [];
}

async function meantOrders(needs: MatchDependencies, entry: BankEntryRecord): Promise<MeantOrder[]> {
  const named =
    entry.codes.length > 0
      ? await needs.orders.find({ 'transfer.code': { $in: entry.codes } }, FIELDS).lean<Found[]>()
      : [];
  const wasBooked = entry.parts.length > 0;
  const found = named.length > 0 || wasBooked ? named : await meantByPayer(needs, entry);
  return found.map(meantOf);
}

async function refuseOwn(needs: MatchDependencies, staffId: string, meant: readonly MeantOrder[]): Promise<void> {
  for (const { orderId } of meant) {
    try {
      await needs.refuseOwnOrder(staffId, orderId);
    } catch (error) {
      throw error instanceof AppError && error.code === 'staff.own_order'
        ? new JobGivenUp('own-order' satisfies EntryProblem)
        : error;
    }
  }
}

/**
 * Job: pays the orders that money names. What it cannot tell, or is not exactly what they wait for, is given up: a task for
 * finance. @throws JobGivenUp with an `EntryProblem`
 */
export async function matchEntry(needs: MatchDependencies, entryId: string): Promise<JobOutcome> {
  const entry = await findEntry(needs.bankEntries, entryId);
  if (entry.state !== 'open') {
    return undefined;
  }
  const now = needs.now();
  if (entry.parts.some(({ state }) => state === 'claimed')) {
    return { again: new Date(now.getTime() + AGAIN_MS) };
  }
  const wasBooked = entry.parts.length > 0;
  const judgement = judgeEntry({ remainingFen: entry.remainingFen, wasBooked }, await meantOrders(needs, entry));
  if ('problem' in judgement) {
    throw new JobGivenUp(judgement.problem);
  }
  for (const staffId of new Set([entry.recordedBy, entry.matchingBy ?? entry.recordedBy])) {
    await refuseOwn(needs, staffId, judgement.orders);
  }
  for (const { orderId } of judgement.orders) {
    await bookTransfer(needs, { orderId, entryIds: [entryId], by: { role: 'system', id: null }, now });
  }
  return undefined;
}

const isProblem = (reason: string): reason is EntryProblem => ENTRY_PROBLEMS.some((name) => name === reason);

/** What the entry and its task say once it is a person's; nothing where it was settled meanwhile. */
export async function giveUpMatching(
  needs: MatchDependencies,
  { ownerId }: Pick<JobRun, 'ownerId'>,
  reason: string,
): Promise<GivenUp | null> {
  const entry = await findEntry(needs.bankEntries, ownerId);
  if (entry.state !== 'open') {
    return null;
  }
  const [meant, ...others] = await meantOrders(needs, entry);
  return {
    facts: {
      receivedFen: entry.remainingFen,
      ...(meant && others.length === 0 && { orderNumber: meant.orderNumber, expectedFen: meant.priceFen }),
    },
    change: { where: { state: 'open' }, set: { problem: isProblem(reason) ? reason : 'unknown' } },
  };
}
