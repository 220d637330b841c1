import { createHash } from 'node:crypto';
import { AppError, type FilePurpose } from '@acceptance/shared';
import { Types } from 'mongoose';
import type { UploadedFile } from '../../http/request-context';
import type { ContractMaker, SignatureVerdict } from '../../ports/contract-maker';
import type { FileStore } from '../../ports/file-store';
import type { ImageChecker } from '../../ports/image-checker';
import type { FileModel } from './file.model';
import { type FileReference, referenceTo } from './file.presenter';

export interface FileDependencies {
  readonly files: FileModel;
  readonly fileStore: FileStore;
  readonly imageChecker: ImageChecker;
  readonly contractMaker: ContractMaker;
  /** @throws AppError orders.not_found, orders.not_editable */
  readonly checkOrderEditable: (accountId: string, orderId: string) => Promise<void>;
}

export interface Upload {
  readonly accountId: string;
  readonly orderId: string;
  readonly purpose: FilePurpose;
  readonly file: UploadedFile | null;
  readonly now: Date;
}

const SIGNATURE_REFUSALS: Record<
  Exclude<SignatureVerdict, 'ok'>,
  'signature.empty' | 'signature.too_small' | 'files.damaged'
> = {
  empty: 'signature.empty',
  'too-small': 'signature.too_small',
  unreadable: 'files.damaged',
};

async function refuseBadSignature(contractMaker: ContractMaker, png: Buffer): Promise<void> {
  const verdict = await contractMaker.checkSignature(png);
  if (verdict !== 'ok') {
    throw new AppError(SIGNATURE_REFUSALS[verdict]);
  }
}

/**
 * Checks an image and stores it encrypted. The record is written after the bytes: a record always has its bytes.
 * @throws AppError files.*, signature.*, orders.not_found, orders.not_editable
 */
export async function uploadFile(dependencies: FileDependencies, upload: Upload): Promise<FileReference> {
  const { files, fileStore, imageChecker, contractMaker, checkOrderEditable } = dependencies;
  const { accountId, orderId, purpose, file, now } = upload;
  if (!file || file.bytes.length === 0) {
    throw new AppError('files.missing');
  }
  await checkOrderEditable(accountId, orderId);
  const facts = await imageChecker.check({ ...file, purpose });
  if (purpose === 'signature') {
    await refuseBadSignature(contractMaker, file.bytes);
  }
  const _id = new Types.ObjectId();
  await fileStore.write(_id.toHexString(), file.bytes);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const { mediaType, width, height } = facts;
  const record = {
    _id,
    accountId,
    orderId,
    purpose,
    mediaType,
    width,
    height,
    byteLength: file.bytes.length,
    sha256,
    createdAt: now,
  };
  await files.create(record);
  return referenceTo(record);
}
