import { AppError, PARCEL_STATE_LABELS, type ParcelOutcome, type ParcelState, type TaskKind } from '@acceptance/shared';
import { type OutboxEntry, outboxEntry } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { noteAct, noteDecision } from '../../http/act-notes';
import { openTaskEntry, settleTaskEntry } from '../../jobs/task-jobs';
import { findCertificateOfOrder, holdCertificate } from '../certificates';
import {
  type DeliveryModel,
  type DeliveryRecord,
  NOTE_PURPOSE,
  newestParcel,
  type StoredParcel,
} from './delivery.model';
import { deliveryAtDesk } from './delivery-at-desk';
import { DELIVERY_JOBS } from './delivery-jobs';
import { changeDelivery, findDelivery } from './find-deliveries';
import { moved, outcomesOf, parcelFields } from './parcel-progress';
import type { DeskAct, DeskDependencies } from './send-parcel';

const STATE_AFTER: Readonly<Record<ParcelOutcome, ParcelState>> = {
  received: 'received',
  returned: 'returned',
  refused: 'refused',
  lost: 'lost',
  found: 'on-the-way',
};

/** Tasks that a state opens, and those that it settles. */
const PARCEL_TASKS: readonly TaskKind[] = ['parcel-lost', 'parcel-came-back', 'parcel-held-up', 'parcel-silent'];
const TASK_OF: Partial<Record<ParcelState, TaskKind>> = {
  lost: 'parcel-lost',
  returned: 'parcel-came-back',
  refused: 'parcel-came-back',
};

/** The tasks that follow when a parcel comes into a state; they go into the write that says so. */
export function tasksOfState(
  { orderNumber }: DeliveryRecord,
  state: ParcelState,
  { now, closedBy = null }: { readonly now: Date; readonly closedBy?: string | null },
): OutboxEntry[] {
  const opens = TASK_OF[state];
  const settled = PARCEL_TASKS.filter((kind) => kind !== opens && !(kind === 'parcel-held-up' && state === 'troubled'));
  return [
    ...settled.map((kind) => settleTaskEntry({ kind, outcome: 'healed', closedBy }, now)),
    ...(opens ? [openTaskEntry({ kind: opens, facts: { orderNumber }, redo: null }, now)] : []),
  ];
}

export type HoldDependencies = Pick<DeskDependencies, 'deliveries' | 'certificates' | 'now'>;

/** Which certificate a lost parcel has put on hold; written down before, for a call that dies must know what to release. */
const noteHeld = (deliveries: DeliveryModel, { _id }: DeliveryRecord, heldCertificateId: string | null) =>
  deliveries.updateOne({ _id }, { $set: { heldCertificateId } });

/**
 * Makes a certificate's hold what the parcel says: one in a lost UKey is suspended, one that was found is released, unless
 * somebody else had suspended it. Repeating it changes nothing.
 */
export async function holdWithParcel(
  { deliveries, certificates, now }: HoldDependencies,
  deliveryId: string,
): Promise<void> {
  const delivery = await findDelivery(deliveries, deliveryId);
  if (!delivery) {
    return;
  }
  const isLost = newestParcel(delivery)?.state === 'lost';
  const { heldCertificateId } = delivery;
  if (!isLost && heldCertificateId) {
    await holdCertificate(certificates, heldCertificateId, { from: 'suspended', to: 'issued', now: now() });
    await noteHeld(deliveries, delivery, null);
    return;
  }
  const certificate = isLost ? await findCertificateOfOrder(certificates, delivery.orderId) : null;
  if (certificate?.state === 'issued') {
    const id = recordIdOf(certificate);
    await noteHeld(deliveries, delivery, id);
    await holdCertificate(certificates, id, { from: 'issued', to: 'suspended', now: now() });
  }
}

/**
 * What staff say of the newest parcel; the courier does not take it back. A lost one's certificate is on hold when this
 * answers, and by a job in the same write when it dies before.
 * @throws AppError orders.not_found, staff.own_order, deliveries.not_ready, deliveries.no_parcel, deliveries.outcome_not_allowed
 */
export async function settleParcel(
  needs: DeskDependencies,
  { orderId, outcome, note }: { readonly orderId: string; readonly outcome: ParcelOutcome; readonly note: string },
  { staffId, now }: DeskAct,
): Promise<DeliveryRecord> {
  const { deliveries, cipher } = needs;
  const delivery = await deliveryAtDesk(needs, orderId, staffId);
  noteAct({ outcome });
  noteDecision({ orderId, outcome, note });
  const settled = await changeDelivery(deliveries, delivery, (record) => {
    const newest = newestParcel(record);
    if (!newest) {
      throw new AppError('deliveries.no_parcel');
    }
    if (newest.settledAs === outcome) {
      return null;
    }
    if (!outcomesOf(newest).includes(outcome)) {
      throw new AppError('deliveries.outcome_not_allowed', { details: { state: PARCEL_STATE_LABELS[newest.state] } });
    }
    const state = STATE_AFTER[outcome];
    const parcel: StoredParcel = {
      ...moved(newest, state, { at: now, now }),
      settledAs: outcome === 'found' ? null : outcome,
      note: cipher.encryptText(note, NOTE_PURPOSE, recordIdOf(record)),
      // Days of silence count anew.
      heardAt: now,
      alarms: [],
    };
    return {
      set: parcelFields(record, [...record.parcels.slice(0, -1), parcel], now),
      jobs: [
        ...tasksOfState(record, state, { now, closedBy: staffId }),
        outboxEntry(DELIVERY_JOBS.holdCertificate, now),
      ],
    };
  });
  await holdWithParcel(needs, recordIdOf(settled));
  return settled;
}
