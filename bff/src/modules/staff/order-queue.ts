import type { OrderStatus, StaffQueueItem } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import type { FieldCipher } from '../../database/field-cipher';
import { readMomentCursor, writeMomentCursor } from '../../database/moment-cursor';
import { recordIdOf } from '../../database/record-id';
import { iso, type OrderModel, type OrderRecord, presentSummary, readFormDraft } from '../orders';

interface QueueQuery {
  readonly status: OrderStatus;
  readonly cursor?: string;
  readonly limit: number;
}

/** @throws AppError request.cursor_invalid */
function afterCursor(cursor: string): QueryFilter<OrderRecord> {
  const { at: submittedAt, id } = readMomentCursor(cursor);
  return { $or: [{ submittedAt: { $gt: submittedAt } }, { submittedAt, _id: { $gt: id } }] };
}

/** Orders in one status, the longest waiting first, paged by key. Drafts never appear: they are the applicant's alone. @throws AppError request.cursor_invalid */
export async function listQueue(
  { orders, cipher }: { orders: OrderModel; cipher: FieldCipher },
  { status, cursor, limit }: QueueQuery,
): Promise<{ items: StaffQueueItem[]; nextCursor: string | null; total: number }> {
  const filter: QueryFilter<OrderRecord> = {
    status,
    submittedAt: { $ne: null },
    retainedUntil: { $exists: false },
  };
  const page = cursor === undefined ? filter : { $and: [filter, afterCursor(cursor)] };
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
  return {
    items: shown.map((order) => ({
      ...presentSummary(order, { draft: readFormDraft(cipher, order), identityVerified: true, actor: 'reviewer' }),
      reviewPromisedBy: iso(order.reviewPromisedBy),
    })),
    nextCursor:
      found.length > limit && last?.submittedAt
        ? writeMomentCursor({ at: last.submittedAt, id: recordIdOf(last) })
        : null,
    total,
  };
}
