import { createHash } from 'node:crypto';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import type { ContractMaker } from '../../ports/contract-maker';
import type { FileStore } from '../../ports/file-store';
import { PERSON_PURPOSE, type Person } from '../account';
import { findOrder, type OrderModel, type OrderRecord } from '../orders';

export interface SealContractDependencies {
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
  readonly fileStore: FileStore;
  readonly contractMaker: ContractMaker;
  readonly now: () => Date;
}

async function makePdf(
  { cipher, fileStore, contractMaker }: SealContractDependencies,
  order: OrderRecord,
): Promise<Buffer> {
  const { contract, applicant, signature, project } = order;
  if (!applicant || !signature || !contract.contractNumber || !contract.signedAt) {
    throw new Error('an order in sealing lacks its applicant or signature');
  }
  const signaturePng = await fileStore.read(signature.id);
  if (!signaturePng) {
    throw new Error('the signature of an order in sealing is not in the file store');
  }
  const made = await contractMaker.make({
    contractNumber: contract.contractNumber,
    projectName: project.name,
    signedAt: contract.signedAt,
    applicant: decryptJson<Person>(cipher, applicant.person, PERSON_PURPOSE),
    signaturePng,
  });
  return made.pdf;
}

/**
 * Job: makes the sealed contract once. Bytes are stored before "sealed" is written; a run after a crash takes up the
 * stored bytes instead of making others.
 */
export async function sealContract(dependencies: SealContractDependencies, orderId: string): Promise<void> {
  const { orders, fileStore, now } = dependencies;
  const order = await findOrder(orders, orderId);
  const { state, fileId } = order.contract;
  if (state !== 'sealing' || !fileId) {
    return;
  }
  let pdf = await fileStore.read(fileId);
  if (!pdf) {
    pdf = await makePdf(dependencies, order);
    await fileStore.write(fileId, pdf);
  }
  const sealedAt = now();
  const entry = {
    at: sealedAt,
    event: 'seal-contract',
    from: order.status,
    to: order.status,
    by: { role: 'system', id: null },
  } as const;
  await orders.updateOne(
    { _id: order._id, 'contract.state': 'sealing', 'contract.fileId': fileId },
    {
      $set: {
        'contract.state': 'sealed',
        'contract.sha256': createHash('sha256').update(pdf).digest('hex'),
        'contract.sealedAt': sealedAt,
      },
      $inc: { revision: 1 },
      $push: { history: entry },
    },
  );
}
