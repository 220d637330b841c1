import { Types } from 'mongoose';
import type { FileStore } from '../../ports/file-store';
import type { SealDrawing } from '../../ports/seal-maker';
import type { SealFiles } from './electronic-seal.model';

const newId = (): string => new Types.ObjectId().toHexString();
export const newSealFiles = (): SealFiles => ({ svg: newId(), png: newId(), data: newId() });

export async function writeSealFiles(
  fileStore: FileStore,
  ids: SealFiles,
  { svg, png }: SealDrawing,
  data: Buffer,
): Promise<void> {
  await fileStore.write(ids.svg, Buffer.from(svg, 'utf8'));
  await fileStore.write(ids.png, png);
  await fileStore.write(ids.data, data);
}

export async function deleteSealFiles(fileStore: FileStore, { svg, png, data }: SealFiles): Promise<void> {
  await Promise.all([svg, png, data].map((id) => fileStore.delete(id)));
}
