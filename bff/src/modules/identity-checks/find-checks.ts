import {
  AppError,
  type OwnIdentityCheck,
  type StaffIdentityCheck,
  type StaffIdentityCheckSummary,
} from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import type { BinaryResult } from '../../http/request-context';
import type { ContractMaker } from '../../ports/contract-maker';
import { type FileModel, findLost, type MarkedReading, readMarkedFile } from '../files';
import type { IdentityCheckModel, IdentityCheckRecord } from './identity-check.model';
import { presentCheckForStaff, presentCheckSummary, presentOwnCheck } from './identity-check.presenter';

export interface FindChecksDependencies {
  readonly identityChecks: IdentityCheckModel;
  readonly files: FileModel;
  readonly cipher: FieldCipher;
  readonly contractMaker: ContractMaker;
}

/** @throws AppError identity_checks.not_found */
export async function findCheck(identityChecks: IdentityCheckModel, id: string): Promise<IdentityCheckRecord> {
  const check = await identityChecks.findOne({ _id: id }).lean<IdentityCheckRecord>();
  if (!check) {
    throw new AppError('identity_checks.not_found');
  }
  return check;
}

/** The open check of somebody, else the last one. */
export async function findLastCheck(
  identityChecks: IdentityCheckModel,
  accountId: string,
): Promise<OwnIdentityCheck | null> {
  const last = await identityChecks
    .findOne({ accountId })
    .sort({ openFor: -1, requestedAt: -1, _id: -1 })
    .lean<IdentityCheckRecord>();
  return last && presentOwnCheck(last);
}

/** Who waits, the earliest promise first. */
export async function listOpenChecks({
  identityChecks,
}: Pick<FindChecksDependencies, 'identityChecks'>): Promise<{ items: StaffIdentityCheckSummary[] }> {
  const open = await identityChecks
    .find({ state: 'open' })
    .sort({ promisedBy: 1, _id: 1 })
    .lean<IdentityCheckRecord[]>();
  return { items: open.map(presentCheckSummary) };
}

export async function viewCheck(
  needs: Pick<FindChecksDependencies, 'files' | 'cipher' | 'contractMaker'>,
  check: IdentityCheckRecord,
): Promise<StaffIdentityCheck> {
  const { front, back } = check.idCard;
  return presentCheckForStaff(needs, check, await findLost(needs.files, [front.id, back.id]));
}

/** A photo that the check is about, and no other, marked. @throws AppError identity_checks.not_found, files.not_found, files.busy */
export async function readCheckPhoto(
  needs: Pick<FindChecksDependencies, 'identityChecks'> & MarkedReading,
  { checkId, fileId, staffId, now }: { checkId: string; fileId: string; staffId: string; now: Date },
): Promise<BinaryResult> {
  const { idCard } = await findCheck(needs.identityChecks, checkId);
  const photo = [idCard.front, idCard.back].find(({ id }) => id === fileId);
  if (!photo) {
    throw new AppError('files.not_found');
  }
  return readMarkedFile(needs, photo, { purpose: '仅供实名认证人工核验', staffId, now });
}
