import {
  type ApiError,
  hasPrivateUse,
  IDENTITY_DOCUMENTS,
  type IdentityCheckReason,
  type IdentityState,
  identityDocumentOf,
  type OrderView,
} from '@acceptance/shared';
import type { TypedPerson } from './typed-person';

/** Answers of the check after which staff can go on. */
const AFTER: Partial<Record<ApiError['code'], IdentityCheckReason>> = {
  'identity.staff_check_needed': 'document',
  'identity.name_unprintable': 'name',
  'identity.mismatch': 'contested',
  'identity.no_record': 'contested',
  'identity.too_many_attempts': 'contested',
  'identity.unavailable': 'unavailable',
};

export interface WayFacts {
  readonly person: TypedPerson;
  /** A character of the name cannot be typed, as the person says; another one stands in its place. */
  readonly isUntypable: boolean;
  /** What the last check answered. */
  readonly code: ApiError['code'] | null;
  readonly state: IdentityState | null;
}

/** A face is asked for only where name and number did not do; whatever came of it, there is a way without one. */
const wasFaceTried = (state: IdentityState | null): boolean =>
  ['open', 'failed', 'expired'].includes(state?.face?.check?.state ?? '');

/** Why the way by staff is offered; null while the automatic check is the way. */
export function staffWayFor({ person, isUntypable, code, state }: WayFacts): IdentityCheckReason | null {
  const document = identityDocumentOf(person.idNumber);
  if (isUntypable || hasPrivateUse(person.name)) {
    return 'name';
  }
  if (document && IDENTITY_DOCUMENTS[document].needsStaffCheck) {
    return 'document';
  }
  const after = code && AFTER[code];
  if (after) {
    return after;
  }
  const isRefused = state?.check?.state === 'refused';
  return isRefused || state?.triesLeft === 0 || wasFaceTried(state) ? 'contested' : null;
}

/** Whether the automatic check cannot help, so that staff are the only way now. */
export const isOnlyWay = (reason: IdentityCheckReason | null, state: IdentityState | null): boolean =>
  reason === 'document' || reason === 'name' || (reason !== null && state?.triesLeft === 0);

export const hasBothPhotos = (order: Pick<OrderView, 'idCard'>): boolean =>
  order.idCard.front !== null && order.idCard.back !== null;
