import { AppError, type ContractDetails, type ContractText, type ContractToRead } from '@acceptance/shared';
import type { ContractMaker } from '../../ports/contract-maker';
import type { OrderModel, OrderRecord } from '../orders';
import { showNamePicture } from '../person';
import { type DetailsDependencies, detailsOf } from './contract-details';
import { noteOpening } from './reading-times';

export interface ReadTextDependencies extends DetailsDependencies {
  readonly contractMaker: ContractMaker;
  /** The text of today. */
  readonly text: ContractText;
}

/** Before anybody agrees to what could never be printed. @throws AppError contracts.unprintable */
export function refuseUnprintable(contractMaker: ContractMaker, details: ContractDetails): void {
  const { name, namePictureSha256 } = details.person;
  // The name is a picture wherever it stands by itself.
  const isPicture = (value: unknown) => namePictureSha256 !== undefined && value === name;
  const written = JSON.stringify(details, (_key, value: unknown) => (isPicture(value) ? '' : value));
  const missing = contractMaker.missingCharacters(written);
  if (missing.length > 0) {
    throw new AppError('contracts.unprintable', { details: { characters: missing.join('') } });
  }
}

/**
 * The contract as it is to be read now; that it was given is noted.
 * @throws AppError orders.incomplete, identity.required, units.role_mismatch, contracts.unprintable
 */
export async function readContractText(
  needs: ReadTextDependencies & { readonly orders: OrderModel },
  order: OrderRecord,
  now: Date,
): Promise<ContractToRead> {
  const { contractMaker, text } = needs;
  const { details, person } = await detailsOf(needs, order);
  refuseUnprintable(contractMaker, details);
  const namePicture = showNamePicture(contractMaker, person);
  const words = contractMaker.inWords(text, details);
  await noteOpening(needs.orders, order, { sha256: text.sha256, now });
  return { ...text, details, detailsSha256: contractMaker.detailsSha256(details), words, namePicture };
}
