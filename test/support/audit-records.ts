import { randomBytes, randomInt } from 'node:crypto';
import { loadConfig } from '../../bff/src/config/load-config';
import { createContainer } from '../../bff/src/container';
import type { Act, AuditRecord } from '../../bff/src/modules/audit';
import { authenticationOf } from '../../scripts/audit/authentication-settings';
import { verifyAuditCollection } from '../../scripts/audit/verify-audit-collection';
import type { TestSystem } from './test-system';

const SILENT = { write: () => true };

/** The collection, for looking and for tampering. */
export const auditEntries = (system: TestSystem) => system.container().auditEntries;

/** The whole chain, in its order. */
export const allRecords = (system: TestSystem): Promise<AuditRecord[]> =>
  auditEntries(system).find({}, { _id: 0 }).sort({ seq: 1 }).lean<AuditRecord[]>();

/** What is recorded while something is done. */
export async function recordedBy(system: TestSystem, doing: () => Promise<unknown>): Promise<AuditRecord[]> {
  const before = await auditEntries(system).countDocuments();
  await doing();
  return (await allRecords(system)).slice(before);
}

/** What `npm run audit:verify` finds, without anchors. */
export const verifyAudit = (system: TestSystem) =>
  verifyAuditCollection(system.container().connection, [], authenticationOf(system.environment), SILENT);

/** An act that nobody has done, to fill the chain with; told apart by its number and who. */
export const madeUpAct = (system: TestSystem, n: number, who: string): Act => ({
  at: system.clock.now(),
  actor: { kind: 'system', id: who, role: null },
  action: 'test.act',
  object: `test:${n}`,
  partOf: null,
  address: null,
  outcome: 'done',
  requestId: null,
});

/** Another process of the BFF on the same database; to be closed by the test. */
export const anotherContainer = (system: TestSystem, settings: Record<string, string> = {}) => {
  const { environment, clock } = system;
  const surroundings = { now: clock.now, randomBytes, randomInt };
  return createContainer(loadConfig({ ...environment, ...settings }), system.container().logger, surroundings);
};
