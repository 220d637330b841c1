import { randomBytes, randomInt } from 'node:crypto';
import type { RingKey } from '../../keys/key-ring';
import type { AuditEntryModel } from './audit-entry.model';
import { type AuditLog, createAuditLog } from './audit-log';
import { createChainAppender, mongoChainStore } from './chain-store';
import { type AuditTurnModel, mongoChainTurns } from './chain-turns';

const SHORTEST_PAUSE_MS = 1;
const LONGEST_PAUSE_MS = 6;

/** The audit log of this process, in the one chain of the database. */
export function mongoAuditLog(auditEntries: AuditEntryModel, auditTurns: AuditTurnModel, key: RingKey): AuditLog {
  const appendBatch = createChainAppender({
    store: mongoChainStore(auditEntries),
    turns: mongoChainTurns(auditTurns, randomBytes(12).toString('hex')),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms + randomInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS))),
    key,
  });
  return createAuditLog(appendBatch);
}
