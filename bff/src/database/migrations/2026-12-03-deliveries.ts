import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

const WEEK_MS = 7 * 24 * 3_600_000;

/** As the outbox has them. */
const job = (name: string, availableAt: Date) => ({ id: randomUUID(), job: name, payload: {}, availableAt, tries: 0 });

/**
 * Deliveries get a collection: one of an order, no number twice, no voucher's code twice. What was issued before is prepared
 * for the desk; a software certificate that was delivered before is completed in time as one of today.
 */
export const deliveries: Migration = {
  id: '2026-12-03-deliveries',
  async up(connection: Connection) {
    await connection.collection('deliveries').createIndexes([
      { key: { orderId: 1 }, name: 'orderId', unique: true },
      { key: { orderNumber: 1 }, name: 'orderNumber' },
      { key: { numbers: 1 }, name: 'numbers', unique: true, sparse: true },
      { key: { codeSha256: 1 }, name: 'codeSha256', unique: true, sparse: true },
      { key: { 'parcels.reference': 1 }, name: 'parcels_reference' },
      { key: { 'parcels.trackingNumber': 1 }, name: 'parcels_trackingNumber' },
      { key: { stage: 1, _id: 1 }, name: 'stage_id' },
      { key: { watchAt: 1 }, name: 'watchAt' },
      { key: { completesAt: 1 }, name: 'completesAt' },
      { key: { 'outbox.availableAt': 1 }, name: 'outbox_availableAt' },
    ]);
    const now = new Date();
    const orders = connection.collection<{ outbox: object[] }>('orders');
    const prepare = {
      status: 'issued',
      deliveryWay: { $in: ['courier', 'pick-up'] },
      'outbox.job': { $ne: 'prepare-delivery' },
    };
    await orders.updateMany(prepare, { $push: { outbox: job('prepare-delivery', now) } });
    const complete = {
      status: 'delivered',
      deliveryWay: 'download',
      'outbox.job': { $ne: 'complete-downloaded-order' },
    };
    const inTime = job('complete-downloaded-order', new Date(now.getTime() + WEEK_MS));
    await orders.updateMany(complete, { $push: { outbox: inTime } });
  },
};
