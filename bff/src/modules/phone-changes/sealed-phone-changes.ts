import type { SealedCollection } from '../../database/reseal/sealed-collection';
import { PHONE_PURPOSE } from '../account';

export const sealedPhoneChanges: readonly SealedCollection[] = [
  {
    collection: 'phone_changes',
    envelopes: { oldPhone: PHONE_PURPOSE, newPhone: PHONE_PURPOSE },
    hashes: [
      { path: 'oldPhoneHash', purpose: PHONE_PURPOSE, from: 'oldPhone' },
      { path: 'newPhoneHash', purpose: PHONE_PURPOSE, from: 'newPhone' },
    ],
    passing: { receiptHash: 'receipts of changes of number: the change stays, its receipt shows it no more' },
  },
];
