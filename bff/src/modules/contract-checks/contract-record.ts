import { type ContractRecord, maskName, maskUnitName } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { readAgreedDetails } from '../contracts';
import type { OrderContract, OrderModel, OrderRecord } from '../orders';
import type { PublicSettings } from '../public';

export interface ContractRecordDependencies {
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
  readonly publicSettings: PublicSettings;
}

type SealedContract = OrderContract & { readonly sha256: string; readonly sealedAt: Date; readonly signedAt: Date };

const isSealed = (contract: OrderContract): contract is SealedContract =>
  contract.sha256 !== null && contract.sealedAt !== null && contract.signedAt !== null;

/** HT-GOV-261122-0123-2 → GOV-261122-0123: an order's number has its own index. */
const orderNumberOf = (contractNumber: string): string | undefined =>
  /^HT-([A-Z]+-\d{6}-\d+)(?:-\d{1,3})?$/.exec(contractNumber)?.[1];

/** What is known of a sealed contract by its number, also of one that was signed anew since; null when there is none. */
export async function findContractRecord(
  { orders, cipher, publicSettings }: ContractRecordDependencies,
  contractNumber: string,
): Promise<ContractRecord | null> {
  const orderNumber = orderNumberOf(contractNumber);
  const order = orderNumber && (await orders.findOne({ orderNumber }).lean<OrderRecord>());
  if (!order) {
    return null;
  }
  const contract = [order.contract, ...order.formerContracts].find((one) => one.contractNumber === contractNumber);
  if (!contract || !isSealed(contract)) {
    return null;
  }
  const details = readAgreedDetails(cipher, { ...order, contract });
  return {
    contractNumber,
    authorityName: publicSettings.authorityName,
    projectName: order.project.name,
    parties: details && {
      unitNameMasked: details.unit ? maskUnitName(details.unit.name) : null,
      personNameMasked: maskName(details.person.name),
    },
    signedAt: contract.signedAt.toISOString(),
    sealedAt: contract.sealedAt.toISOString(),
    sha256: contract.lasting?.sha256 ?? contract.sha256,
    replaced: contract !== order.contract,
  };
}
