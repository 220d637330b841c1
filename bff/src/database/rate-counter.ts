import type { Connection } from 'mongoose';
import type { RateCounter } from '../http/rate-limit';
import { storedModel } from './validators/stored-model';
import { date, number, text } from './validators/stored-shape';

interface RateRecord {
  _id: string;
  count: number;
  expiresAt: Date;
}

export const rateCountModel = storedModel<RateRecord>(
  'RateCount',
  'rate_counts',
)({ _id: text, count: number, expiresAt: date });

/** Counts per window in the database, so that every process sees the same limit. A TTL index removes old windows. */
export function createRateCounter(connection: Connection): RateCounter {
  const model = rateCountModel(connection);
  return {
    async count(key, windowSeconds, now) {
      const expiresAt = new Date(now.getTime() + 2 * windowSeconds * 1000);
      const record = await model
        .findOneAndUpdate(
          { _id: key },
          { $inc: { count: 1 }, $setOnInsert: { expiresAt } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean();
      return record.count;
    },
  };
}
