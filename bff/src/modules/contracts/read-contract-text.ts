import type { ContractText, ContractToRead } from '@acceptance/shared';
import type { ContractMaker } from '../../ports/contract-maker';
import type { OrderRecord } from '../orders';
import { type DetailsDependencies, detailsOf } from './contract-details';

export interface ReadTextDependencies extends DetailsDependencies {
  readonly contractMaker: ContractMaker;
  /** The text of today. */
  readonly text: ContractText;
}

/** The contract as it is to be read now. @throws AppError orders.incomplete, identity.required, units.role_mismatch */
export async function readContractText(needs: ReadTextDependencies, order: OrderRecord): Promise<ContractToRead> {
  const { details } = await detailsOf(needs, order);
  return { ...needs.text, details, detailsSha256: needs.contractMaker.detailsSha256(details) };
}
