import type { SealedCollection } from '../../database/reseal/sealed-collection';
import { CHAIN_PURPOSE, REQUEST_PURPOSE } from './certificate.model';

export const sealedCertificates: readonly SealedCollection[] = [
  { collection: 'certificates', envelopes: { request: REQUEST_PURPOSE, chain: CHAIN_PURPOSE } },
];
