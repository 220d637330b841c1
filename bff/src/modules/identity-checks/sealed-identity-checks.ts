import type { SealedCollection } from '../../database/reseal/sealed-collection';
import { TYPED_PURPOSE } from './identity-check.model';

export const sealedIdentityChecks: readonly SealedCollection[] = [
  { collection: 'identity_checks', envelopes: { typed: TYPED_PURPOSE } },
];
