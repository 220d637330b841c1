import type { FieldCipher } from '../../database/field-cipher';
import { isEnvelope } from '../../database/field-cipher-envelope';
import { recordIdOf } from '../../database/record-id';
import type { OrderRecord } from '../orders';
import { CONSENT_ADDRESS_PURPOSE, CONSENT_DEVICE_PURPOSE } from './record-consent';

/**
 * What is kept of somebody's consents to the contracts of an order, today's first, for that person: what was agreed to, how it
 * was read, and from where. `reading` is null in consents of before sections were measured.
 */
export function ownConsents(cipher: FieldCipher, order: OrderRecord) {
  // Device and address were stored in clear once.
  const open = (value: string, purpose: string): string =>
    isEnvelope(value) ? cipher.decryptText(value, purpose, recordIdOf(order)) : value;
  return [order.contract, ...order.formerContracts].flatMap(({ contractNumber, consent }) => {
    if (!consent) {
      return [];
    }
    const { version, textSha256, detailsSha256, at, readToEnd, readingSeconds, reading = null } = consent;
    return [
      {
        ...{ orderNumber: order.orderNumber, contractNumber, version, textSha256, detailsSha256, at },
        ...{ readToEnd, readingSeconds, reading },
        device: open(consent.device, CONSENT_DEVICE_PURPOSE),
        address: open(consent.address, CONSENT_ADDRESS_PURPOSE),
      },
    ];
  });
}
