import type { StaffOrderView } from '@acceptance/shared';
import type { DecisionEvent } from './decide-order';

/**
 * What a reviewer has seen and what they decided, of which the audit log keeps the digest: form, papers, contract and what is
 * to be paid. Left out is what the screen shows besides, such as what may be done next.
 */
export const reviewedContent = (order: StaffOrderView, decision: DecisionEvent) => ({
  order: order.id,
  revision: order.revision,
  decision,
  project: order.project,
  applicantType: order.applicantType,
  applicant: order.applicant,
  form: order.form,
  unitCheck: order.unitCheck,
  idCard: order.idCard,
  idCardReading: order.idCardReading,
  signature: order.signature,
  attachments: order.attachments,
  contract: { number: order.contract.contractNumber, sha256: order.contract.sha256 },
});
