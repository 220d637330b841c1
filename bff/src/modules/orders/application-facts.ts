import { type ApplicationFacts, type ApplicationFormDraft, checkApplicationForm } from '@acceptance/shared';
import type { OrderRecord } from './order.model';

/** Kinds of required papers that are not there yet. */
export function missingAttachments(order: Pick<OrderRecord, 'project' | 'attachments'>): string[] {
  const present = new Set(order.attachments.map((attachment) => attachment.kind));
  return order.project.attachments
    .filter((paper) => paper.required && !present.has(paper.kind))
    .map((paper) => paper.kind);
}

/** What the steps of an application are decided by. `identityVerified` is the account's. */
export function applicationFactsOf(
  order: OrderRecord,
  draft: ApplicationFormDraft,
  identityVerified: boolean,
): ApplicationFacts {
  return {
    identityVerified: identityVerified || order.applicant !== null,
    contractState: order.contract.state,
    hasIdCard: order.idCard.front !== null && order.idCard.back !== null,
    hasSignature: order.signature !== null,
    formComplete: checkApplicationForm(draft, order.project).ok,
    attachmentsComplete: missingAttachments(order).length === 0,
  };
}
