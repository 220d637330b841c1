import type { SealedCollection } from '../../database/reseal/sealed-collection';
import { PHONE_PURPOSE } from '../account';
import { SECRET_PURPOSE } from './second-factor';

export const sealedStaff: readonly SealedCollection[] = [
  {
    collection: 'staff',
    envelopes: {
      'secondFactor.secret': SECRET_PURPOSE,
      pendingSecret: SECRET_PURPOSE,
      'ownPhones.*.phone': PHONE_PURPOSE,
    },
    hashes: [{ path: 'ownPhones.*.phoneHash', purpose: PHONE_PURPOSE, from: 'ownPhones.*.phone' }],
    passing: {
      'secondFactor.recoveryHashes.*': 'recovery codes: good no more, new ones are made with the authenticator',
      'invitation.codeHash': 'invitations: over after 48 hours',
    },
  },
  { collection: 'staff_changes', passing: { codeHash: 'invitations that wait for a second administrator' } },
];
