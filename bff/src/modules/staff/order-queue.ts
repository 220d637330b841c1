import { AppError, type OrderStatus, type StaffQueueItem } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { iso, type OrderRecord, presentSummary, readFormDraft } from '../orders';
import { type ClaimDependencies, presentClaims } from './claim-order';

interface QueueQuery {
  readonly status: OrderStatus;
  readonly cursor?: string;
  readonly limit: number;
}

interface QueueCursor {
  readonly submittedAt: Date;
  readonly id: string;
}

const writeCursor = (order: OrderRecord): string =>
  Buffer.from(`${order.submittedAt?.getTime() ?? 0}|${order._id.toHexString()}`).toString('base64url');

/** Fifteen digits are within what a Date can hold. @throws AppError request.cursor_invalid */
function readCursor(cursor: string): QueueCursor {
  const match = /^(\d{1,15})\|([0-9a-f]{24})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!match?.[1] || !match[2]) {
    throw new AppError('request.cursor_invalid');
  }
  return { submittedAt: new Date(Number(match[1])), id: match[2] };
}

const afterCursor = ({ submittedAt, id }: QueueCursor): QueryFilter<OrderRecord> => ({
  $or: [{ submittedAt: { $gt: submittedAt } }, { submittedAt, _id: { $gt: id } }],
});

/** Orders in one status, the longest waiting first, paged by key. Drafts never appear: they are the applicant's alone. @throws AppError request.cursor_invalid */
export async function listQueue(
  needs: Pick<ClaimDependencies, 'orders' | 'cipher' | 'staffMembers'>,
  { status, cursor, limit }: QueueQuery,
  who: { readonly staffId: string; readonly now: Date },
): Promise<{ items: StaffQueueItem[]; nextCursor: string | null; total: number }> {
  const { orders, cipher } = needs;
  const filter: QueryFilter<OrderRecord> = {
    status,
    submittedAt: { $ne: null },
    retainedUntil: { $exists: false },
  };
  const page = cursor === undefined ? filter : { $and: [filter, afterCursor(readCursor(cursor))] };
  const [found, total] = await Promise.all([
    orders
      .find(page)
      .sort({ submittedAt: 1, _id: 1 })
      .limit(limit + 1)
      .lean<OrderRecord[]>(),
    orders.countDocuments(filter),
  ]);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const claims = await presentClaims(needs, shown, who);
  return {
    items: shown.map((order, index) => ({
      ...presentSummary(order, { draft: readFormDraft(cipher, order), identityVerified: true, actor: 'reviewer' }),
      reviewPromisedBy: iso(order.reviewPromisedBy),
      claim: claims[index] ?? null,
    })),
    nextCursor: found.length > limit && last ? writeCursor(last) : null,
    total,
  };
}
