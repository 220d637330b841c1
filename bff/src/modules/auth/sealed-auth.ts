import type { SealedCollection } from '../../database/reseal/sealed-collection';

export const sealedAuth: readonly SealedCollection[] = [
  {
    collection: 'trusted_devices',
    passing: {
      _id: 'trusted devices: each proves the number once more',
      subject: 'the same devices, by whose they are',
    },
  },
  {
    collection: 'sessions',
    passing: {
      deviceKey: 'the same devices, in sessions',
      deviceTraces: 'what devices are compared by: known anew at the next sign-in',
    },
  },
  {
    collection: 'sms_codes',
    passing: { _id: 'counts of codes: forgotten after two days', codeHash: 'codes: gone after minutes' },
  },
  { collection: 'picture_codes', passing: { answerHash: 'pictures: gone after minutes' } },
  { collection: 'password_attempts', passing: { _id: 'wrong passwords: forgotten after a day' } },
];
