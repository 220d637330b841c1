import type { SealedCollection } from '../../database/reseal/sealed-collection';
import { ASKED_PURPOSE } from './face-check.model';

export const sealedFaceChecks: readonly SealedCollection[] = [
  { collection: 'face_checks', envelopes: { asked: ASKED_PURPOSE } },
];
