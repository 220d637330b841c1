import type { SealedCollection } from '../../database/reseal/sealed-collection';
import { AGENT_PURPOSE, CODE_PURPOSE, NOTE_PURPOSE, STEPS_PURPOSE } from './delivery.model';

export const sealedDeliveries: readonly SealedCollection[] = [
  {
    collection: 'deliveries',
    envelopes: {
      'parcels.*.steps': STEPS_PURPOSE,
      'parcels.*.note': NOTE_PURPOSE,
      code: CODE_PURPOSE,
      'collected.agentName': AGENT_PURPOSE,
    },
  },
];
