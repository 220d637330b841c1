import type { OrderStatus, StaffQueueItem } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import type { WorkingCalendar } from '../../calendar/working-calendar';
import { countTotal } from '../../database/count-total';
import { beyondTime, readTimeCursor, writeTimeCursor } from '../../database/time-cursor';
import { iso, type OrderRecord, presentSummary, readFormDraft, reviewMinutesLeft, SEEN_BY_STAFF } from '../orders';
import { type ClaimDependencies, presentClaims } from './claim-order';

interface QueueQuery {
  readonly status: OrderStatus;
  readonly projectId?: string | undefined;
  readonly late?: 'yes' | undefined;
  readonly flagged?: 'yes' | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Viewer {
  readonly staffId: string;
  readonly mayReview: boolean;
  readonly now: Date;
}

/** Who waits for a review is sorted by the time that is left: working time goes on for all of them alike. */
const sortedBy = (status: OrderStatus) => (status === 'submitted' ? 'reviewPromisedBy' : 'submittedAt');

export interface QueueDependencies extends Pick<ClaimDependencies, 'orders' | 'cipher' | 'staffMembers'> {
  readonly calendar: WorkingCalendar;
}

/** Of a review its promise has passed; of any other status staff have been told that it is late. */
const lateIn = (status: OrderStatus, now: Date): QueryFilter<OrderRecord> =>
  status === 'submitted' ? { reviewPromisedBy: { $lt: now } } : { lateTold: true };

function filterFor({ status, projectId, late, flagged }: QueueQuery, who: Viewer): QueryFilter<OrderRecord> {
  return {
    status,
    ...SEEN_BY_STAFF,
    ...(projectId !== undefined && { 'project.id': projectId }),
    ...(late && lateIn(status, who.now)),
    // To who is shown no flags, the list must not tell of them either.
    ...(flagged && who.mayReview && { riskFlagCount: { $gt: 0 } }),
  };
}

/** Orders in one status, the most urgent first, or those submitted first, paged by key. Drafts never appear: they are the applicant's alone. @throws AppError request.cursor_invalid */
export async function listQueue(
  needs: QueueDependencies,
  query: QueueQuery,
  who: Viewer,
): Promise<{ items: StaffQueueItem[]; nextCursor: string | null; total: number }> {
  const { orders, cipher, calendar } = needs;
  const { cursor, limit } = query;
  const field = sortedBy(query.status);
  const filter = filterFor(query, who);
  const page = cursor === undefined ? filter : { $and: [filter, beyondTime(field, '$gt', readTimeCursor(cursor))] };
  const [found, total] = await Promise.all([
    orders
      .find(page)
      .sort({ [field]: 1, _id: 1 })
      .limit(limit + 1)
      .lean<OrderRecord[]>(),
    countTotal(orders, filter),
  ]);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const claims = await presentClaims(needs, shown, who);
  return {
    items: shown.map((order, index) => ({
      ...presentSummary(order, { draft: readFormDraft(cipher, order), identityVerified: true, actor: 'reviewer' }),
      reviewPromisedBy: iso(order.reviewPromisedBy),
      reviewMinutesLeft: reviewMinutesLeft(calendar, order, who.now),
      riskFlagCount: who.mayReview ? (order.riskFlagCount ?? 0) : 0,
      claim: claims[index] ?? null,
    })),
    nextCursor: found.length > limit && last ? writeTimeCursor(last[field], last._id) : null,
    total,
  };
}
