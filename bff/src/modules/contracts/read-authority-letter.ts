import { APPLICATION_STEP_LABELS, AppError, checkParticulars, identityDocumentOf } from '@acceptance/shared';
import type { BinaryResult } from '../../http/request-context';
import type { ContractMaker } from '../../ports/contract-maker';
import { findAccount } from '../account';
import { type OrderRecord, readFormDraft } from '../orders';
import { openPerson } from '../person';
import type { DetailsDependencies } from './contract-details';

/**
 * The letter of authority (授权书) of an agent, filled in with what is typed now; `sample`: an example for anybody.
 * @throws AppError orders.incomplete, identity.required
 */
export async function readAuthorityLetter(
  { contractMaker, accounts, cipher }: DetailsDependencies & { readonly contractMaker: ContractMaker },
  order: OrderRecord,
  { sample, now }: { readonly sample: boolean; readonly now: Date },
): Promise<BinaryResult> {
  const bytes = await contractMaker.makeAuthorityLetter(sample ? null : await letterOf());
  return { bytes, mediaType: 'application/pdf' };

  async function letterOf() {
    const check = checkParticulars(readFormDraft(cipher, order), order.applicantType);
    const unit = check.ok ? check.particulars.unit : undefined;
    if (unit?.role !== 'agent') {
      throw new AppError('orders.incomplete', { details: { step: APPLICATION_STEP_LABELS.particulars } });
    }
    const account = await findAccount(accounts, order.accountId);
    if (!account.identity) {
      throw new AppError('identity.required');
    }
    const person = openPerson(cipher, account.identity.person, order.accountId);
    return {
      unitName: unit.name,
      unifiedSocialCreditCode: unit.unifiedSocialCreditCode,
      legalRepresentative: unit.legalRepresentative,
      agent: { ...person, documentType: identityDocumentOf(person.idNumber) ?? ('resident-id-card' as const) },
      projectName: order.project.name,
      orderNumber: order.orderNumber,
      date: now,
    };
  }
}
