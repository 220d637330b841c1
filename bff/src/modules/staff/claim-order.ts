import { AppError, ORDER_STATUS_LABELS, REVIEW_CLAIM_MINUTES, type ReviewClaimView } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import type { OrderModel, OrderRecord } from '../orders';
import { type OwnOrderDependencies, refuseOwnOrder } from './own-orders';
import { createStaffNames } from './staff-accounts';
import { findSubmittedOrder } from './view-submitted-order';

export interface ClaimDependencies extends OwnOrderDependencies {
  readonly orders: OrderModel;
}

interface Claim {
  readonly orderId: string;
  readonly staffId: string;
  readonly now: Date;
}

type Claimed = Pick<OrderRecord, 'reviewClaim'>;
type Who = Pick<Claim, 'staffId' | 'now'>;

/** That nobody else is reviewing an order, at the moment of writing. */
export const freeFor = ({ staffId, now }: Who): QueryFilter<OrderRecord> => ({
  $or: [
    { reviewClaim: { $exists: false } },
    { 'reviewClaim.by': staffId } as QueryFilter<OrderRecord>,
    { 'reviewClaim.until': { $lte: now } } as QueryFilter<OrderRecord>,
  ],
});

const namesOf = ({ staffMembers }: Pick<ClaimDependencies, 'staffMembers'>, orders: readonly Claimed[]) =>
  createStaffNames(staffMembers).namesOf([...new Set(orders.flatMap(({ reviewClaim }) => reviewClaim?.by ?? []))]);

/** Who has each of the orders open, for a member of the staff. */
export async function presentClaims(
  needs: Pick<ClaimDependencies, 'staffMembers'>,
  orders: readonly Claimed[],
  { staffId, now }: Who,
): Promise<(ReviewClaimView | null)[]> {
  const names = await namesOf(needs, orders);
  return orders.map(({ reviewClaim: claim }) =>
    claim && claim.until > now
      ? { byName: names.get(claim.by) ?? '', isOwn: claim.by === staffId, until: claim.until.toISOString() }
      : null,
  );
}

/** @throws AppError review.claimed */
export async function refuseClaimed(needs: ClaimDependencies, order: Claimed, { staffId, now }: Who): Promise<void> {
  const { reviewClaim: claim } = order;
  if (claim && claim.by !== staffId && claim.until > now) {
    const names = await namesOf(needs, [order]);
    throw new AppError('review.claimed', { details: { name: names.get(claim.by) ?? '' } });
  }
}

function refuseDecided({ status }: OrderRecord): void {
  if (status !== 'submitted') {
    throw new AppError('orders.transition_not_allowed', { details: { status: ORDER_STATUS_LABELS[status] } });
  }
}

/**
 * Takes an order to review it, or keeps it for longer; who has left it open without a sign loses it to the next.
 * @throws AppError orders.not_found, orders.transition_not_allowed, staff.own_order, review.claimed
 */
export async function claimOrder(needs: ClaimDependencies, claim: Claim): Promise<OrderRecord> {
  const { orders } = needs;
  const { orderId, staffId, now } = claim;
  const order = await findSubmittedOrder(orders, orderId);
  refuseDecided(order);
  await refuseOwnOrder(needs, staffId, order);
  const until = new Date(now.getTime() + REVIEW_CLAIM_MINUTES * 60_000);
  const claimed = await orders
    .findOneAndUpdate(
      { ...freeFor(claim), _id: order._id, status: 'submitted' } as QueryFilter<OrderRecord>,
      { $set: { reviewClaim: { by: staffId, until } } },
      { returnDocument: 'after' },
    )
    .lean<OrderRecord>();
  if (claimed) {
    return claimed;
  }
  const since = await findSubmittedOrder(orders, orderId);
  refuseDecided(since);
  await refuseClaimed(needs, since, claim);
  throw new AppError('request.conflict');
}

/** Lets go of an order; one that somebody else has stays theirs. @throws AppError orders.not_found */
export async function releaseOrder({ orders }: ClaimDependencies, { orderId, staffId }: Claim): Promise<void> {
  const { _id } = await findSubmittedOrder(orders, orderId);
  await orders.updateOne({ _id, 'reviewClaim.by': staffId } as QueryFilter<OrderRecord>, {
    $unset: { reviewClaim: 1 },
  });
}
