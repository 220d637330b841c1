import type { SealedCollection } from '../../database/reseal/sealed-collection';
import { PERSON_PURPOSE, type Person } from '../person';
import {
  EMAIL_PURPOSE,
  ID_NUMBER_PURPOSE,
  IDENTITY_DRAFT_PURPOSE,
  LEGACY_PASSWORD_PURPOSE,
  PHONE_PURPOSE,
} from './account.model';

export const sealedAccounts: SealedCollection = {
  collection: 'accounts',
  envelopes: {
    phone: PHONE_PURPOSE,
    'email.address': EMAIL_PURPOSE,
    'identity.person': PERSON_PURPOSE,
    'identityDraft.typed': IDENTITY_DRAFT_PURPOSE,
    legacyPassword: LEGACY_PASSWORD_PURPOSE,
  },
  hashes: [
    { path: 'phoneHash', purpose: PHONE_PURPOSE, from: 'phone' },
    { path: 'phoneHashes', purpose: PHONE_PURPOSE, from: 'phone' },
    { path: 'emailHash', purpose: EMAIL_PURPOSE, from: 'email.address' },
    { path: 'emailHashes', purpose: EMAIL_PURPOSE, from: 'email.address' },
    {
      path: 'identity.idNumberHash',
      purpose: ID_NUMBER_PURPOSE,
      from: 'identity.person',
      pick: (opened) => (JSON.parse(opened) as Person).idNumber,
    },
  ],
};
