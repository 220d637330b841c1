import { MOST_TOTAL } from '@acceptance/shared';
import type { Model, QueryFilter } from 'mongoose';

/** How many a list has: above `MOST_TOTAL` only that it has more, so that a page of a long list costs no more than of a short one. */
export const countTotal = <Stored>(model: Model<Stored>, filter: QueryFilter<Stored>): Promise<number> =>
  model.countDocuments(filter, { limit: MOST_TOTAL + 1 }).exec();
