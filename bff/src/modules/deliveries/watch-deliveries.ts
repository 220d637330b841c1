import { IN_BATCHES } from '../../database/in-batches';
import { type OutboxEntry, outboxEntry } from '../../database/outbox';
import type { Sweep } from '../../jobs/sweeps';
import { openTaskEntry } from '../../jobs/task-jobs';
import { walkAll } from '../../jobs/walk-all';
import { type AdvanceDependencies, completeOrder } from './advance-order';
import { type DeliveryRecord, newestParcel, type ParcelAlarm, type StoredParcel } from './delivery.model';
import { DELIVERY_JOBS } from './delivery-jobs';
import { changeDelivery } from './find-deliveries';
import { DAY_MS, parcelFields } from './parcel-progress';

const HOUR_MS = 3_600_000;
/** Days after which staff are told. */
export const HELD_UP_DAYS = 3;
export const SILENT_DAYS = 5;

const isOlder = (at: Date, days: number, now: Date): boolean => now.getTime() - at.getTime() >= days * DAY_MS;

/** What is wrong with a parcel by its time alone. */
function alarmsOf({ state, stateAt, heardAt, sentAt }: StoredParcel, now: Date): ParcelAlarm[] {
  return [
    ...(state === 'troubled' && isOlder(stateAt, HELD_UP_DAYS, now) ? (['held-up'] as const) : []),
    ...(isOlder(heardAt ?? sentAt, SILENT_DAYS, now) ? (['silent'] as const) : []),
  ];
}

const TASK_OF = { silent: 'parcel-silent', 'held-up': 'parcel-held-up' } as const;

/** Asks after a parcel of which nothing came for a day, and tells staff of one that is silent or held up, once each. */
function lookAfter(record: DeliveryRecord, now: Date): { set: Partial<DeliveryRecord>; jobs: OutboxEntry[] } | null {
  const parcel = newestParcel(record);
  if (!parcel || record.watchAt === null || record.watchAt > now) {
    return null;
  }
  const fresh = alarmsOf(parcel, now).filter((alarm) => !parcel.alarms.includes(alarm));
  const watched = { ...parcel, alarms: [...parcel.alarms, ...fresh] };
  const { orderNumber } = record;
  const isSilent = isOlder(parcel.heardAt ?? parcel.sentAt, 1, now);
  return {
    set: parcelFields(record, [...record.parcels.slice(0, -1), watched], now),
    jobs: [
      ...fresh.map((alarm) => openTaskEntry({ kind: TASK_OF[alarm], facts: { orderNumber }, redo: null }, now)),
      ...(isSilent ? [outboxEntry(DELIVERY_JOBS.query, now, { reference: parcel.reference })] : []),
    ],
  };
}

/** Sweeps over what waits for a courier, and over what is completed by time. */
export const deliverySweeps = (needs: AdvanceDependencies): readonly Sweep[] => [
  {
    name: 'watch-parcels',
    everyMs: HOUR_MS,
    run: (now) =>
      walkAll(
        needs.deliveries
          .find({ watchAt: { $lte: now } })
          .lean<DeliveryRecord[]>()
          .cursor(IN_BATCHES),
        (record) => changeDelivery(needs.deliveries, record, (newest) => lookAfter(newest, now)),
      ),
  },
  {
    name: 'complete-delivered-orders',
    everyMs: HOUR_MS,
    run: (now) =>
      walkAll(
        needs.deliveries
          .find({ completesAt: { $lte: now } })
          .lean<DeliveryRecord[]>()
          .cursor(IN_BATCHES),
        ({ orderId }) => completeOrder(needs, orderId),
      ),
  },
];
