import type { KeyTies } from '@acceptance/shared';
import { recordIdOf } from '../../database/record-id';
import type { ElectronicSealModel, ElectronicSealRecord } from './electronic-seal.model';

/** One of each purpose; projects have one or two. */
const MOST_OF_ONE = 20;

/** The seals that end with a certificate and are not over yet. */
export async function sealsOfCertificate(
  electronicSeals: ElectronicSealModel,
  certificateId: string,
): Promise<KeyTies['seals']> {
  const living = await electronicSeals
    .find({ certificateId, state: { $in: ['making', 'ready', 'suspended'] } })
    .sort({ _id: 1 })
    .limit(MOST_OF_ONE)
    .lean<ElectronicSealRecord[]>();
  return living.map((record) => ({ id: recordIdOf(record), kind: record.kind, purpose: record.purpose }));
}
