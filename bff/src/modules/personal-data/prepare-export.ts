import { zipSync } from 'fflate';
import { outboxEntry } from '../../database/outbox';
import { type DataExportModel, type DataExportRecord, EXPORT_LIFE_MS } from './data-export.model';
import { type GatherDependencies, gatherData } from './gather-data';
import { EXPORT_JOBS } from './personal-data-jobs';

export interface PrepareExportDependencies extends GatherDependencies {
  readonly dataExports: DataExportModel;
  readonly now: () => Date;
}

/** Photos and PDFs are compressed already. */
const isText = (path: string): boolean => /\.(json|txt)$/.test(path);

/**
 * Job: makes the ZIP. What has been written by a run that died is found by its id and thrown away, for the file store
 * keeps the first bytes of an id and the data may have changed.
 */
export async function prepareExport(dependencies: PrepareExportDependencies, exportId: string): Promise<void> {
  const { dataExports, fileStore, now } = dependencies;
  const found = await dataExports.findOne({ _id: exportId }).lean<DataExportRecord>();
  if (found?.state !== 'preparing') {
    return;
  }
  const files: Record<string, [Uint8Array, { level: 0 | 6 }]> = {};
  for await (const [path, content] of gatherData(dependencies, found.accountId, now())) {
    files[path] = [content, { level: isText(path) ? 6 : 0 }];
  }
  const zip = Buffer.from(zipSync(files, { mtime: now() }));
  await fileStore.delete(exportId);
  await fileStore.write(exportId, zip);
  const expiresAt = new Date(now().getTime() + EXPORT_LIFE_MS);
  const ready = await dataExports.updateOne(
    { _id: exportId, state: 'preparing' },
    {
      $set: { state: 'ready', expiresAt, byteLength: zip.length },
      $unset: { openFor: 1 },
      $push: { outbox: outboxEntry(EXPORT_JOBS.removeExport, expiresAt) },
    },
  );
  if (ready.matchedCount === 0 && !(await dataExports.exists({ _id: exportId }))) {
    // The account was deleted meanwhile: nothing would ever remove the ZIP.
    await fileStore.delete(exportId);
  }
}

/** Job: removes the ZIP when its time is over; the record stays to say so. */
export async function removeExport(
  { dataExports, fileStore }: Pick<PrepareExportDependencies, 'dataExports' | 'fileStore'>,
  exportId: string,
): Promise<void> {
  await fileStore.delete(exportId);
  await dataExports.updateOne({ _id: exportId, state: 'ready' }, { $set: { state: 'expired' } });
}
