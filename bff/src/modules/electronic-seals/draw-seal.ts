import type { FieldCipher } from '../../database/field-cipher';
import type { ContractMaker } from '../../ports/contract-maker';
import type { FileStore } from '../../ports/file-store';
import type { SealDrawing, SealMaker } from '../../ports/seal-maker';
import { type FileModel, readInk } from '../files';
import type { OrderRecord } from '../orders';
import type { SealWords } from './electronic-seal.model';

export interface DrawSealDependencies {
  readonly files: FileModel;
  readonly fileStore: FileStore;
  readonly cipher: FieldCipher;
  readonly contractMaker: ContractMaker;
  readonly sealMaker: SealMaker;
}

/** The ink made of the signature when it was uploaded; of an old one, from its picture. Null: there is none. */
async function inkOf(needs: DrawSealDependencies, { signature }: OrderRecord): Promise<Buffer | null> {
  const ink = signature && (await readInk(needs, signature.id));
  if (!signature || ink) {
    return ink;
  }
  const png = await needs.fileStore.read(signature.id);
  return (png && (await needs.contractMaker.prepareSignature(png)).inkMask) ?? null;
}

/** A unit's round seal from its words, a person's from the signature under the contract; null: there is no ink of it. */
export async function drawSeal(
  needs: DrawSealDependencies,
  order: OrderRecord,
  { name, purpose, code }: SealWords & { readonly purpose: string },
): Promise<SealDrawing | null> {
  if (code !== null) {
    return needs.sealMaker.drawUnitSeal({ name, purpose, code });
  }
  const ink = await inkOf(needs, order);
  return ink && needs.sealMaker.drawSignatureSeal(ink);
}
