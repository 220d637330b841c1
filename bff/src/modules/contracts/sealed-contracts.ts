import type { SealedCollection } from '../../database/reseal/sealed-collection';
import { PERSON_PURPOSE } from '../account';
import { claimedPerson, PERSON_CLAIM_PURPOSE, RISK_PURPOSES, tracedName, tracedPerson, tracedPhone } from '../orders';
import { CONTRACT_DETAILS_PURPOSE } from './contract-details';
import { CONSENT_ADDRESS_PURPOSE, CONSENT_DEVICE_PURPOSE } from './record-consent';

/** What this area puts into orders. */
export const sealedContracts: SealedCollection = {
  collection: 'orders',
  envelopes: {
    'applicant.person': PERSON_PURPOSE,
    'contract.consent.device': CONSENT_DEVICE_PURPOSE,
    'contract.consent.address': CONSENT_ADDRESS_PURPOSE,
    'contract.consent.details': CONTRACT_DETAILS_PURPOSE,
    'formerContracts.*.consent.device': CONSENT_DEVICE_PURPOSE,
    'formerContracts.*.consent.address': CONSENT_ADDRESS_PURPOSE,
    'formerContracts.*.consent.details': CONTRACT_DETAILS_PURPOSE,
  },
  hashes: [
    {
      path: 'liveClaim.personHashes',
      purpose: PERSON_CLAIM_PURPOSE,
      from: 'applicant.person',
      pick: claimedPerson,
    },
    {
      path: 'riskTraces.personHashes',
      purpose: RISK_PURPOSES.person,
      from: 'applicant.person',
      pick: tracedPerson,
    },
    { path: 'riskTraces.nameHashes', purpose: RISK_PURPOSES.name, from: 'applicant.person', pick: tracedName },
    { path: 'riskTraces.phoneHashes', purpose: RISK_PURPOSES.phone, from: 'applicant.person', pick: tracedPhone },
  ],
  onceClear: ['contract.consent.device', 'contract.consent.address'],
};
