import { AppError, type ApplicationForm, type ApplicationFormDraft, LIVE_STATUSES } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { openPerson, type Person } from '../person';
import type { OrderModel, OrderRecord } from './order.model';

/**
 * That an order is the one live application of its holder for its project, from the submission until nothing can come of it
 * any more or the certificate is made. Two unique indexes hold it, so that the write that submits also decides who was first.
 * A draft claims nothing: nobody keeps a unit from applying by typing its code. Hashes are those by every key, as an account
 * has them of its number: while a key is replaced, processes differ in their newest one.
 */
export interface LiveClaim {
  readonly projectId: string;
  readonly unitHashes?: string[];
  readonly personHashes?: string[];
}

export const UNIT_CLAIM_PURPOSE = 'order.live-claim.unit';
export const PERSON_CLAIM_PURPOSE = 'order.live-claim.person';

/** What of a form and of a person the claim is made from; the key rotation makes it anew from the same. */
export const claimedUnit = (form: string): string =>
  (JSON.parse(form) as ApplicationForm).unit?.unifiedSocialCreditCode ?? '';
export const claimedPerson = (person: string): string => (JSON.parse(person) as Person).idNumber;

type Hasher = Pick<FieldCipher, 'lookupHashes'>;

const unitClaim = (cipher: Hasher, projectId: string, creditCode: string): LiveClaim => ({
  projectId,
  unitHashes: cipher.lookupHashes(creditCode, UNIT_CLAIM_PURPOSE),
});

const personClaim = (cipher: Hasher, projectId: string, idNumber: string): LiveClaim => ({
  projectId,
  personHashes: cipher.lookupHashes(idNumber, PERSON_CLAIM_PURPOSE),
});

/** Whom the order is for, as far as its form and contract say; null where they do not. */
export function claimOf(cipher: FieldCipher, order: OrderRecord, form: ApplicationFormDraft): LiveClaim | null {
  const projectId = order.project.id;
  if (order.applicantType === 'unit') {
    const creditCode = form.unit?.unifiedSocialCreditCode;
    return creditCode ? unitClaim(cipher, projectId, creditCode) : null;
  }
  const { applicant } = order;
  return applicant && personClaim(cipher, projectId, openPerson(cipher, applicant.person, recordIdOf(order)).idNumber);
}

/** The order that holds the claim of another one. */
export const findHolder = (orders: OrderModel, { projectId, unitHashes, personHashes }: LiveClaim) =>
  orders
    .findOne({
      'liveClaim.projectId': projectId,
      ...(unitHashes && { 'liveClaim.unitHashes': { $in: unitHashes } }),
      ...(personHashes && { 'liveClaim.personHashes': { $in: personHashes } }),
    } as QueryFilter<OrderRecord>)
    .lean<OrderRecord | null>();

/** Own: named by its number. Somebody else's: only that there is one, for who asks may not be of that unit. */
export const refusalFor = (holder: OrderRecord | null, accountId: string): AppError =>
  holder?.accountId === accountId
    ? new AppError('orders.live_application', { details: { orderNumber: holder.orderNumber } })
    : new AppError('orders.live_application_elsewhere');

/**
 * Leads to one's own live application before anything is photographed and signed for a second one. Those of others are no
 * reason here: whoever types a code would learn who applies.
 * @throws AppError orders.live_application
 */
export async function refuseOwnSecond(
  { orders, cipher }: { readonly orders: OrderModel; readonly cipher: Hasher },
  wish: {
    readonly accountId: string;
    readonly projectId: string;
    readonly creditCode: string | null;
    readonly orderId?: string;
  },
): Promise<void> {
  const { accountId, projectId, creditCode, orderId } = wish;
  const own: QueryFilter<OrderRecord> = {
    accountId,
    status: { $in: LIVE_STATUSES },
    'liveClaim.projectId': projectId,
    ...(orderId !== undefined && { _id: { $ne: orderId } }),
    // An account is one person: any claim of a person that it holds is that of its own.
    ...(creditCode === null
      ? { 'liveClaim.personHashes': { $exists: true } }
      : { 'liveClaim.unitHashes': { $in: unitClaim(cipher, projectId, creditCode).unitHashes } }),
  };
  const holder = await orders.findOne(own).lean<OrderRecord | null>();
  if (holder) {
    throw refusalFor(holder, accountId);
  }
}
