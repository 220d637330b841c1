import type { OrderStatus, StaffQueueItem } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import type { FieldCipher } from '../../database/field-cipher';
import { iso, type OrderModel, type OrderRecord, presentSummary, readFormDraft } from '../orders';

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

/** Null for a cursor of another shape: the list then starts at the beginning. */
function readCursor(cursor: string | undefined): QueueCursor | null {
  const match = /^(\d+)\|([0-9a-f]{24})$/.exec(Buffer.from(cursor ?? '', 'base64url').toString());
  return match?.[1] && match[2] ? { submittedAt: new Date(Number(match[1])), id: match[2] } : null;
}

const afterCursor = ({ submittedAt, id }: QueueCursor): QueryFilter<OrderRecord> => ({
  $or: [{ submittedAt: { $gt: submittedAt } }, { submittedAt, _id: { $gt: id } }],
});

/** Orders in one status, the longest waiting first, paged by key. Drafts never appear: they are the applicant's alone. */
export async function listQueue(
  { orders, cipher }: { orders: OrderModel; cipher: FieldCipher },
  { status, cursor, limit }: QueueQuery,
): Promise<{ items: StaffQueueItem[]; nextCursor: string | null; total: number }> {
  const filter: QueryFilter<OrderRecord> = {
    status,
    submittedAt: { $ne: null },
    retainedUntil: { $exists: false },
  };
  const from = readCursor(cursor);
  const page = from ? { $and: [filter, afterCursor(from)] } : filter;
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
    nextCursor: found.length > limit && last ? writeCursor(last) : null,
    total,
  };
}
