import type { ContractText } from '@acceptance/shared';
import type { Model } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import { storedModel } from '../../database/validators/stored-model';
import { anyObject, date, text } from '../../database/validators/stored-shape';

/** A text that somebody has agreed to, whole and for good: what consent records name by its hash. */
export interface ContractTextRecord {
  /** SHA-256 of the canonical text. */
  _id: string;
  text: ContractText;
  storedAt: Date;
}

export type ContractTextModel = Model<ContractTextRecord>;
export const contractTextModel = storedModel<ContractTextRecord>(
  'ContractText',
  'contract_texts',
)({
  _id: text,
  text: anyObject<ContractText>(),
  storedAt: date,
});

/** Keeps a text before anybody's consent to it is written. */
export async function keepText(contractTexts: ContractTextModel, text: ContractText, now: Date): Promise<void> {
  try {
    await contractTexts.updateOne({ _id: text.sha256 }, { $setOnInsert: { text, storedAt: now } }, { upsert: true });
  } catch (error) {
    // Somebody else has agreed to it at this moment.
    if (!isDuplicateKey(error)) {
      throw error;
    }
  }
}

export const keptText = async (contractTexts: ContractTextModel, sha256: string): Promise<ContractText | null> =>
  (await contractTexts.findById(sha256).lean<ContractTextRecord>())?.text ?? null;
