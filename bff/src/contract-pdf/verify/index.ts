export { type CoveredBytes, readContractSignature } from './contract-signature';
export { keptByBytes } from './kept-by-bytes';
export { limits as verificationLimits } from './limits';
export { readRevisions } from './read-revisions';
export { certificateStateBy } from './revocation';
export { type CheckedToken, checkNewToken } from './timestamp-token';
export { trustOf } from './trust-of';
export type {
  AcceptedRevision,
  ContractDoubt,
  ContractTrust,
  ContractVerdict,
  ContractVerification,
} from './verification';
export { signerChainIn, timestampPathsIn, verifyContractPdf } from './verify-contract';
