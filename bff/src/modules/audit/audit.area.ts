import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { AnyArea } from '../../area/define-area';
import type { FieldCipher } from '../../database/field-cipher';
import { outboxStore } from '../../database/outbox-store';
import { handleJobs } from '../../jobs/job-handler';
import type { RecordedRun } from '../../jobs/run-job';
import type { Sweep } from '../../jobs/sweeps';
import type { KeyRing } from '../../keys/key-ring';
import { ANCHOR_JOBS } from './anchor-jobs';
import { type AuditAnchorModel, auditAnchorModel, queueAnchor } from './audit-anchor.model';
import { type AuditCountModel, auditCountModel } from './audit-count.model';
import { type AuditEntryModel, auditEntryModel } from './audit-entry.model';
import type { AuditLog } from './audit-log';
import { mongoChainStore } from './chain-store';
import { type AuditTurnModel, auditTurnModel } from './chain-turns';
import { closeCounts, countAct } from './count-acts';
import { createDailyAnchor } from './daily-anchor';
import { mongoAuditLog } from './mongo-audit-log';
import { type ActRecorder, createActRecorder } from './record-acts';
import { createRefusalGate } from './refusal-gate';
import { type TellAnchorDependencies, tellAnchor } from './tell-anchor';

interface LogNeeds {
  readonly auditEntries: AuditEntryModel;
  readonly auditCounts: AuditCountModel;
  readonly auditTurns: AuditTurnModel;
  readonly cipher: FieldCipher;
  readonly auditKeys: KeyRing;
  readonly logger: Logger;
}

interface SweepNeeds {
  readonly auditEntries: AuditEntryModel;
  readonly auditCounts: AuditCountModel;
  readonly auditLog: AuditLog;
  readonly auditAnchors: AuditAnchorModel;
  readonly actRecorder: ActRecorder;
  readonly logger: Logger;
  readonly anchorPhones: readonly string[];
  /** Null: the anchor goes to no file. */
  readonly anchorFile: string | null;
}

const SECOND_MS = 1000;

function createServices({ auditEntries, auditCounts, auditTurns, auditKeys, cipher, logger }: LogNeeds) {
  const auditLog = mongoAuditLog(auditEntries, auditTurns, auditKeys.newest);
  const actRecorder = createActRecorder({
    auditLog,
    countAct: (act) => countAct(auditCounts, act),
    gate: createRefusalGate(),
    keyedHash: cipher.lookupHash,
    logger,
  });
  const recordRun = (run: RecordedRun): Promise<void> => actRecorder.recordJob(run);
  return { auditLog, actRecorder, recordRun };
}

function sweepsOf(needs: SweepNeeds): Sweep[] {
  const { auditEntries, auditAnchors, actRecorder, anchorFile, anchorPhones, logger } = needs;
  const anchorDaily = createDailyAnchor({
    readEnd: mongoChainStore(auditEntries).readEnd,
    file: anchorFile,
    tellStaff: (anchor, day) => queueAnchor(auditAnchors, anchor, day, anchorPhones.length),
    logger,
  });
  return [
    { name: 'audit-anchor', everyMs: SECOND_MS, run: anchorDaily },
    { name: 'audit-counts', everyMs: SECOND_MS, run: (now) => closeCounts(needs, now) },
    { name: 'withheld-refusals', everyMs: SECOND_MS, run: (now) => actRecorder.recordWithheld(now) },
  ];
}

export const auditArea = {
  name: 'audit',
  models: (connection: Connection) => ({
    auditEntries: auditEntryModel(connection),
    auditCounts: auditCountModel(connection),
    auditAnchors: auditAnchorModel(connection),
    auditTurns: auditTurnModel(connection),
  }),
  services: createServices,
  queues: { anchor: ({ auditAnchors }: { auditAnchors: AuditAnchorModel }) => outboxStore(auditAnchors) },
  jobs: [
    handleJobs(ANCHOR_JOBS, (needs: TellAnchorDependencies) => ({
      tellAnchor: ({ ownerId, entry }) => tellAnchor(needs, ownerId, Number(entry.payload.recipient)),
    })),
  ],
  sweeps: sweepsOf,
  async close({ actRecorder, auditLog, now }: { actRecorder: ActRecorder; auditLog: AuditLog; now: () => Date }) {
    await actRecorder.recordWithheld(now(), true);
    await auditLog.close();
  },
} satisfies AnyArea;
