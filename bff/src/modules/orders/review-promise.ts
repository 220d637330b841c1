import { reviewWorkingDaysOf } from '@acceptance/shared';
import type { WorkingCalendar } from '../../calendar/working-calendar';
import type { OrderRecord } from './order.model';

/** A whole application is looked at again: what is left of the promise after a return is half a working day at least. */
const LEAST_PART_OF_DAY = 0.5;

type Promised = Pick<OrderRecord, 'project' | 'submittedAt' | 'reviewRestMs'>;

/** Working time that a submission gives the reviewers: all that the project has, or what was left when it was returned last. */
const reviewTime = (calendar: WorkingCalendar, { project, reviewRestMs }: Promised): number =>
  reviewRestMs ?? reviewWorkingDaysOf(project) * calendar.dayMs;

/** When the review of an order that is submitted now is promised to be done. */
export const reviewPromisedBy = (calendar: WorkingCalendar, order: Promised, submittedAt: Date): Date =>
  calendar.addWorkingTime(submittedAt, reviewTime(calendar, order));

/** What is left of the promise while the applicant has the order: the time until the return is used up. */
export function reviewRestAt(calendar: WorkingCalendar, order: Promised, returnedAt: Date): number {
  const used = order.submittedAt ? calendar.workingTimeBetween(order.submittedAt, returnedAt) : 0;
  return Math.max(reviewTime(calendar, order) - used, LEAST_PART_OF_DAY * calendar.dayMs);
}

const MINUTE_MS = 60_000;

/** Working minutes that an applicant's promise has left while it waits for them; null while it does not. */
export const pausedMinutes = ({ status, reviewRestMs }: Pick<OrderRecord, 'status' | 'reviewRestMs'>): number | null =>
  status === 'returned' && reviewRestMs !== undefined ? Math.floor(reviewRestMs / MINUTE_MS) : null;

/** Working minutes that the reviewers have left, negative when they are late; paused with the applicant. Null: no review. */
export function reviewMinutesLeft(calendar: WorkingCalendar, order: OrderRecord, now: Date): number | null {
  const { status, reviewPromisedBy: promisedBy } = order;
  return status === 'submitted' && promisedBy
    ? Math.floor(calendar.workingTimeBetween(now, promisedBy) / MINUTE_MS)
    : pausedMinutes(order);
}
