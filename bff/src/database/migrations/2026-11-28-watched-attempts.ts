import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

interface StoredAttempt {
  readonly status: string;
  readonly expiresAt: Date;
  readonly createdAt?: Date;
  readonly request: Record<string, unknown>;
}

const SIGNED: Readonly<Record<string, string>> = { paid: 'SUCCESS', refunding: 'SUCCESS', refunded: 'SUCCESS' };
const LIFE_MS = 2 * 3_600_000;

/** Attempts know since when they are, whether somebody could pay them, and what the gateway has signed last. */
export const watchedAttempts: Migration = {
  id: '2026-11-28-watched-attempts',
  async up(connection: Connection) {
    const orders = connection.collection('orders');
    const old = orders.find({ attempts: { $elemMatch: { createdAt: { $exists: false } } } });
    for await (const { _id, revision, attempts } of old) {
      const completed = (attempts as StoredAttempt[]).map((attempt) => ({
        prepayId: null,
        ...attempt,
        createdAt: attempt.createdAt ?? new Date(attempt.expiresAt.getTime() - LIFE_MS),
        handedOut: attempt.status !== 'preparing',
        signedState: SIGNED[attempt.status] ?? null,
        request: { attach: '', ...attempt.request },
      }));
      // Pinned by the revision: an order that changes meanwhile is found again by the next run.
      await orders.updateOne({ _id, revision }, { $set: { attempts: completed } });
    }
  },
};
