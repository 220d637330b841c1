import type { PoolLoad } from '../database/pool-watch';
import { defineGauges, type GaugeGroup } from './gauge-group';

/** The connections of this process to MongoDB. */
export const poolGauges = (load: () => PoolLoad): GaugeGroup =>
  defineGauges({
    source: 'pool',
    gauges: {
      bff_database_connections: { help: 'Open connections to MongoDB' },
      bff_database_connections_in_use: { help: 'Connections that an operation holds' },
      bff_database_checkouts_waiting: { help: 'Operations that wait for a connection' },
    },
    read: () => {
      const { open, inUse, waiting } = load();
      return {
        bff_database_connections: [{ value: open }],
        bff_database_connections_in_use: [{ value: inUse }],
        bff_database_checkouts_waiting: [{ value: waiting }],
      };
    },
  });
