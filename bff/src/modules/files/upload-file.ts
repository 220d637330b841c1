import { createHash } from 'node:crypto';
import { AppError, type FilePurpose, type PhotoReason, photoReasons } from '@acceptance/shared';
import { Types } from 'mongoose';
import type { UploadedFile } from '../../http/request-context';
import type { ContractMaker, InkVerdict } from '../../ports/contract-maker';
import type { FileStore } from '../../ports/file-store';
import type { ImageChecker } from '../../ports/image-checker';
import type { FileModel, FileRecord } from './file.model';
import { type FileReference, referenceTo } from './file.presenter';
import type { FileHolder } from './file-holder';
import { preparing } from './prepare-ink';
import { newHold, removeFile } from './remove-file';
import { refuseBeyond, uploadRoom } from './upload-room';

export interface FileDependencies {
  readonly files: FileModel;
  readonly fileStore: FileStore;
  readonly imageChecker: ImageChecker;
  readonly contractMaker: ContractMaker;
  /** What the order says of its files. @throws AppError orders.not_found, orders.not_editable */
  readonly checkOrderTakes: (accountId: string, orderId: string, purpose: FilePurpose) => Promise<FileHolder>;
  /** @throws AppError auth.session_expired */
  readonly checkAccountOpen: (accountId: string) => Promise<void>;
}

export interface Upload {
  readonly accountId: string;
  readonly orderId: string;
  readonly purpose: FilePurpose;
  readonly file: UploadedFile | null;
  readonly now: Date;
}

/** No upload takes so long: what is still held by then has died. */
const FIRST_CHECK_MS = 3_600_000;

const SIGNATURE_REFUSALS: Record<
  Exclude<InkVerdict, 'ok'>,
  'signature.empty' | 'signature.too_small' | 'signature.not_writing' | 'files.damaged'
> = {
  empty: 'signature.empty',
  'too-small': 'signature.too_small',
  'not-writing': 'signature.not_writing',
  unreadable: 'files.damaged',
};

/** The ink of a signature. @throws AppError signature.*, files.damaged, files.busy */
async function inkOf(contractMaker: ContractMaker, png: Buffer): Promise<Buffer> {
  const prepared = await preparing(contractMaker.prepareSignature(png));
  if (prepared.verdict !== 'ok') {
    throw new AppError(SIGNATURE_REFUSALS[prepared.verdict]);
  }
  return prepared.inkMask;
}

/** Counts what is stored, with `coming` more. @throws AppError files.too_many */
const refuseFull = (
  { files }: FileDependencies,
  { accountId, orderId }: Upload,
  holder: FileHolder,
  coming: number,
): Promise<void> => refuseBeyond(files, { accountId, orderId, holder, most: uploadRoom(holder) - coming });

/**
 * Stores the bytes under a record that nobody sees yet, looks AFTER that whether order and account still want them, and
 * only then shows it: whatever closes or deletes at the same time either is seen here or finds the record.
 */
async function store(
  dependencies: FileDependencies,
  upload: Upload,
  holder: FileHolder,
  { record, bytes, ink }: { record: FileRecord; bytes: Buffer; ink: Buffer | null },
): Promise<void> {
  const { files, fileStore, checkOrderTakes, checkAccountOpen } = dependencies;
  const { _id } = record;
  const heldBy = newHold();
  await files.create({ ...record, heldBy });
  try {
    await refuseFull(dependencies, upload, holder, 0);
    await fileStore.write(_id.toHexString(), bytes);
    if (ink && record.inkId) {
      await fileStore.write(record.inkId, ink);
    }
    await checkOrderTakes(upload.accountId, upload.orderId, upload.purpose);
    await checkAccountOpen(upload.accountId);
    const shown = await files.updateOne({ _id, heldBy }, { $unset: { heldBy: 1 } });
    if (shown.matchedCount === 0) {
      throw new AppError('orders.not_found');
    }
  } catch (error) {
    await removeFile({ files, fileStore }, record);
    throw error;
  }
}

/**
 * Checks an image and stores it encrypted. Answers too why it may be hard to read, which refuses nothing.
 * @throws AppError files.*, signature.*, orders.not_found, orders.not_editable, auth.session_expired
 */
export async function uploadFile(
  dependencies: FileDependencies,
  upload: Upload,
): Promise<FileReference & { readonly reasons: PhotoReason[] }> {
  const { imageChecker, contractMaker, checkOrderTakes } = dependencies;
  const { accountId, orderId, purpose, file, now } = upload;
  if (!file || file.bytes.length === 0) {
    throw new AppError('files.missing');
  }
  // Before the picture is decoded, which is what costs; decided it is once it is counted.
  const holder = await checkOrderTakes(accountId, orderId, purpose);
  await refuseFull(dependencies, upload, holder, 1);
  const { mediaType, width, height, look } = await imageChecker.check({ ...file, purpose });
  const ink = purpose === 'signature' ? await inkOf(contractMaker, file.bytes) : null;
  const record: FileRecord = {
    _id: new Types.ObjectId(),
    accountId,
    orderId,
    purpose,
    mediaType,
    width,
    height,
    byteLength: file.bytes.length,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    ...(look && { print: look.print }),
    ...(ink && { inkId: new Types.ObjectId().toHexString() }),
    createdAt: now,
    checkAt: new Date(now.getTime() + FIRST_CHECK_MS),
  };
  await store(dependencies, upload, holder, { record, bytes: file.bytes, ink });
  return { ...referenceTo(record), reasons: look ? photoReasons(look, purpose, holder.photoAdvice) : [] };
}
