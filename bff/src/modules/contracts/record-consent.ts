import { AppError, type ContractText, maskPhone } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { type AccountModel, findAccount, openPerson, sealPerson } from '../account';
import { editOrder, findOwnOrder, type OrderModel, type OrderRecord, refuseUneditable } from '../orders';
import { type ContractTextModel, keepText } from './contract-text.model';

export interface ConsentInput {
  readonly accountId: string;
  readonly orderId: string;
  readonly version: string;
  readonly sha256: string;
  readonly agreed: boolean;
  readonly readToEnd: boolean;
  readonly readingSeconds: number;
  readonly device: string;
  readonly address: string;
  readonly now: Date;
}

export interface ConsentDependencies {
  readonly orders: OrderModel;
  readonly contractTexts: ContractTextModel;
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
  /** The text of today's settings. */
  readonly text: ContractText;
}

export const CONSENT_DEVICE_PURPOSE = 'order.consent.device';
export const CONSENT_ADDRESS_PURPOSE = 'order.consent.address';

/** Whether the contract has gone past consent: a repeated consent then changes nothing. */
const isPastConsent = (order: OrderRecord): boolean =>
  order.contract.state !== 'unread' && order.contract.state !== 'consented';

/**
 * Records that the text was read to its end and agreed to, and takes the verified person into the order.
 * @throws AppError contracts.consent_required, contracts.version_outdated, orders.*
 */
export async function recordConsent(
  { orders, contractTexts, accounts, cipher, text }: ConsentDependencies,
  input: ConsentInput,
): Promise<OrderRecord> {
  const { accountId, orderId, now } = input;
  const order = await findOwnOrder(orders, accountId, orderId);
  refuseUneditable(order);
  if (isPastConsent(order)) {
    return order;
  }
  if (!input.agreed || !input.readToEnd) {
    throw new AppError('contracts.consent_required');
  }
  if (input.version !== text.version || input.sha256 !== text.sha256) {
    throw new AppError('contracts.version_outdated');
  }
  const account = await findAccount(accounts, accountId);
  if (!account.identity) {
    throw new AppError('identity.required');
  }
  const person = openPerson(cipher, account.identity.person, accountId);
  const consent = {
    version: text.version,
    textSha256: text.sha256,
    at: now,
    readToEnd: true,
    readingSeconds: input.readingSeconds,
    device: cipher.encryptText(input.device, CONSENT_DEVICE_PURPOSE, orderId),
    address: cipher.encryptText(input.address, CONSENT_ADDRESS_PURPOSE, orderId),
  };
  const applicant = {
    person: sealPerson(cipher, person, orderId),
    nameMasked: account.identity.nameMasked,
    idNumberMasked: account.identity.idNumberMasked,
    phoneMasked: maskPhone(person.phone),
  };
  await keepText(contractTexts, text, now);
  const edited = await editOrder(orders, {
    accountId,
    orderId,
    where: { 'contract.state': { $in: ['unread', 'consented'] } },
    set: { 'contract.state': 'consented', 'contract.consent': consent, applicant },
  });
  return edited ?? findOwnOrder(orders, accountId, orderId);
}
