import type { CertificateSubject, ContractDetails } from '@acceptance/shared';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { openPerson } from '../account';
import { readAgreedDetails } from '../contracts';
import { FORM_PURPOSE, type OrderRecord, type StoredForm } from '../orders';
import { subjectOf } from './certificate-subject';

export type HolderFacts = Pick<ContractDetails, 'person' | 'unit'>;

/** Applications of before contracts said it: as they were handed in and reviewed. */
function handedIn(cipher: FieldCipher, order: OrderRecord): HolderFacts | null {
  if (!order.applicant || !order.form) {
    return null;
  }
  const id = recordIdOf(order);
  const { name, idNumber, phone } = openPerson(cipher, order.applicant.person, id);
  const { unit } = decryptJson<StoredForm>(cipher, order.form, FORM_PURPOSE, id);
  const isUnit = order.applicantType === 'unit' && unit;
  return {
    person: { name, idNumber, phone, documentType: 'resident-id-card' },
    unit: isUnit ? unit : null,
  };
}

/** Whom an order is for: what was read, signed and reviewed. Null before there is such. */
export const holderOfOrder = (cipher: FieldCipher, order: OrderRecord): HolderFacts | null =>
  readAgreedDetails(cipher, order) ?? handedIn(cipher, order);

/** Whom the certificate of an order names. Null before it is known. */
export function subjectOfOrder(cipher: FieldCipher, order: OrderRecord): CertificateSubject | null {
  const details = holderOfOrder(cipher, order);
  return details && subjectOf({ accountId: order.accountId, details });
}
