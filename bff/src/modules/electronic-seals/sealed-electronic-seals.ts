import type { SealedCollection } from '../../database/reseal/sealed-collection';
import { SEAL_WORDS_PURPOSE } from './electronic-seal.model';

export const sealedElectronicSeals: readonly SealedCollection[] = [
  { collection: 'electronic_seals', envelopes: { words: SEAL_WORDS_PURPOSE } },
];
