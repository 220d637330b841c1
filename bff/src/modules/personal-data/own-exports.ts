import { Readable } from 'node:stream';
import { AppError, type DataExport } from '@acceptance/shared';
import { Types } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import { outboxEntry } from '../../database/outbox';
import type { StreamedResult } from '../../http/request-context';
import type { FileStore } from '../../ports/file-store';
import { type ProofDependencies, proveSelf } from '../auth';
import type { DataExportModel, DataExportRecord } from './data-export.model';
import { partsOf, readParts } from './export-parts';
import { EXPORT_JOBS } from './personal-data-jobs';

export interface ExportDependencies {
  readonly dataExports: DataExportModel;
  readonly fileStore: FileStore;
}

const MOST_SHOWN = 10;

const presentExport = (record: DataExportRecord): DataExport => ({
  id: record._id.toHexString(),
  state: record.state,
  requestedAt: record.requestedAt.toISOString(),
  expiresAt: record.expiresAt?.toISOString() ?? null,
  byteLength: record.byteLength,
});

/** Begins an export of one's own data. @throws AppError auth.code_*, personal_data.export_running */
export async function requestExport(
  dependencies: ExportDependencies & ProofDependencies,
  { accountId, code, now }: { accountId: string; code: string; now: Date },
): Promise<DataExport> {
  await proveSelf(dependencies, { accountId, code, now });
  try {
    const made = await dependencies.dataExports.create({
      _id: new Types.ObjectId(),
      accountId,
      openFor: accountId,
      state: 'preparing',
      requestedAt: now,
      expiresAt: null,
      byteLength: null,
      outbox: [outboxEntry(EXPORT_JOBS.prepareExport, now)],
    });
    return presentExport(made.toObject<DataExportRecord>());
  } catch (error) {
    throw isDuplicateKey(error) ? new AppError('personal_data.export_running') : error;
  }
}

/** The newest first. */
export async function listExports(
  { dataExports }: Pick<ExportDependencies, 'dataExports'>,
  accountId: string,
): Promise<{ items: DataExport[] }> {
  const found = await dataExports.find({ accountId }).sort({ _id: -1 }).limit(MOST_SHOWN).lean<DataExportRecord[]>();
  return { items: found.map(presentExport) };
}

/**
 * The ZIP of one's own export.
 * @throws AppError personal_data.export_not_found (also for somebody else's), export_not_ready, export_expired
 */
export async function readExport(
  { dataExports, fileStore }: ExportDependencies,
  { accountId, exportId, now }: { accountId: string; exportId: string; now: Date },
): Promise<StreamedResult> {
  const found = await dataExports.findOne({ _id: exportId, accountId }).lean<DataExportRecord>();
  if (!found) {
    throw new AppError('personal_data.export_not_found');
  }
  if (found.state === 'preparing' || found.state === 'failed') {
    throw new AppError('personal_data.export_not_ready');
  }
  const isOver = found.state === 'expired' || (found.expiresAt !== null && found.expiresAt <= now);
  const [firstId = '', ...rest] = partsOf(found);
  const first = isOver ? null : await fileStore.read(firstId);
  if (!first) {
    throw new AppError('personal_data.export_expired');
  }
  return { bytes: Readable.from(readParts(fileStore, first, rest)), mediaType: 'application/zip' };
}
