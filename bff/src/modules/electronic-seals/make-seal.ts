import { createHash } from 'node:crypto';
import type { QueryFilter } from 'mongoose';
import { outboxEntry } from '../../database/outbox';
import { JobGivenUp, type JobRun } from '../../jobs/job-handler';
import type { SignedSealData } from '../../ports/seal-maker';
import { type CertificateModel, certificateDerOf, findCertificate } from '../certificates';
import { findOrder, type OrderModel } from '../orders';
import { type DrawSealDependencies, drawSeal } from './draw-seal';
import {
  type ElectronicSealModel,
  type ElectronicSealRecord,
  openWords,
  type SealFiles,
} from './electronic-seal.model';
import { findSeal } from './find-seals';
import { followCertificate } from './follow-certificate';
import { deleteSealFiles, newSealFiles, writeSealFiles } from './seal-files';
import { SEAL_JOBS } from './seal-jobs';

export interface MakeSealDependencies extends DrawSealDependencies {
  readonly electronicSeals: ElectronicSealModel;
  readonly certificates: CertificateModel;
  readonly orders: OrderModel;
  readonly now: () => Date;
}

async function makeBytes(needs: MakeSealDependencies, seal: ElectronicSealRecord, holderCertificateDer: Uint8Array) {
  const words = openWords(needs.cipher, seal);
  const order = await findOrder(needs.orders, seal.orderId);
  const drawing = await drawSeal(needs, order, { ...words, purpose: seal.purpose });
  if (!drawing) {
    throw new JobGivenUp('signature-lost');
  }
  const signed = await needs.sealMaker.sign({
    sealId: seal._id.toHexString(),
    kind: seal.kind,
    name: words.name,
    drawing,
    holderCertificateDer,
    createdAt: needs.now(),
  });
  return { drawing, signed };
}

/** "Ready" is said only of bytes that were read back and passed our own verifier, as whoever gets them will check them. */
async function refuseUnsound(
  { fileStore, sealMaker }: MakeSealDependencies,
  { data }: SealFiles,
  { validFrom }: SignedSealData,
  holderCertificateDer: Uint8Array,
): Promise<void> {
  const stored = await fileStore.read(data);
  const verdict = stored && (await sealMaker.verify(stored, validFrom, holderCertificateDer));
  if (!verdict?.genuine) {
    throw new Error('the electronic seal does not pass its verification');
  }
}

/** What an earlier run has left goes; the ids of what comes are written down before it comes. False: the lease is lost. */
async function beginFiles(
  { electronicSeals, fileStore }: MakeSealDependencies,
  { _id, draft }: ElectronicSealRecord,
  fence: QueryFilter<ElectronicSealRecord>,
  files: SealFiles,
): Promise<boolean> {
  if (draft) {
    await deleteSealFiles(fileStore, draft);
  }
  const written = await electronicSeals.updateOne({ ...fence, _id, state: 'making' }, { $set: { draft: files } });
  return written.matchedCount === 1;
}

/**
 * Job: draws and signs the seal and stores it; only then it is ready. Each run has files of its own, and of two runs the
 * one that holds the lease wins. @throws JobGivenUp, PortError `rejected` for what cannot be drawn
 */
export async function makeSeal(
  needs: MakeSealDependencies,
  { ownerId, fence }: Pick<JobRun, 'ownerId' | 'fence'>,
): Promise<void> {
  const { electronicSeals, certificates, cipher, fileStore, now } = needs;
  // A certificate that is over meanwhile has no seal any more.
  await followCertificate(needs, (await findSeal(electronicSeals, ownerId)).certificateId);
  const seal = await findSeal(electronicSeals, ownerId);
  if (seal.state !== 'making') {
    return;
  }
  const holderDer = certificateDerOf(cipher, await findCertificate(certificates, seal.certificateId));
  if (!holderDer) {
    throw new JobGivenUp('certificate-lost');
  }
  const { drawing, signed } = await makeBytes(needs, seal, holderDer);
  const files = newSealFiles();
  if (!(await beginFiles(needs, seal, fence, files))) {
    return;
  }
  await writeSealFiles(fileStore, files, drawing, signed.der);
  await refuseUnsound(needs, files, signed, holderDer);
  const { der, validFrom, validTo } = signed;
  const sha256 = createHash('sha256').update(der).digest('hex');
  const ready = await electronicSeals.updateOne(
    { ...fence, _id: seal._id, state: 'making' },
    {
      $set: { state: 'ready', draft: null, made: { files, sha256, validFrom, validTo } },
      $push: { outbox: outboxEntry(SEAL_JOBS.follow, now()) },
    },
  );
  if (ready.matchedCount === 0) {
    await deleteSealFiles(fileStore, files);
  }
}
