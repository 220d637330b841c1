import type { ApplicationForm } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { decryptJson } from '../../../database/encrypted-text';
import type { FieldCipher } from '../../../database/field-cipher';
import { IN_BATCHES } from '../../../database/in-batches';
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

/** Marked once, by the migration 2026-12-12-query-indexes: no index finds what an order lacks. */
const UNTRACED: QueryFilter<OrderRecord> = { tracesWanted: true };

/** Sweep: gives orders of before their traces, the newest first, so that later ones are compared with them. */
export const riskTraceSweep = ({ orders, cipher }: TraceSweepDependencies): Sweep => ({
  name: 'risk-traces',
  everyMs: EVERY_MS,
  run: () =>
    walkAll(orders.find(UNTRACED).sort({ _id: -1 }).lean<OrderRecord[]>().cursor(IN_BATCHES), async (order) => {
      const { _id, riskTraces } = order;
      // Of one that is kept for the law alone nothing is left to make them of.
      if (!order.form || !order.applicant || order.retainedUntil) {
        await orders.updateOne({ ...UNTRACED, _id }, { $unset: { tracesWanted: 1 } });
        return;
      }
      const form = decryptJson<ApplicationForm>(cipher, order.form, FORM_PURPOSE, recordIdOf(order));
      const traces = { ...riskTraces, ...tracesOf(cipher, order, form) };
      const change = { $set: { riskTraces: traces }, $unset: { tracesWanted: 1 as const } };
      await orders.updateOne({ ...UNTRACED, _id, form: order.form } as QueryFilter<OrderRecord>, change);
    }),
});
