import type { QueryFilter } from 'mongoose';
import type { OrderRecord } from './order.model';

/**
 * Of no account that is deleted: what the law alone keeps is shown to nobody. Said as “not from a day on”, which an index knows of
 * what has no such day; of `$exists: false` it does not, and the database would read every order that a list counts.
 */
export const NOT_RETAINED: QueryFilter<OrderRecord> = { retainedUntil: { $not: { $gte: new Date(0) } } };

/** Handed in once, and not kept for the law alone: what staff see. */
export const SEEN_BY_STAFF: QueryFilter<OrderRecord> = { submittedAt: { $ne: null }, ...NOT_RETAINED };
