export { type ActsPage, actsOn } from './acts-on';
export { type Anchor, readAnchors } from './anchor-file';
export {
  type AuditAnchorModel,
  type AuditAnchorRecord,
  auditAnchorModel,
  queueAnchor,
  TELL_ANCHOR_JOB,
} from './audit-anchor.model';
export { type AuditEntryModel, auditEntryModel, type StoredAuditEntry } from './audit-entry.model';
export { type AuditLog, createAuditLog } from './audit-log';
export type { Act, AuditActor, AuditRecord } from './audit-record';
export { type ChainStore, createChainAppender, mongoChainStore } from './chain-store';
export { createDailyAnchor } from './daily-anchor';
export { type ActRecorder, createActRecorder, type JobRun } from './record-acts';
export { type ChainEnd, GENESIS_HASH, linkActs } from './record-hash';
export { createRefusalGate } from './refusal-gate';
export { type BrokenLink, type BrokenLinkKind, type ChainReport, verifyChain } from './verify-chain';
