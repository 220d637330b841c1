import { noteAct } from '../../bff/src/http/act-notes';
import type { OperationRecorder } from '../operator/record-operation';
import { type ImportOptions, type ImportResult, importAccounts } from './import-accounts';
import type { StoreDependencies } from './store-accounts';

/** An import of which the audit log holds beginning and end, with how many accounts it made. */
export const importRecorded = (
  recorder: Pick<OperationRecorder, 'perform'>,
  dependencies: StoreDependencies,
  options: ImportOptions,
): Promise<ImportResult> =>
  recorder.perform({ action: 'operator.importAccounts', object: null }, async () => {
    const result = await importAccounts(dependencies, options);
    const { added, existing, bad, stopped } = result;
    noteAct({ added, existing, bad });
    return { result, outcome: stopped ? 'stopped' : 'done' };
  });
