import type { Connection } from 'mongoose';
import type { Authentication } from '../../bff/src/modules/audit';
import { verifyAuditCollection } from './verify-audit-collection';

const SILENT = { write: () => true };

/** What `npm run audit:verify` finds, as an error. @throws Error naming the first broken link, or how many entries stand outside */
export async function refuseBrokenChain(connection: Connection, authentication: Authentication | null): Promise<void> {
  const { brokenLink, outside } = await verifyAuditCollection(connection, [], authentication, SILENT);
  if (brokenLink) {
    throw new Error(`the audit chain is broken at record ${brokenLink.seq}: ${brokenLink.kind}`);
  }
  if (outside > 0) {
    throw new Error(`${outside} entries stand outside the audit chain`);
  }
}
