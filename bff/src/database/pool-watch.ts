import type { mongo } from 'mongoose';

export interface PoolLoad {
  readonly open: number;
  readonly inUse: number;
  /** Operations that have no connection yet. */
  readonly waiting: number;
}

/** What of the driver's client tells of its pools. */
export type PoolEvents = Pick<mongo.MongoClient, 'on'>;

/** Counts along with the driver's events of connection pools, from before the first connection on. */
export function createPoolWatch(): { readonly watch: (client: PoolEvents) => void; readonly load: () => PoolLoad } {
  let [open, inUse, waiting] = [0, 0, 0];
  return {
    watch(client) {
      client.on('connectionCreated', () => {
        open += 1;
      });
      client.on('connectionClosed', () => {
        open -= 1;
      });
      client.on('connectionCheckOutStarted', () => {
        waiting += 1;
      });
      client.on('connectionCheckOutFailed', () => {
        waiting -= 1;
      });
      client.on('connectionCheckedOut', () => {
        waiting -= 1;
        inUse += 1;
      });
      client.on('connectionCheckedIn', () => {
        inUse -= 1;
      });
    },
    load: () => ({ open, inUse, waiting }),
  };
}
