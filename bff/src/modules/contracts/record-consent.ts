import { AppError, maskIdNumber, maskName, maskPhone } from '@acceptance/shared';
import { encryptJson } from '../../database/encrypted-text';
import { sealPerson } from '../account';
import {
  type ContractConsent,
  editOrder,
  findOwnOrder,
  type OrderModel,
  type OrderRecord,
  refuseUneditable,
} from '../orders';
import { CONTRACT_DETAILS_PURPOSE, detailsOf } from './contract-details';
import { type ContractTextModel, keepText } from './contract-text.model';
import { type ReadTextDependencies, refuseUnprintable } from './read-contract-text';
import { judgeReading, type ToldReading } from './reading-times';

export interface ConsentInput extends ToldReading {
  readonly accountId: string;
  readonly orderId: string;
  readonly version: string;
  readonly sha256: string;
  readonly detailsSha256: string;
  readonly agreed: boolean;
  readonly readToEnd: boolean;
  readonly device: string;
  readonly address: string;
}

export interface ConsentDependencies extends ReadTextDependencies {
  readonly orders: OrderModel;
  readonly contractTexts: ContractTextModel;
}

export const CONSENT_DEVICE_PURPOSE = 'order.consent.device';
export const CONSENT_ADDRESS_PURPOSE = 'order.consent.address';

/** Whether the contract has gone past consent: a repeated consent then changes nothing. */
const isPastConsent = (order: OrderRecord): boolean =>
  order.contract.state !== 'unread' && order.contract.state !== 'consented';

/**
 * Records that the contract was read to its end and agreed to, with what it says of the parties.
 * @throws AppError contracts.consent_required, contracts.version_outdated, contracts.details_changed,
 * contracts.reading_time_wrong, contracts.read_in_haste, orders.*
 */
export async function recordConsent(needs: ConsentDependencies, input: ConsentInput): Promise<OrderRecord> {
  const { orders, contractTexts, contractMaker, cipher, text } = needs;
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
  const { details, person } = await detailsOf(needs, order);
  refuseUnprintable(contractMaker, details);
  if (contractMaker.detailsSha256(details) !== input.detailsSha256) {
    throw new AppError('contracts.details_changed');
  }
  const { readingSeconds, readingSections, confirmsRead } = input;
  const reading = judgeReading(text, order, { readingSeconds, readingSections, confirmsRead, now });
  const consent: ContractConsent = {
    version: text.version,
    textSha256: text.sha256,
    detailsSha256: input.detailsSha256,
    details: encryptJson(cipher, details, CONTRACT_DETAILS_PURPOSE, orderId),
    at: now,
    readToEnd: true,
    readingSeconds,
    reading,
    device: cipher.encryptText(input.device, CONSENT_DEVICE_PURPOSE, orderId),
    address: cipher.encryptText(input.address, CONSENT_ADDRESS_PURPOSE, orderId),
  };
  const applicant = {
    person: sealPerson(cipher, person, orderId),
    nameMasked: maskName(person.name),
    idNumberMasked: maskIdNumber(person.idNumber),
    phoneMasked: maskPhone(person.phone),
  };
  await keepText(contractTexts, text, now);
  const edited = await editOrder(orders, {
    accountId,
    orderId,
    // The form pins what was just read.
    where: { 'contract.state': { $in: ['unread', 'consented'] }, formDraft: order.formDraft },
    set: { 'contract.state': 'consented', 'contract.consent': consent, applicant },
  });
  return edited ?? recordConsent(needs, input);
}
