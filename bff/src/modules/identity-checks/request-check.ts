import {
  AppError,
  IDENTITY_DOCUMENTS,
  type IdentityCheckReason,
  identityDocumentOf,
  maskName,
  type OwnIdentityCheck,
} from '@acceptance/shared';
import { Types } from 'mongoose';
import type { WorkingCalendar } from '../../calendar/working-calendar';
import { isDuplicateKey } from '../../database/duplicate-key';
import { outboxEntry } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { findAccount } from '../account';
import { type FileReference, keepPhotos } from '../files';
import { type PossessionDependencies, provePossession, recordIdentityConsent, refuseImpossible } from '../identity';
import { findOwnOrder, type OrderModel, type OrderRecord } from '../orders';
import { type IdentityCheckRecord, openTyped, sealTyped } from './identity-check.model';
import { presentOwnCheck } from './identity-check.presenter';
import { IDENTITY_CHECK_JOBS } from './identity-check-jobs';
import { type SettleDependencies, settleCheck } from './settle-check';

/** What is said where a check is asked for. */
const ANSWER_WORKING_DAYS = 1;

export interface RequestCheckDependencies extends PossessionDependencies, SettleDependencies {
  readonly orders: OrderModel;
  readonly calendar: WorkingCalendar;
}

export interface CheckRequest {
  readonly accountId: string;
  readonly orderId: string;
  readonly person: { readonly name: string; readonly idNumber: string; readonly phone?: string };
  readonly phoneCode?: string;
  readonly deviceId?: string;
  readonly reason: IdentityCheckReason;
  readonly nameNote?: string;
  readonly consentVersion: string;
  readonly now: Date;
}

/** The document says itself that only staff can check it. */
function reasonOf({ person, reason }: CheckRequest): IdentityCheckReason {
  const document = identityDocumentOf(person.idNumber);
  return document && IDENTITY_DOCUMENTS[document].needsStaffCheck ? 'document' : reason;
}

function photosOf({ idCard }: OrderRecord): { front: FileReference; back: FileReference } {
  const { front, back } = idCard;
  if (!front || !back) {
    throw new AppError('identity_checks.photos_missing');
  }
  return { front, back };
}

/** The open check when the same is asked again. @throws AppError identity_checks.already_requested when it is something else */
async function findSame(
  { identityChecks, cipher }: RequestCheckDependencies,
  request: CheckRequest,
): Promise<IdentityCheckRecord | null> {
  const { accountId, orderId, person } = request;
  const open = await identityChecks.findOne({ openFor: accountId }).lean<IdentityCheckRecord>();
  if (!open) {
    return null;
  }
  const typed = openTyped(cipher, open);
  const isSame =
    open.orderId === orderId &&
    typed.nameNote === (request.nameNote ?? null) &&
    typed.person.name === person.name &&
    typed.person.idNumber === person.idNumber &&
    (person.phone === undefined || typed.person.phone === person.phone);
  if (!isSame) {
    throw new AppError('identity_checks.already_requested');
  }
  return open;
}

/**
 * Looks again AFTER the check is there: photos or application may have gone meanwhile, and then nobody could check anything.
 * @throws AppError identity_checks.photos_missing
 */
async function holdPhotos(needs: RequestCheckDependencies, check: IdentityCheckRecord, now: Date): Promise<void> {
  const { front, back } = check.idCard;
  const areKept = await keepPhotos(needs.files, [front.id, back.id], recordIdOf(check));
  if (!areKept || !(await needs.orders.exists({ _id: check.orderId }))) {
    await settleCheck(needs, check, {}, { state: 'closed' }, now);
    throw new AppError('identity_checks.photos_missing');
  }
}

/**
 * Asks staff to prove the person by the photos of the application, or to correct whom they have proved before: what the
 * provider has matched needs no correction. The number is proved as for the automatic check.
 * Repeating it while the check is open answers the same.
 * @throws AppError identity_checks.*, identity.*, auth.code_*, orders.not_found, request.invalid
 */
export async function requestCheck(needs: RequestCheckDependencies, request: CheckRequest): Promise<OwnIdentityCheck> {
  const { accounts, identityChecks, orders, cipher } = needs;
  const { accountId, orderId, now } = request;
  const nameNote = request.nameNote ?? null;
  const order = await findOwnOrder(orders, accountId, orderId);
  const account = await findAccount(accounts, accountId);
  if (account.identity && account.identity.verifiedBy !== 'staff') {
    throw new AppError('identity.already_verified');
  }
  await recordIdentityConsent(accounts, request);
  const same = await findSame(needs, request);
  if (same) {
    return presentOwnCheck(same);
  }
  refuseImpossible(request.person, now);
  const reason = reasonOf(request);
  if (reason === 'name' && !nameNote) {
    throw new AppError('request.invalid', { fields: [{ path: 'nameNote', message: '请说明这个字怎么写' }] });
  }
  const idCard = photosOf(order);
  const person = await provePossession(needs, account, request);
  const _id = new Types.ObjectId();
  const promisedBy = needs.calendar.addWorkingDays(now, ANSWER_WORKING_DAYS);
  const fresh: IdentityCheckRecord = {
    _id,
    accountId,
    orderId,
    openFor: accountId,
    state: 'open',
    revision: 0,
    reason,
    nameMasked: maskName(person.name),
    typed: sealTyped(cipher, { person, nameNote }, recordIdOf({ _id })),
    idCard,
    ...(account.identity && { corrects: account.identity.verifiedAt }),
    requestedAt: now,
    promisedBy,
    decidedBy: null,
    refusal: null,
    settledAt: null,
    outbox: [outboxEntry(IDENTITY_CHECK_JOBS.checkPromise, promisedBy)],
  };
  try {
    await identityChecks.create(fresh);
  } catch (error) {
    throw isDuplicateKey(error) ? new AppError('identity_checks.already_requested') : error;
  }
  await holdPhotos(needs, fresh, now);
  return presentOwnCheck(fresh);
}
