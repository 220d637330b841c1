import type { ApplicationForm } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { decryptJson } from '../../../database/encrypted-text';
import type { FieldCipher } from '../../../database/field-cipher';
import { recordIdOf } from '../../../database/record-id';
import type { Sweep } from '../../../jobs/sweeps';
import { walkAll } from '../../../jobs/walk-all';
import { FORM_PURPOSE, type OrderModel, type OrderRecord } from '../order.model';
import { tracesOf } from './risk-traces';

export interface TraceSweepDependencies {
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
}

const EVERY_MS = 10 * 60_000;

/** Submitted by a program that kept no traces, or none of names. */
const UNTRACED: QueryFilter<OrderRecord> = {
  form: { $type: 'string' },
  applicant: { $ne: null },
  'riskTraces.nameHashes': { $exists: false },
  retainedUntil: { $exists: false },
};

/** Sweep: gives orders of before their traces, the newest first, so that later ones are compared with them. */
export const riskTraceSweep = ({ orders, cipher }: TraceSweepDependencies): Sweep => ({
  name: 'risk-traces',
  everyMs: EVERY_MS,
  run: () =>
    walkAll(orders.find(UNTRACED).sort({ _id: -1 }).lean<OrderRecord[]>().cursor(), async (order) => {
      const form = decryptJson<ApplicationForm>(cipher, order.form ?? '', FORM_PURPOSE, recordIdOf(order));
      const change = { $set: { riskTraces: { ...order.riskTraces, ...tracesOf(cipher, order, form) } } };
      await orders.updateOne({ ...UNTRACED, _id: order._id, form: order.form } as QueryFilter<OrderRecord>, change);
    }),
});
