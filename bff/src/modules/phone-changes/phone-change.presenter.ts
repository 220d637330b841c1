import type { OwnPhoneChange, PhoneChangeReceipt, StaffPhoneChange } from '@acceptance/shared';
import type { PhoneChangeRecord } from './phone-change.model';

/** When a change takes effect: not before the time to object is over, and not before the last approval. */
const effectiveFrom = ({ objectUntil, approvals, settledAt, state }: PhoneChangeRecord): Date => {
  if (state === 'effective' && settledAt) {
    return settledAt;
  }
  return new Date(Math.max(objectUntil.getTime(), ...approvals.map(({ at }) => at.getTime())));
};

const presentChange = (change: PhoneChangeRecord) => ({
  state: change.state,
  newPhoneMasked: change.newPhoneMasked,
  requestedAt: change.requestedAt.toISOString(),
  effectiveFrom: effectiveFrom(change).toISOString(),
});

export const isOpen = ({ state }: Pick<PhoneChangeRecord, 'state'>): boolean =>
  state === 'requested' || state === 'approved';

export const presentReceipt = (change: PhoneChangeRecord): PhoneChangeReceipt => ({
  ...presentChange(change),
  refusal: change.refusal,
});

export const presentOwn = (change: PhoneChangeRecord | null): OwnPhoneChange => ({
  change: change && { ...presentChange(change), canObject: isOpen(change) },
});

/** Two people decide about an account with orders under way or certificates in use. */
export const approvalsNeeded = (liveOrders: number): number => (liveOrders > 0 ? 2 : 1);

export const presentForStaff = (
  change: PhoneChangeRecord,
  { liveOrders, staffId }: { liveOrders: number; staffId: string },
): StaffPhoneChange => ({
  ...presentChange(change),
  id: change._id.toHexString(),
  revision: change.revision,
  nameMasked: change.nameMasked,
  oldPhoneMasked: change.oldPhoneMasked,
  reason: change.reason,
  provedBy: change.provedBy ?? 'identity',
  liveOrders,
  approvalsNeeded: approvalsNeeded(liveOrders),
  approvals: change.approvals.length,
  approvedByMe: change.approvals.some((approval) => approval.staffId === staffId),
});

/** What was decided upon and how, of which the audit log keeps the digest: without what changes by itself. */
export const decidedContent = (
  change: PhoneChangeRecord,
  decision: { readonly event: 'approve' | 'refuse'; readonly reason?: string },
) => ({
  phoneChange: change._id.toHexString(),
  revision: change.revision,
  account: change.accountId,
  nameMasked: change.nameMasked,
  oldPhoneMasked: change.oldPhoneMasked,
  newPhoneMasked: change.newPhoneMasked,
  reason: change.reason,
  provedBy: change.provedBy ?? 'identity',
  approvals: change.approvals,
  decision,
});
