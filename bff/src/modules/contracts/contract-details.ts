import {
  APPLICATION_STEP_LABELS,
  AppError,
  type ApplicationStep,
  type ContractDetails,
  checkParticulars,
  currentApplicationStep,
  identityDocumentOf,
  type Particulars,
} from '@acceptance/shared';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { type AccountModel, requireVerifiedPerson } from '../account';
import { applicationFactsOf, type OrderRecord, readFormDraft } from '../orders';
import { nameInkOf, type Person, sha256OfNameInk } from '../person';

/** Purpose of the envelope with the details that were agreed to. */
export const CONTRACT_DETAILS_PURPOSE = 'order.contract.details';

export interface DetailsDependencies {
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
}

/** Steps that have to be done before the contract says anything true. */
const BEFORE_CONTRACT: readonly ApplicationStep[] = ['particulars', 'identity', 'papers'];

/**
 * What the contract of an order will say of its parties and of what is agreed on, as of now.
 * @throws AppError orders.incomplete naming the step, identity.required, units.role_mismatch
 */
export async function detailsOf(
  { accounts, cipher }: DetailsDependencies,
  order: OrderRecord,
): Promise<{ details: ContractDetails; person: Person }> {
  const draft = readFormDraft(cipher, order);
  const step = currentApplicationStep(applicationFactsOf(order, draft, true));
  const check = checkParticulars(draft, order.applicantType);
  if (BEFORE_CONTRACT.includes(step) || !check.ok) {
    throw new AppError('orders.incomplete', { details: { step: APPLICATION_STEP_LABELS[step] } });
  }
  const person = await requireVerifiedPerson({ accounts, cipher }, order.accountId);
  return { details: makeDetails(order, person, check.particulars), person };
}

/** What the contract of an order says of its parties, as agreed to; null before, and for contracts that said nothing of it. */
export function readAgreedDetails(cipher: FieldCipher, order: OrderRecord): ContractDetails | null {
  const envelope = order.contract.consent?.details;
  return envelope ? decryptJson<ContractDetails>(cipher, envelope, CONTRACT_DETAILS_PURPOSE, recordIdOf(order)) : null;
}

/** The verified person as a contract or a letter of authority names them. */
export function personInContract(person: Person): ContractDetails['person'] {
  const { name, idNumber, phone } = person;
  const ink = nameInkOf(person);
  return {
    name,
    documentType: identityDocumentOf(idNumber) ?? 'resident-id-card',
    idNumber,
    phone,
    ...(ink && { namePictureSha256: sha256OfNameInk(ink) }),
  };
}

function makeDetails(
  { applicantType, project, kind, origin }: OrderRecord,
  person: Person,
  { unit, email, address }: Particulars,
): ContractDetails {
  if (unit?.role === 'legal-representative' && unit.legalRepresentative !== person.name) {
    throw new AppError('units.role_mismatch');
  }
  return {
    applicantType,
    person: personInContract(person),
    unit: unit
      ? {
          name: unit.name,
          unifiedSocialCreditCode: unit.unifiedSocialCreditCode,
          legalRepresentative: unit.legalRepresentative,
          role: unit.role,
        }
      : null,
    email,
    address,
    projectName: project.name,
    validityMonths: project.validityMonths,
    ...(kind !== 'new' && origin && { follows: { kind, notAfter: origin.notAfter.toISOString() } }),
    feeFen: project.paymentRequired ? project.priceFen : 0,
    specialTerms: project.specialTerms,
  };
}
