import { AppError, type ContractDetails, type ContractText, type ContractToRead } from '@acceptance/shared';
import type { ContractMaker } from '../../ports/contract-maker';
import type { OrderRecord } from '../orders';
import { type DetailsDependencies, detailsOf } from './contract-details';

export interface ReadTextDependencies extends DetailsDependencies {
  readonly contractMaker: ContractMaker;
  /** The text of today. */
  readonly text: ContractText;
}

/** Before anybody agrees to what could never be printed. @throws AppError contracts.unprintable */
export function refuseUnprintable(contractMaker: ContractMaker, details: ContractDetails): void {
  const missing = contractMaker.missingCharacters(JSON.stringify(details));
  if (missing.length > 0) {
    throw new AppError('contracts.unprintable', { details: { characters: missing.join('') } });
  }
}

/**
 * The contract as it is to be read now.
 * @throws AppError orders.incomplete, identity.required, units.role_mismatch, contracts.unprintable
 */
export async function readContractText(needs: ReadTextDependencies, order: OrderRecord): Promise<ContractToRead> {
  const { contractMaker, text } = needs;
  const { details } = await detailsOf(needs, order);
  refuseUnprintable(contractMaker, details);
  const words = contractMaker.inWords(text, details);
  return { ...text, details, detailsSha256: contractMaker.detailsSha256(details), words };
}
