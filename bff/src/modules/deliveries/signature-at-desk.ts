import { AppError } from '@acceptance/shared';
import type { UploadedFile } from '../../http/request-context';
import type { ContractMaker, InkVerdict } from '../../ports/contract-maker';
import type { ImageChecker } from '../../ports/image-checker';
import { preparing } from '../files';

export interface SignatureDependencies {
  readonly imageChecker: ImageChecker;
  readonly contractMaker: ContractMaker;
}

const SIGNATURE_REFUSALS = {
  empty: 'signature.empty',
  'too-small': 'signature.too_small',
  'not-writing': 'signature.not_writing',
  unreadable: 'files.damaged',
} as const satisfies Record<Exclude<InkVerdict, 'ok'>, string>;

/**
 * The signature of who stands at the desk, PNG, as the contract's is checked.
 * @throws AppError contracts.signature_required, files.*, signature.*
 */
export async function checkSignature(needs: SignatureDependencies, file: UploadedFile | null): Promise<Buffer> {
  if (!file || file.bytes.length === 0) {
    throw new AppError('contracts.signature_required');
  }
  await needs.imageChecker.check({ ...file, purpose: 'signature' });
  const { verdict } = await preparing(needs.contractMaker.prepareSignature(file.bytes));
  if (verdict !== 'ok') {
    throw new AppError(SIGNATURE_REFUSALS[verdict]);
  }
  return file.bytes;
}
