import type { Connection } from 'mongoose';
import { pendingMigrations } from '../../bff/src/database/migrate';
import { auditChain } from '../../bff/src/database/migrations/2026-11-22-audit-chain';
import { findOutdatedValidators, setValidators } from '../../bff/src/database/validators/validators';
import { noteAct } from '../../bff/src/http/act-notes';
import { declareCollections } from '../../bff/src/stored-collections';
import type { OperationRecorder } from './record-operation';

/**
 * Sets the validators that are not those of this version, before its migrations, which write by them. It is recorded where there is
 * an audit log; a database without one has nothing yet that could be hidden. Answers their collections.
 */
export async function setValidatorsRecorded(
  connection: Connection,
  recorder: Pick<OperationRecorder, 'perform'>,
): Promise<string[]> {
  declareCollections(connection);
  const outdated = await findOutdatedValidators(connection);
  if (outdated.length === 0) {
    return [];
  }
  if ((await pendingMigrations(connection)).includes(auditChain.id)) {
    return setValidators(connection);
  }
  return recorder.perform({ action: 'operator.set-validators', object: null }, async () => {
    noteAct({ validators: outdated.join('+') });
    return { result: await setValidators(connection) };
  });
}
