import { Types } from 'mongoose';
import { unlessTaken } from '../../database/duplicate-key';
import type { FieldCipher } from '../../database/field-cipher';
import { outboxEntry } from '../../database/outbox';
import { JobGivenUp } from '../../jobs/job-handler';
import { type CertificateRecord, holderOfOrder } from '../certificates';
import { type CounterModel, findOrder, type OrderModel } from '../orders';
import { type ElectronicSealModel, type ElectronicSealRecord, sealWords } from './electronic-seal.model';
import { nextSealCode } from './next-seal-code';
import { SEAL_JOBS } from './seal-jobs';
import { sealPurposeOf } from './seal-purpose';

export interface BeginSealDependencies {
  readonly electronicSeals: ElectronicSealModel;
  readonly orders: OrderModel;
  readonly counters: CounterModel;
  readonly cipher: FieldCipher;
  readonly sealRegion: string;
  readonly now: () => Date;
}

/** Begins the seal of an issued certificate, unless its project has none or it is there: of several runs one begins it. */
export async function beginSeal(needs: BeginSealDependencies, certificate: CertificateRecord): Promise<void> {
  const { electronicSeals, orders, counters, cipher, sealRegion, now } = needs;
  const certificateId = certificate._id.toHexString();
  const order = await findOrder(orders, certificate.orderId);
  const { applicantType: kind } = order;
  const purpose = sealPurposeOf(order.project.certificate, kind);
  if (purpose === null || (await electronicSeals.exists({ certificateId, purpose }))) {
    return;
  }
  const holder = holderOfOrder(cipher, order);
  const name = kind === 'unit' ? holder?.unit?.name : holder?.person.name;
  if (!name) {
    throw new JobGivenUp('facts-missing');
  }
  const code = kind === 'unit' ? await nextSealCode(counters, sealRegion) : null;
  const _id = new Types.ObjectId();
  const createdAt = now();
  const record: ElectronicSealRecord = {
    _id,
    certificateId,
    accountId: certificate.accountId,
    orderId: certificate.orderId,
    orderNumber: certificate.orderNumber,
    kind,
    purpose,
    state: 'making',
    words: sealWords(cipher, { name, code }, _id.toHexString()),
    draft: null,
    made: null,
    createdAt,
    outbox: [outboxEntry(SEAL_JOBS.make, createdAt)],
  };
  await unlessTaken(electronicSeals.create(record));
}
