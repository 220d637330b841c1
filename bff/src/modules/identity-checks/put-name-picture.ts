import { AppError, MAX_NAME_PICTURE_BYTES, type StaffIdentityCheck } from '@acceptance/shared';
import { recordIdOf } from '../../database/record-id';
import { noteAct } from '../../http/act-notes';
import type { UploadedFile } from '../../http/request-context';
import type { ContractMaker } from '../../ports/contract-maker';
import { preparing } from '../files';
import { sha256OfNameInk } from '../person';
import { type FindChecksDependencies, findCheck, viewCheck } from './find-checks';
import { type IdentityCheckRecord, openTyped, sealTyped } from './identity-check.model';
import { UNDECIDED } from './settle-check';

/** The ink of a name. @throws AppError files.missing, files.too_large, files.busy, identity_checks.name_picture_unclear */
async function inkOf(contractMaker: ContractMaker, file: UploadedFile | null): Promise<Buffer> {
  if (!file || file.bytes.length === 0) {
    throw new AppError('files.missing');
  }
  if (file.bytes.length > MAX_NAME_PICTURE_BYTES) {
    const inKB = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`;
    const details = { actual: inKB(file.bytes.length), maximum: inKB(MAX_NAME_PICTURE_BYTES) };
    throw new AppError('files.too_large', { details });
  }
  const prepared = await preparing(contractMaker.prepareName(file.bytes));
  if (prepared.verdict !== 'ok') {
    throw new AppError('identity_checks.name_picture_unclear');
  }
  return prepared.inkMask;
}

/**
 * Keeps what a reviewer took from the document as the picture of the name, in place of an earlier one, until the check is
 * decided. It grows the revision: who confirms has seen it.
 * @throws AppError identity_checks.*, request.conflict, files.*
 */
export async function putNamePicture(
  needs: FindChecksDependencies,
  checkId: string,
  file: UploadedFile | null,
): Promise<StaffIdentityCheck> {
  const { identityChecks, cipher, contractMaker } = needs;
  const check = await findCheck(identityChecks, checkId);
  if (check.state !== 'open') {
    throw new AppError('identity_checks.decided');
  }
  const ink = await inkOf(contractMaker, file);
  noteAct({ namePictureSha256: sha256OfNameInk(ink) });
  const typed = sealTyped(cipher, { ...openTyped(cipher, check), nameInk: ink.toString('base64') }, recordIdOf(check));
  const { _id, revision } = check;
  const changed = await identityChecks
    .findOneAndUpdate(
      { _id, revision, state: 'open', ...UNDECIDED },
      { $set: { typed }, $inc: { revision: 1 } },
      { returnDocument: 'after' },
    )
    .lean<IdentityCheckRecord>();
  if (!changed) {
    throw new AppError('request.conflict');
  }
  return viewCheck(needs, changed);
}
