import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { JobGivenUp, type JobRun } from '../../jobs/job-handler';
import type { ContractMaker, HandwrittenSignature } from '../../ports/contract-maker';
import type { FileStore } from '../../ports/file-store';
import { openPerson } from '../account';
import { type FileModel, readInk } from '../files';
import { findOrder, type OrderModel, type OrderRecord } from '../orders';

export interface SealContractDependencies {
  readonly orders: OrderModel;
  readonly files: FileModel;
  readonly cipher: FieldCipher;
  readonly fileStore: FileStore;
  readonly contractMaker: ContractMaker;
  readonly now: () => Date;
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

async function makePdf(dependencies: SealContractDependencies, order: OrderRecord): Promise<Buffer> {
  const { cipher, contractMaker } = dependencies;
  const { contract, applicant, signature, project } = order;
  if (!applicant || !signature || !contract.contractNumber || !contract.signedAt) {
    throw new JobGivenUp('facts-missing');
  }
  const made = await contractMaker.make({
    contractNumber: contract.contractNumber,
    projectName: project.name,
    signedAt: contract.signedAt,
    applicant: openPerson(cipher, applicant.person, recordIdOf(order)),
    ...(await handwritingOf(dependencies, signature.id)),
  });
  return made.pdf;
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
  const { orders, fileStore, now } = dependencies;
  const order = await findOrder(orders, ownerId);
  if (order.contract.state !== 'sealing') {
    return;
  }
  const pdf = await makePdf(dependencies, order);
  const fileId = new Types.ObjectId().toHexString();
  await fileStore.write(fileId, pdf);
  const sealedAt = now();
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
        'contract.sha256': createHash('sha256').update(pdf).digest('hex'),
        'contract.sealedAt': sealedAt,
      },
      $inc: { revision: 1 },
      $push: { history: entry },
    },
  );
  if (sealed.matchedCount === 0) {
    await fileStore.delete(fileId);
  }
}
