import { type Connection, Schema } from 'mongoose';
import type { RateCounter } from '../http/rate-limit';

interface RateRecord {
  _id: string;
  count: number;
  expiresAt: Date;
}

const rateSchema = new Schema<RateRecord>(
  { _id: String, count: Number, expiresAt: Date },
  { versionKey: false, collection: 'rate_counts' },
);

/** Counts per window in the database, so that every process sees the same limit. A TTL index removes old windows. */
export function createRateCounter(connection: Connection): RateCounter {
  const model = connection.model<RateRecord>('RateCount', rateSchema);
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
