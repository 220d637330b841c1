import type { StaffChange, StaffRole } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { iso } from '../orders';
import type { StaffModel } from './staff.model';
import { createStaffNames } from './staff-accounts';
import type { StaffChangeModel, StaffChangeRecord } from './staff-change.model';

export interface ListChangesDependencies {
  readonly staffChanges: StaffChangeModel;
  readonly staffMembers: StaffModel;
}

export interface Viewer {
  readonly id: string;
  readonly roles: readonly StaffRole[];
}

const MOST_SETTLED = 20;
const isAdministrator = ({ roles }: Viewer): boolean => roles.includes('administrator');

function presentChange(change: StaffChangeRecord, names: ReadonlyMap<string, string>, viewer: Viewer): StaffChange {
  const isWaiting = change.state === 'waiting';
  const isAboutMe = change.memberId === viewer.id;
  const isMade = change.kind !== 'add-member' || change.state === 'effective';
  return {
    id: change._id.toHexString(),
    kind: change.kind,
    state: change.state,
    member: { id: isMade ? change.memberId : null, username: change.username, displayName: change.displayName },
    granted: change.granted,
    revoked: change.revoked,
    certificate: change.certificate?.serialNumber ?? null,
    askedBy: names.get(change.by) ?? '',
    askedAt: change.at.toISOString(),
    approvedBy: change.approvedBy ? (names.get(change.approvedBy) ?? '') : null,
    effectiveAt: iso(change.effectiveAt),
    expiresAt: change.expiresAt.toISOString(),
    settledAt: iso(change.settledAt),
    isAboutMe,
    canApprove: isWaiting && isAdministrator(viewer) && change.by !== viewer.id,
    canCancel: isWaiting && (isAdministrator(viewer) || isAboutMe),
  };
}

/** Presents some changes to who looks at them; the names in all of them are read once. */
async function presenterOf(
  { staffMembers }: ListChangesDependencies,
  changes: readonly StaffChangeRecord[],
  viewer: Viewer,
): Promise<(change: StaffChangeRecord) => StaffChange> {
  const ids = changes.flatMap(({ by, approvedBy }) => (approvedBy ? [by, approvedBy] : [by]));
  const names = await createStaffNames(staffMembers).namesOf([...new Set(ids)]);
  return (change) => presentChange(change, names, viewer);
}

/** One change, for the person who looks at it. */
export async function viewChange(
  dependencies: ListChangesDependencies,
  change: StaffChangeRecord,
  viewer: Viewer,
): Promise<StaffChange> {
  return (await presenterOf(dependencies, [change], viewer))(change);
}

/**
 * All that wait, to everybody on the staff: they have no numbers of theirs with us, so this is how they are told. What was
 * settled lately is shown to administrators and to whom it concerned.
 */
export async function listMemberChanges(
  dependencies: ListChangesDependencies,
  viewer: Viewer,
): Promise<{ items: StaffChange[] }> {
  const { staffChanges } = dependencies;
  const waiting = await staffChanges
    .find({ state: { $in: ['waiting', 'approved'] } })
    .sort({ _id: 1 })
    .lean<StaffChangeRecord[]>();
  const mine: QueryFilter<StaffChangeRecord> = isAdministrator(viewer) ? {} : { memberId: viewer.id };
  const settled = await staffChanges
    .find({ ...mine, settledAt: { $ne: null } })
    .sort({ settledAt: -1 })
    .limit(MOST_SETTLED)
    .lean<StaffChangeRecord[]>();
  const changes = [...waiting, ...settled];
  return { items: changes.map(await presenterOf(dependencies, changes, viewer)) };
}
