import { AppError, type StaffIdentityCheck } from '@acceptance/shared';
import { type OutboxEntry, outboxEntry } from '../../database/outbox';
import { noteDecision } from '../../http/act-notes';
import type { AccountRecord, Person } from '../account';
import { type RecordIdentityDependencies, recordIdentity } from '../identity';
import { type OwnOrderDependencies, refuseOwnPerson } from '../staff';
import { type FindChecksDependencies, findCheck, viewCheck } from './find-checks';
import { type IdentityCheckModel, type IdentityCheckRecord, openTyped } from './identity-check.model';
import { decidedContent, needsNamePicture } from './identity-check.presenter';
import { IDENTITY_CHECK_JOBS } from './identity-check-jobs';
import { closeOpenCheck, settleCheck, UNDECIDED } from './settle-check';

export type DecideCheckDependencies = FindChecksDependencies & RecordIdentityDependencies & OwnOrderDependencies;

export interface CheckDecision {
  readonly checkId: string;
  readonly staffId: string;
  /** What the member of staff saw. */
  readonly revision: number;
  readonly now: Date;
}

/** The check as the member of staff saw it. @throws AppError identity_checks.not_found, identity_checks.decided, request.conflict */
async function findUndecided(identityChecks: IdentityCheckModel, { checkId, revision }: CheckDecision) {
  const check = await findCheck(identityChecks, checkId);
  if (check.state !== 'open') {
    throw new AppError('identity_checks.decided');
  }
  if (check.revision !== revision) {
    throw new AppError('request.conflict');
  }
  return check;
}

const tell = (result: string, now: Date): OutboxEntry[] => [
  outboxEntry(IDENTITY_CHECK_JOBS.tellResult, now, { result }),
];

/** From here on only this confirmation decides. One that died before its end is taken over by the next. */
async function claim(
  identityChecks: IdentityCheckModel,
  { _id, revision }: IdentityCheckRecord,
  { staffId, now }: CheckDecision,
): Promise<IdentityCheckRecord> {
  const claimed = await identityChecks
    .findOneAndUpdate(
      { _id, revision, state: 'open' },
      { $set: { confirming: { staffId, at: now } }, $inc: { revision: 1 } },
      { returnDocument: 'after' },
    )
    .lean<IdentityCheckRecord>();
  if (!claimed) {
    throw new AppError('request.conflict');
  }
  return claimed;
}

/** The account did not take the person: somebody else may decide again, unless there is nothing left to decide. */
async function giveUp(
  dependencies: DecideCheckDependencies,
  claimed: IdentityCheckRecord,
  error: unknown,
  now: Date,
): Promise<unknown> {
  if (!(error instanceof AppError)) {
    return error;
  }
  const { _id, revision } = claimed;
  if (error.code === 'identity.already_verified') {
    await settleCheck(dependencies, claimed, { revision }, { state: 'closed' }, now);
    return error;
  }
  await dependencies.identityChecks.updateOne({ _id, revision, state: 'open' }, { $unset: { confirming: 1 } });
  // The account is being deleted: it is not the session of the member of staff that has ended.
  return error.code === 'auth.session_expired' ? new AppError('identity_checks.not_found') : error;
}

/**
 * The member of staff has compared the photos with what was typed: the account is verified as after the provider's match.
 * A name that the contract cannot print is confirmed with the picture that it prints instead.
 * @throws AppError identity_checks.*, request.conflict, staff.own_order, identity.known_elsewhere, identity.already_verified
 */
export async function confirmCheck(
  dependencies: DecideCheckDependencies,
  decision: CheckDecision,
): Promise<StaffIdentityCheck> {
  const { identityChecks, cipher, contractMaker } = dependencies;
  const { staffId, now } = decision;
  const check = await findUndecided(identityChecks, decision);
  const typed = openTyped(cipher, check);
  noteDecision(decidedContent(check, typed, { event: 'confirm' }), check.revision);
  const { accountId } = check;
  const { nameInk } = typed;
  await refuseOwnPerson(dependencies, staffId, { accountId, person: typed.person });
  if (!nameInk && needsNamePicture(contractMaker, typed)) {
    throw new AppError('identity_checks.name_picture_needed');
  }
  const person: Person = { ...typed.person, ...(nameInk && { nameInk }) };
  const claimed = await claim(identityChecks, check, decision);
  try {
    await recordIdentity(dependencies, { accountId, person, verifiedBy: 'staff', corrects: check.corrects, now });
  } catch (error) {
    throw await giveUp(dependencies, claimed, error, now);
  }
  const ending = { state: 'confirmed', decidedBy: staffId, tell: tell('已通过，请打开小程序继续办理', now) } as const;
  const confirmed = await settleCheck(dependencies, claimed, { revision: claimed.revision }, ending, now);
  if (!confirmed) {
    throw new AppError('request.conflict');
  }
  return viewCheck(dependencies, confirmed);
}

/** Photos and words do not fit. @throws AppError identity_checks.*, request.conflict, staff.own_order */
export async function refuseCheck(
  dependencies: DecideCheckDependencies,
  decision: CheckDecision & { readonly reason: string },
): Promise<StaffIdentityCheck> {
  const { identityChecks, accounts, cipher } = dependencies;
  const { staffId, reason, now } = decision;
  const check = await findUndecided(identityChecks, decision);
  const typed = openTyped(cipher, check);
  noteDecision(decidedContent(check, typed, { event: 'refuse', reason }), check.revision);
  const { accountId, revision } = check;
  await refuseOwnPerson(dependencies, staffId, { accountId, person: typed.person });
  const account = await accounts.findOne({ _id: accountId }, { identity: 1 }).lean<Pick<AccountRecord, 'identity'>>();
  if (account?.identity && account.identity.verifiedAt.getTime() !== check.corrects?.getTime()) {
    // Verified meanwhile: a refusal would tell them what is not true.
    await closeOpenCheck(dependencies, { accountId }, now);
    throw new AppError('identity_checks.decided');
  }
  const ending = {
    state: 'refused',
    decidedBy: staffId,
    refusal: reason,
    tell: tell('未通过，请打开小程序查看原因', now),
  } as const;
  const refused = await settleCheck(dependencies, check, { revision, ...UNDECIDED }, ending, now);
  if (!refused) {
    throw new AppError('request.conflict');
  }
  return viewCheck(dependencies, refused);
}
