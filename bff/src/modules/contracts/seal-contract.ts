import type { ContractDetails } from '@acceptance/shared';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { outboxEntry } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { JobGivenUp, type JobRun } from '../../jobs/job-handler';
import type { ContractMaker, HandwrittenSignature, MadeContract } from '../../ports/contract-maker';
import type { FileStore } from '../../ports/file-store';
import { type FileModel, readInk } from '../files';
import { findOrder, type OrderModel, type OrderRecord } from '../orders';
import { nameInkOf, openPerson } from '../person';
import { CONTRACT_DETAILS_PURPOSE } from './contract-details';
import { storeUnlinked } from './contract-files';
import { CONTRACT_JOBS } from './contract-jobs';
import { type ContractTextModel, keptText } from './contract-text.model';

export interface SealContractDependencies {
  readonly orders: OrderModel;
  readonly contractTexts: ContractTextModel;
  readonly files: FileModel;
  readonly cipher: FieldCipher;
  readonly fileStore: FileStore;
  readonly contractMaker: ContractMaker;
  readonly now: () => Date;
  readonly checkUrlOf: (contractNumber: string) => string | null;
}

/** The ink made of the signature when it was uploaded; the picture itself only where there is none yet. */
async function handwritingOf(stored: SealContractDependencies, signatureId: string): Promise<HandwrittenSignature> {
  const inkMask = await readInk(stored, signatureId);
  if (inkMask) {
    return { inkMask };
  }
  const signaturePng = await stored.fileStore.read(signatureId);
  if (!signaturePng) {
    throw new JobGivenUp('signature-lost');
  }
  return { signaturePng };
}

async function makePdf(
  dependencies: SealContractDependencies,
  order: OrderRecord,
  sealedAt: Date,
): Promise<MadeContract> {
  const { cipher, contractMaker, contractTexts } = dependencies;
  const { contract, signature, applicant } = order;
  const { consent, contractNumber, signedAt } = contract;
  if (!signature || !consent || !contractNumber || !signedAt || !applicant) {
    throw new JobGivenUp('facts-missing');
  }
  const text = await keptText(contractTexts, consent.textSha256);
  if (!text) {
    // Nothing else may be put under a signature than what was read.
    throw new JobGivenUp('text-lost');
  }
  return contractMaker.make({
    text,
    contractNumber,
    details: decryptJson<ContractDetails>(cipher, consent.details, CONTRACT_DETAILS_PURPOSE, recordIdOf(order)),
    detailsSha256: consent.detailsSha256,
    // Of who agreed, as it was then; the maker compares it with the details.
    nameInk: nameInkOf(openPerson(cipher, applicant.person, recordIdOf(order))),
    signedAt,
    sealedAt,
    checkUrl: dependencies.checkUrlOf(contractNumber),
    ...(await handwritingOf(dependencies, signature.id)),
  });
}

/** "Sealed" is said only of bytes that were read back and passed our own verifier. */
async function refuseUnsound(
  { fileStore, contractMaker }: SealContractDependencies,
  { fileId, sealedAt }: { fileId: string; sealedAt: Date },
): Promise<void> {
  const stored = await fileStore.read(fileId);
  if (!stored || (await contractMaker.problemsOf(stored, sealedAt)).length > 0) {
    await fileStore.delete(fileId);
    throw new Error('the sealed contract does not pass its verification');
  }
}

/**
 * Job: makes the sealed contract. Each run stores its bytes under an id of its own and then tries to end the job with
 * them; of two runs the one that holds the lease wins, the other one's file goes.
 * @throws JobGivenUp, PortError `rejected` for what cannot be printed
 */
export async function sealContract(
  dependencies: SealContractDependencies,
  { ownerId, fence }: Pick<JobRun, 'ownerId' | 'fence'>,
): Promise<void> {
  const { orders, fileStore, contractMaker, now } = dependencies;
  const order = await findOrder(orders, ownerId);
  if (order.contract.state !== 'sealing') {
    return;
  }
  const sealedAt = now();
  const { pdf, sha256, timestamp } = await makePdf(dependencies, order, sealedAt);
  const fileId = await storeUnlinked(dependencies, order, fence, pdf);
  if (!fileId) {
    return;
  }
  await refuseUnsound(dependencies, { fileId, sealedAt });
  const entry = {
    at: sealedAt,
    event: 'seal-contract',
    from: order.status,
    to: order.status,
    by: { role: 'system', id: null },
  } as const;
  const sealed = await orders.updateOne(
    { ...fence, _id: order._id, 'contract.state': 'sealing' },
    {
      $set: {
        'contract.state': 'sealed',
        'contract.fileId': fileId,
        'contract.sha256': sha256,
        'contract.timestamp': timestamp,
        'contract.sealedAt': sealedAt,
        ...(contractMaker.stamps && { 'contract.lastingAskedAt': sealedAt }),
      },
      $unset: { 'contract.unlinkedFileId': 1 },
      $inc: { revision: 1 },
      $push: {
        history: entry,
        ...(contractMaker.stamps && { outbox: outboxEntry(CONTRACT_JOBS.makeLasting, sealedAt) }),
      },
    },
  );
  if (sealed.matchedCount === 0) {
    await fileStore.delete(fileId);
  }
}
