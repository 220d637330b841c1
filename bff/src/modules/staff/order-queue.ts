import type { OrderStatus, StaffQueueItem } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { readTimeCursor, type TimeCursor, writeTimeCursor } from '../../database/time-cursor';
import { iso, type OrderRecord, presentSummary, readFormDraft } from '../orders';
import { type ClaimDependencies, presentClaims } from './claim-order';

interface QueueQuery {
  readonly status: OrderStatus;
  readonly cursor?: string;
  readonly limit: number;
}

const afterCursor = ({ at, id }: TimeCursor): QueryFilter<OrderRecord> => ({
  $or: [{ submittedAt: { $gt: at } }, { submittedAt: at, _id: { $gt: id } }],
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
  const page = cursor === undefined ? filter : { $and: [filter, afterCursor(readTimeCursor(cursor))] };
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
    nextCursor: found.length > limit && last ? writeTimeCursor(last.submittedAt, last._id) : null,
    total,
  };
}
