import { formatChinaDate, formatChinaDateTime } from '@acceptance/shared';
import type { BinaryResult } from '../../http/request-context';
import type { FileStore } from '../../ports/file-store';
import type { PhotoMarker } from '../../ports/photo-marker';
import type { FileReference } from './file.presenter';
import { readFileBytes } from './read-file';

export interface MarkedReading {
  readonly fileStore: FileStore;
  readonly photoMarker: PhotoMarker;
  readonly staffNames: { namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> };
}

/** Who looks, when and what for: what stands across the photo. */
export interface StaffLook {
  /** 仅供实名认证人工核验 */
  readonly purpose: string;
  /** Of the application; absent where the purpose has none. */
  readonly orderNumber?: string;
  readonly staffId: string;
  readonly now: Date;
}

/**
 * A photo as staff see it: with the look written across it, made anew for each look and kept nowhere. The stored bytes are for the
 * applicant alone. @throws AppError files.not_found, files.busy, server.unavailable
 */
export async function readMarkedFile(
  { fileStore, photoMarker, staffNames }: MarkedReading,
  file: Pick<FileReference, 'id' | 'mediaType'>,
  { purpose, orderNumber, staffId, now }: StaffLook,
): Promise<BinaryResult> {
  const { bytes } = await readFileBytes(fileStore, file);
  const name = (await staffNames.namesOf([staffId])).get(staffId) ?? staffId;
  const [, time = ''] = formatChinaDateTime(now).split(' ');
  const lines = [purpose, ...(orderNumber ? [orderNumber] : []), `${name} ${formatChinaDate(now)} ${time}`];
  const marked = await photoMarker.mark({ bytes: Buffer.from(bytes), mediaType: file.mediaType, lines });
  return { bytes: marked, mediaType: 'image/jpeg' };
}
