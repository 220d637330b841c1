import {
  type ApplicationFacts,
  type ApplicationFormDraft,
  BUSINESS_LICENCE,
  checkApplicationForm,
  checkParticulars,
  formRulesOf,
  isAskedOf,
} from '@acceptance/shared';
import { isSigned } from './parts/contract';
import type { ListedOrder } from './shown-order';

/** Kinds of required papers that are not there yet. */
export function missingAttachments(
  order: Pick<ListedOrder, 'project' | 'attachments'>,
  draft: ApplicationFormDraft,
): string[] {
  const present = new Set(order.attachments.map((attachment) => attachment.kind));
  return order.project.attachments
    .filter((paper) => paper.required && isAskedOf(paper, draft.unit?.role) && !present.has(paper.kind))
    .map((paper) => paper.kind);
}

/** A unit is what was typed, what proves it and what the registry said of it. */
const isUnitProved = ({ applicantType, attachments, unitCheck }: ListedOrder): boolean =>
  applicantType === 'person' || (unitCheck !== null && attachments.some(({ kind }) => kind === BUSINESS_LICENCE));

/** What the steps of an application are decided by. `identityVerified` is the account's. */
export function applicationFactsOf(
  order: ListedOrder,
  draft: ApplicationFormDraft,
  identityVerified: boolean,
): ApplicationFacts {
  return {
    particularsComplete:
      isSigned(order.contract) || (checkParticulars(draft, order.applicantType).ok && isUnitProved(order)),
    identityVerified: identityVerified || order.applicant !== null,
    contractState: order.contract.state,
    hasIdCard: order.idCard.front !== null && order.idCard.back !== null,
    hasSignature: order.signature !== null,
    formComplete: checkApplicationForm(draft, formRulesOf(order)).ok,
    attachmentsComplete: missingAttachments(order, draft).length === 0,
  };
}
