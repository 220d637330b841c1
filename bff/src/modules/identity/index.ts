export { recordIdentityConsent } from './identity-consent';
export { openIdentityDraft } from './identity-draft';
export { idNumberHashesOf, isVerifiedAs, type RecordIdentityDependencies, recordIdentity } from './record-identity';
export { type PossessionDependencies, proveIdentity, provePossession, refuseImpossible } from './verify-identity';
