import { APPLICATION_STEP_LABELS, AppError, checkParticulars } from '@acceptance/shared';
import type { BinaryResult } from '../../http/request-context';
import type { AuthorityLetter, ContractMaker } from '../../ports/contract-maker';
import { requireVerifiedPerson } from '../account';
import { type OrderRecord, readFormDraft } from '../orders';
import { nameInkOf } from '../person';
import { type DetailsDependencies, personInContract } from './contract-details';

/** @throws AppError orders.incomplete, identity.required */
async function letterOf(
  { accounts, cipher }: DetailsDependencies,
  order: OrderRecord,
  date: Date,
): Promise<AuthorityLetter> {
  const check = checkParticulars(readFormDraft(cipher, order), order.applicantType);
  const unit = check.ok ? check.particulars.unit : undefined;
  if (unit?.role !== 'agent') {
    throw new AppError('orders.incomplete', { details: { step: APPLICATION_STEP_LABELS.particulars } });
  }
  const person = await requireVerifiedPerson({ accounts, cipher }, order.accountId);
  return {
    unitName: unit.name,
    unifiedSocialCreditCode: unit.unifiedSocialCreditCode,
    legalRepresentative: unit.legalRepresentative,
    agent: personInContract(person),
    nameInk: nameInkOf(person),
    projectName: order.project.name,
    orderNumber: order.orderNumber,
    date,
  };
}

/**
 * The letter of authority (授权书) of an agent, filled in with what is typed now; `sample`: an example for anybody.
 * @throws AppError orders.incomplete, identity.required
 */
export async function readAuthorityLetter(
  dependencies: DetailsDependencies & { readonly contractMaker: ContractMaker },
  order: OrderRecord,
  { sample, now }: { readonly sample: boolean; readonly now: Date },
): Promise<BinaryResult> {
  const letter = sample ? null : await letterOf(dependencies, order, now);
  const bytes = await dependencies.contractMaker.makeAuthorityLetter(letter);
  return { bytes, mediaType: 'application/pdf' };
}
