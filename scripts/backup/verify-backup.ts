import type { Connection } from 'mongoose';
import type { Authentication } from '../../bff/src/modules/audit';
import type { CollectionReport } from '../audit/verify-audit-collection';
import { verifyAuditCollection } from '../audit/verify-audit-collection';
import type { ProgressTarget } from '../progress/progress-bar';
import type { Manifest } from './manifest';
import { type RestoreOptions, restoreDatabase } from './restore-database';

export interface Verified {
  readonly manifest: Manifest;
  /** Of the authority's own database there is none. */
  readonly chain: CollectionReport | null;
}

/** Puts a copy back into an empty database, walks the audit chain there, and empties it again. @throws Error */
export async function verifyBackup(
  connection: Connection,
  folder: string,
  authentication: Authentication | null,
  options: RestoreOptions & { readonly progress: ProgressTarget },
): Promise<Verified> {
  let began = false;
  const onFill = () => {
    began = true;
  };
  try {
    const manifest = await restoreDatabase(connection, folder, { ...options, onFill });
    const isProduct = manifest.database === 'product';
    const chain = isProduct ? await verifyAuditCollection(connection, [], authentication, options.progress) : null;
    return { manifest, chain };
  } finally {
    // Only what this has filled: a database that was refused is somebody's.
    if (began) {
      await connection.getClient().db().dropDatabase();
    }
  }
}
