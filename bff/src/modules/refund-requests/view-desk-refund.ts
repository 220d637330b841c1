import { type DeskRefund, type RefundDeed, type RefundSummary, refundHindrance } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import {
  givenBackFen,
  keptFen,
  nextRefundNumber,
  type OrderRecord,
  openRefundWords,
  paymentStatusOf,
  presentAttempt,
  presentRefundRequest,
  presentSummary,
  type RefundRequest,
  readFormDraft,
  refundFactsOf,
  refundRequestsOf,
} from '../orders';
import { type CertificateDependencies, isCertificateValid } from './certificate-of-order';

export interface DeskRefundDependencies extends CertificateDependencies {
  readonly cipher: FieldCipher;
}

/** What would go back; once it goes or went, that. */
function amountOf(order: OrderRecord): number {
  const isBack = order.status === 'refunding' || order.status === 'refunded';
  return keptFen(order) + (isBack ? givenBackFen(order) : 0);
}

const askedByMe = ({ askedBy }: RefundRequest, staffId: string): boolean =>
  askedBy.role === 'finance' && askedBy.id === staffId;

/** What the one who looks may do now; refusals for other reasons (an own order, a new member) come with the call. */
function deedsOf(order: OrderRecord, staffId: string, certificateValid: boolean): RefundDeed[] {
  const last = refundRequestsOf(order).at(-1);
  if (last?.state === 'waiting') {
    return askedByMe(last, staffId) ? ['withdraw'] : ['approve', 'reject'];
  }
  return refundHindrance(refundFactsOf(order, certificateValid), 'finance') === null ? ['ask'] : [];
}

export function presentRefundSummary(cipher: FieldCipher, order: OrderRecord, staffId: string): RefundSummary {
  const draft = readFormDraft(cipher, order);
  const { unitName, troubles } = presentSummary(order, { draft, identityVerified: true, actor: 'finance' });
  const requests = refundRequestsOf(order);
  const last = requests.at(-1);
  return {
    id: recordIdOf(order),
    orderNumber: order.orderNumber,
    projectName: order.project.name,
    unitName,
    status: order.status,
    amountFen: amountOf(order),
    isStuck: troubles.includes('refund-delayed'),
    request: last ? { ...presentRefundRequest(last, requests.length - 1), askedByMe: askedByMe(last, staffId) } : null,
  };
}

function transfersOf({ transfer }: OrderRecord): DeskRefund['transfers'] {
  const { paid, state } = transfer ?? {};
  return paid && state ? paid.parts.map((part) => ({ ...part, bookedAt: paid.at.toISOString(), state })) : [];
}

export async function viewDeskRefund(
  needs: DeskRefundDependencies,
  order: OrderRecord,
  staffId: string,
): Promise<DeskRefund> {
  const { cipher } = needs;
  const certificateValid = await isCertificateValid(needs, order);
  const requests = refundRequestsOf(order).map((request, index) => ({
    ...presentRefundRequest(request, index),
    askedByMe: askedByMe(request, staffId),
    words: openRefundWords(cipher, order, request),
  }));
  return {
    ...presentRefundSummary(cipher, order, staffId),
    revision: order.revision,
    applicantNameMasked: order.applicant?.nameMasked ?? '',
    paymentStatus: paymentStatusOf(order),
    payments: order.attempts.map(presentAttempt),
    transfers: transfersOf(order),
    requests: requests.toReversed(),
    nextNumber: nextRefundNumber(order),
    certificateValid,
    deeds: deedsOf(order, staffId, certificateValid),
  };
}
