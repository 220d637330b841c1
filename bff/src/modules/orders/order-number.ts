import { chinaDate } from '@acceptance/shared';
import type { Model } from 'mongoose';
import { storedModel } from '../../database/validators/stored-model';
import { number, text } from '../../database/validators/stored-shape';

interface CounterRecord {
  _id: string;
  value: number;
}

export type CounterModel = Model<CounterRecord>;
export const counterModel = storedModel<CounterRecord>('Counter', 'counters')({ _id: text, value: number });

/** Counts on under a name and answers the new number, from 1; no two calls get one. */
export async function nextNumber(counters: CounterModel, name: string): Promise<number> {
  const counter = await counters
    .findOneAndUpdate({ _id: name }, { $inc: { value: 1 } }, { upsert: true, returnDocument: 'after' })
    .lean<CounterRecord>();
  return counter?.value ?? 1;
}

/**
 * The next order number, readable over the phone: project prefix, Beijing date, sequence of the day, e.g. `ZFCG-261122-0007`.
 * Characters and length also suit `out_trade_no` once an attempt's number is appended.
 */
export async function nextOrderNumber(counters: CounterModel, prefix: string, now: Date): Promise<string> {
  const day = chinaDate(now).slice(2).replaceAll('-', '');
  const number = await nextNumber(counters, `order|${prefix}|${day}`);
  return `${prefix}-${day}-${String(number).padStart(4, '0')}`;
}
