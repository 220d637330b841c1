import { outboxEntry } from '../../database/outbox';
import { zipStream } from '../../http/zip-stream';
import { type DataExportModel, type DataExportRecord, EXPORT_LIFE_MS } from './data-export.model';
import { beginRun, deleteParts, type ExportPartsDependencies, writeParts } from './export-parts';
import { type GatherDependencies, gatherData } from './gather-data';
import { EXPORT_JOBS } from './personal-data-jobs';

export interface PrepareExportDependencies extends GatherDependencies {
  readonly dataExports: DataExportModel;
  readonly now: () => Date;
}

/** Job: makes the ZIP, as a stream from the database into the file store. */
export async function prepareExport(dependencies: PrepareExportDependencies, exportId: string): Promise<void> {
  const { now } = dependencies;
  const begun = await beginRun(dependencies, exportId);
  if (!begun) {
    return;
  }
  const chunks = zipStream(gatherData(dependencies, begun.accountId, now()), now());
  await writeParts(dependencies, begun, chunks, (byteLength) => {
    const expiresAt = new Date(now().getTime() + EXPORT_LIFE_MS);
    return {
      $set: { state: 'ready', expiresAt, byteLength },
      $unset: { openFor: 1 },
      $push: { outbox: outboxEntry(EXPORT_JOBS.removeExport, expiresAt) },
    };
  });
}

/** Job: removes the ZIP when its time is over; the record stays to say so. */
export async function removeExport(
  { dataExports, fileStore }: ExportPartsDependencies,
  exportId: string,
): Promise<void> {
  const record = await dataExports.findOne({ _id: exportId }).lean<DataExportRecord>();
  if (record) {
    await deleteParts(fileStore, record);
    await dataExports.updateOne({ _id: exportId, state: 'ready' }, { $set: { state: 'expired', parts: [] } });
  }
}
