import {
  AppError,
  isUnderWay,
  ORDER_STATUSES,
  type OwnPhoneChange,
  type PhoneChangeReceipt,
  type StaffPhoneChange,
} from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import type { OrderModel } from '../orders';
import type { PhoneChangeModel, PhoneChangeRecord } from './phone-change.model';
import { presentForStaff, presentOwn, presentReceipt } from './phone-change.presenter';
import { receiptHashesOf } from './request-change';

export interface FindChangesDependencies {
  readonly phoneChanges: PhoneChangeModel;
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
}

/** Under way, or ended with a certificate in somebody's hands: these make a change of number a matter for two. */
const WEIGHTY_STATUSES = ORDER_STATUSES.filter((status) => status === 'completed' || isUnderWay(status));

export const countOrdersAndCertificates = ({ orders }: Pick<FindChangesDependencies, 'orders'>, accountId: string) =>
  orders.countDocuments({ accountId, status: { $in: WEIGHTY_STATUSES } });

/** @throws AppError phone_changes.not_found */
export async function findChange(phoneChanges: PhoneChangeModel, id: string): Promise<PhoneChangeRecord> {
  const change = await phoneChanges.findOne({ _id: id }).lean<PhoneChangeRecord>();
  if (!change) {
    throw new AppError('phone_changes.not_found');
  }
  return change;
}

/** What the person who asked may see, by the receipt that they were given. @throws AppError phone_changes.not_found */
export async function readReceipt(
  { phoneChanges, cipher }: Pick<FindChangesDependencies, 'phoneChanges' | 'cipher'>,
  receipt: string,
): Promise<PhoneChangeReceipt> {
  const change = await phoneChanges
    .findOne({ receiptHash: { $in: receiptHashesOf(cipher, receipt) } })
    .lean<PhoneChangeRecord>();
  if (!change) {
    throw new AppError('phone_changes.not_found');
  }
  return presentReceipt(change);
}

/** The change of an account that is under way, else the last one that was settled. */
export const findLastChange = (phoneChanges: PhoneChangeModel, accountId: string): Promise<PhoneChangeRecord | null> =>
  phoneChanges.findOne({ accountId }).sort({ openFor: -1, requestedAt: -1, _id: -1 }).lean<PhoneChangeRecord | null>();

/** Of one's own account, as `findLastChange`. */
export async function readOwnChange(
  { phoneChanges }: Pick<FindChangesDependencies, 'phoneChanges'>,
  accountId: string,
): Promise<OwnPhoneChange> {
  return presentOwn(await findLastChange(phoneChanges, accountId));
}

/** What the owner of an account must know of a change that is under way. */
export async function findOpenChange(
  { phoneChanges }: Pick<FindChangesDependencies, 'phoneChanges'>,
  accountId: string,
): Promise<{ newPhoneMasked: string; effectiveFrom: string } | null> {
  const change = await phoneChanges.findOne({ openFor: accountId }).lean<PhoneChangeRecord>();
  const own = presentOwn(change).change;
  return own && { newPhoneMasked: own.newPhoneMasked, effectiveFrom: own.effectiveFrom };
}

const MOST_SETTLED = 20;

export async function viewForStaff(
  dependencies: Pick<FindChangesDependencies, 'orders'>,
  change: PhoneChangeRecord,
  staffId: string,
): Promise<StaffPhoneChange> {
  return presentForStaff(change, {
    staffId,
    liveOrders: await countOrdersAndCertificates(dependencies, change.accountId),
  });
}

/** All that are under way, the longest waiting first; then the last that were settled. */
export async function listChanges(
  dependencies: FindChangesDependencies,
  staffId: string,
): Promise<{ items: StaffPhoneChange[] }> {
  const { phoneChanges } = dependencies;
  const open = await phoneChanges
    .find({ state: { $in: ['requested', 'approved'] } })
    .sort({ _id: 1 })
    .lean<PhoneChangeRecord[]>();
  const settled = await phoneChanges
    .find({ settledAt: { $ne: null } })
    .sort({ settledAt: -1 })
    .limit(MOST_SETTLED)
    .lean<PhoneChangeRecord[]>();
  const items: StaffPhoneChange[] = [];
  for (const change of [...open, ...settled]) {
    items.push(await viewForStaff(dependencies, change, staffId));
  }
  return { items };
}
