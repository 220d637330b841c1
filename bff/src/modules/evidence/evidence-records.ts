import { createHash } from 'node:crypto';
import type { FieldCipher } from '../../database/field-cipher';
import type { FileStore } from '../../ports/file-store';
import type { AccountModel, AccountRecord } from '../account';
import { ownConsents } from '../contracts';
import type { FaceCheckModel, FaceCheckRecord } from '../face-checks';
import type { FileModel, FileRecord, FileReference } from '../files';
import { readInk } from '../files';
import type { OrderRecord } from '../orders';

export interface RecordsDependencies {
  readonly accounts: AccountModel;
  readonly faceChecks: FaceCheckModel;
  readonly files: FileModel;
  readonly fileStore: FileStore;
  readonly cipher: FieldCipher;
}

/** Consents of one order are few; face checks are bounded by the day. */
const MOST_FACE_CHECKS = 50;

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Who agreed to today's contract, when and how it was read, from which device and address. */
export function consentOf(cipher: FieldCipher, order: OrderRecord) {
  const { applicant, contract } = order;
  const [consent] = ownConsents(cipher, { ...order, formerContracts: [] });
  return {
    agreedBy: applicant && {
      name: applicant.nameMasked,
      idNumber: applicant.idNumberMasked,
      phone: applicant.phoneMasked,
    },
    ...consent,
    signedAt: contract.signedAt,
    sealedAt: contract.sealedAt,
    acknowledgedAt: contract.acknowledgedAt,
  };
}

/** How the person was verified, masked. `verifiedAfterConsent`: the identity was corrected after this contract. */
export async function identityOf({ accounts, faceChecks }: RecordsDependencies, order: OrderRecord) {
  const account = await accounts.findOne({ _id: order.accountId }).lean<AccountRecord>();
  const checks = await faceChecks
    .find({ accountId: order.accountId, state: { $in: ['passed', 'failed'] } })
    .sort({ _id: 1 })
    .limit(MOST_FACE_CHECKS)
    .lean<FaceCheckRecord[]>();
  const identity = account?.identity;
  const consentAt = order.contract.consent?.at;
  return {
    inContract: order.applicant && { name: order.applicant.nameMasked, idNumber: order.applicant.idNumberMasked },
    result: identity
      ? {
          verified: true,
          name: identity.nameMasked,
          idNumber: identity.idNumberMasked,
          channel: identity.verifiedBy ?? 'provider',
          verifiedAt: identity.verifiedAt,
          verifiedAfterConsent: consentAt !== undefined && identity.verifiedAt > consentAt,
        }
      : null,
    consentsToVerify: account?.identityConsents ?? [],
    consentsToFaceCheck: account?.faceConsents ?? [],
    faceChecks: checks.map(({ state, failure, startedAt, settledAt }) => ({ state, failure, startedAt, settledAt })),
  };
}

const factsOf = ({ purpose, sha256: hash, byteLength, mediaType, width, height, createdAt }: FileRecord) => ({
  purpose,
  sha256: hash,
  byteLength,
  mediaType,
  width,
  height,
  uploadedAt: createdAt,
});

/** Hashes of the photos that belong to the order now; not the photos. */
export async function photosOf({ files }: RecordsDependencies, { idCard, attachments }: OrderRecord) {
  const named = [idCard.front, idCard.back, ...attachments.map(({ file }) => file)].filter(
    (file): file is FileReference => file !== null,
  );
  const found = await files.find({ _id: { $in: named.map(({ id }) => id) } }).lean<FileRecord[]>();
  const byId = new Map(found.map((record) => [record._id.toHexString(), record]));
  return named.flatMap(({ id }) => {
    const record = byId.get(id);
    return record ? [factsOf(record)] : [];
  });
}

/** What is known of the handwritten signature: its picture, the ink that is printed, how it was written. */
export async function signatureOf(needs: RecordsDependencies, { signature, signatureWriting }: OrderRecord) {
  if (!signature) {
    return null;
  }
  const record = await needs.files.findOne({ _id: signature.id }).lean<FileRecord>();
  const ink = await readInk(needs, signature.id);
  const { fileId, ...writing } = signatureWriting ?? { fileId: null };
  return {
    picture: record && factsOf(record),
    ink: ink && { sha256: sha256(ink), byteLength: ink.length },
    /** Null: the program that it was written with did not measure yet. */
    writing: fileId === signature.id ? writing : null,
  };
}
