import { applicantOf } from '../../http/actor-of';
import type { Actor, RequestContext } from '../../http/request-context';
import type { AccountRecord } from './account.model';

const read = new WeakMap<Actor, AccountRecord>();

/** Kept with whom the check of a session has found: nobody has to read the account again to answer this one request. */
export function keepCallerAccount<A extends Actor>(caller: A, account: AccountRecord): A {
  read.set(caller, account);
  return caller;
}

/**
 * The account of the applicant who calls, as it was when the session was checked. What is written on the strength of it says so in
 * its filter.
 */
export function callerAccount(context: RequestContext): AccountRecord {
  const account = read.get(applicantOf(context));
  if (!account) {
    throw new Error('whoever checks sessions keeps the account of the caller');
  }
  return account;
}
