export {
  type AdmitDependencies,
  admitClaim,
  type IdentityClaim,
  type PossessionDependencies,
  provePossession,
  refuseImpossible,
} from './admit-claim';
export { recordFaceConsent, recordIdentityConsent } from './identity-consent';
export { openIdentityDraft } from './identity-draft';
export { FACE_STARTS, giveTryBack, takeTry, triesOf } from './identity-tries';
export { idNumberHashesOf, isVerifiedAs, type RecordIdentityDependencies, recordIdentity } from './record-identity';
export { proveIdentity } from './verify-identity';
