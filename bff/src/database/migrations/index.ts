import type { Migration } from '../migration';
import { auditChain } from './2026-11-22-audit-chain';
import { initialIndexes } from './2026-11-22-initial-indexes';
import { passwordsAndSessions } from './2026-11-22-passwords-and-sessions';
import { accountEmails } from './2026-11-26-account-emails';
import { auditAnchors } from './2026-11-26-audit-anchors';
import { personalData } from './2026-11-26-personal-data';
import { phoneChanges } from './2026-11-26-phone-changes';
import { auditSubjects } from './2026-11-28-audit-subjects';
import { codesAndIdentities } from './2026-11-28-codes-and-identities';
import { files } from './2026-11-28-files';
import { staffChanges } from './2026-11-28-staff-changes';
import { tasks } from './2026-11-28-tasks';
import { watchedAttempts } from './2026-11-28-watched-attempts';
import { keyRings } from './2026-11-29-key-rings';
import { unitAndPersonFirst } from './2026-11-29-unit-and-person-first';
import { contractTemplates } from './2026-11-30-contract-templates';
import { identityChecks } from './2026-11-30-identity-checks';
import { certificates } from './2026-12-01-certificates';
import { faceChecks } from './2026-12-01-face-checks';
import { certificateChallenges } from './2026-12-02-certificate-challenges';
import { electronicSeals } from './2026-12-02-electronic-seals';
import { orderKinds } from './2026-12-02-order-kinds';
import { deliveries } from './2026-12-03-deliveries';
import { factorCertificates } from './2026-12-04-factor-certificates';
import { liveClaims } from './2026-12-04-live-claims';
import { ukeyUnlocks } from './2026-12-04-ukey-unlocks';
import { orderDuties } from './2026-12-05-order-duties';
import { bankTransfers } from './2026-12-06-bank-transfers';
import { refundRequests } from './2026-12-06-refund-requests';
import { invoices } from './2026-12-07-invoices';
import { projectVersions } from './2026-12-07-project-versions';
import { reviewPromises } from './2026-12-07-review-promises';
import { riskTraces } from './2026-12-07-risk-traces';
import { notices } from './2026-12-08-notices';
import { orderEvents } from './2026-12-09-order-events';
import { orderSearch } from './2026-12-09-order-search';
import { reconciliation } from './2026-12-09-reconciliation';
import { statementLayouts } from './2026-12-10-statement-layouts';
import { contractLasting } from './2026-12-11-contract-lasting';
import { storedFiles } from './2026-12-11-stored-files';
import { auditTurns } from './2026-12-12-audit-turns';
import { queryIndexes } from './2026-12-12-query-indexes';
import { flatLists } from './2026-12-13-flat-lists';
import { coveredLists } from './2026-12-14-covered-lists';

/** In order; append only. */
export const migrations: readonly Migration[] = [
  initialIndexes,
  auditChain,
  passwordsAndSessions,
  accountEmails,
  phoneChanges,
  personalData,
  auditAnchors,
  tasks,
  watchedAttempts,
  codesAndIdentities,
  files,
  staffChanges,
  auditSubjects,
  keyRings,
  unitAndPersonFirst,
  contractTemplates,
  identityChecks,
  certificates,
  faceChecks,
  electronicSeals,
  certificateChallenges,
  orderKinds,
  deliveries,
  liveClaims,
  ukeyUnlocks,
  factorCertificates,
  orderDuties,
  bankTransfers,
  refundRequests,
  reviewPromises,
  invoices,
  notices,
  riskTraces,
  projectVersions,
  reconciliation,
  orderSearch,
  orderEvents,
  statementLayouts,
  contractLasting,
  storedFiles,
  auditTurns,
  queryIndexes,
  flatLists,
  coveredLists,
];
