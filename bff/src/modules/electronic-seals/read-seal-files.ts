import { AppError, type SealPictureFormat } from '@acceptance/shared';
import type { BinaryResult } from '../../http/request-context';
import type { FileStore } from '../../ports/file-store';
import type { ElectronicSealRecord, SealFiles } from './electronic-seal.model';

const MEDIA_TYPES: Record<keyof SealFiles, string> = {
  png: 'image/png',
  svg: 'image/svg+xml',
  data: 'application/octet-stream',
};

async function readFile(
  fileStore: FileStore,
  { made }: ElectronicSealRecord,
  name: keyof SealFiles,
): Promise<BinaryResult> {
  const bytes = made && (await fileStore.read(made.files[name]));
  if (!bytes) {
    throw new AppError('electronic_seals.not_made');
  }
  return { bytes, mediaType: MEDIA_TYPES[name] };
}

/** @throws AppError electronic_seals.not_made */
export const readSealPicture = (fileStore: FileStore, seal: ElectronicSealRecord, format: SealPictureFormat) =>
  readFile(fileStore, seal, format);

/** The signed structure. @throws AppError electronic_seals.not_made */
export const readSealData = (fileStore: FileStore, seal: ElectronicSealRecord) => readFile(fileStore, seal, 'data');
