import {
  AppError,
  availableEvents,
  ORDER_TRANSITIONS,
  type OrderEvent,
  type StaffOrderView,
  type StaffRole,
} from '@acceptance/shared';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import type { FileReference } from '../files';
import {
  FORM_PURPOSE,
  findOrder,
  iso,
  maskCardReadings,
  type OrderModel,
  type OrderRecord,
  presentAttempt,
  presentContract,
  presentOrigin,
  presentRejection,
  presentReview,
  presentSummary,
  presentTimeline,
  presentUnitCheck,
  readFormDraft,
  type StoredForm,
  viewCardReadings,
} from '../orders';

/**
 * An order that has been submitted once; staff see nothing before that, and nothing of somebody whose account is deleted.
 * @throws AppError orders.not_found
 */
export async function findSubmittedOrder(orders: OrderModel, orderId: string): Promise<OrderRecord> {
  const order = await findOrder(orders, orderId);
  if (!order.submittedAt || order.retainedUntil) {
    throw new AppError('orders.not_found');
  }
  return order;
}

/** A file that the order uses now, or one that an earlier review has seen. @throws AppError files.not_found */
export function fileOfOrder(order: OrderRecord, fileId: string): FileReference {
  const { front, back } = order.idCard;
  const rounds = (order.reviewRounds ?? []).flatMap(({ idCard, attachments }) => [
    idCard.front,
    idCard.back,
    ...attachments.map(({ file }) => file),
  ]);
  const all = [front, back, order.signature, ...order.attachments.map(({ file }) => file), ...rounds];
  const found = all.find((file) => file?.id === fileId);
  if (!found) {
    throw new AppError('files.not_found');
  }
  return found;
}

/** Somebody with several roles may do what any of them may. */
function eventsOpenTo(roles: readonly StaffRole[], { status, project }: OrderRecord): OrderEvent[] {
  const open = new Set(
    roles.flatMap((role) => availableEvents({ status, paymentRequired: project.paymentRequired }, role)),
  );
  return ORDER_TRANSITIONS.map(({ event }) => event).filter((event) => open.has(event));
}

/** What an order says by itself. */
export type SubmittedOrder = Omit<StaffOrderView, 'claim' | 'shownSha256' | 'reviewMinutesLeft' | 'riskFlags'>;

/** An order as the staff see it: identity masked, form in full, for it must be compared with the papers. */
export function viewSubmittedOrder(
  cipher: FieldCipher,
  order: OrderRecord,
  roles: readonly StaffRole[],
): SubmittedOrder {
  const { applicant } = order;
  return {
    ...presentSummary(order, { draft: readFormDraft(cipher, order), identityVerified: true, actor: 'reviewer' }),
    availableEvents: eventsOpenTo(roles, order),
    project: order.project,
    origin: presentOrigin(order),
    applicantType: order.applicantType,
    applicant: {
      nameMasked: applicant?.nameMasked ?? '',
      idNumberMasked: applicant?.idNumberMasked ?? '',
      phoneMasked: applicant?.phoneMasked ?? '',
    },
    form: order.form ? decryptJson<StoredForm>(cipher, order.form, FORM_PURPOSE, recordIdOf(order)) : null,
    unitCheck: presentUnitCheck(order),
    idCard: order.idCard,
    idCardReading: maskCardReadings(viewCardReadings(cipher, order, null)),
    signature: order.signature,
    attachments: order.attachments,
    contract: presentContract(order),
    ...presentReview(cipher, order),
    reviewPromisedBy: iso(order.reviewPromisedBy),
    rejectionReason: presentRejection(order),
    payments: order.attempts.map(presentAttempt),
    timeline: presentTimeline(order),
  };
}

/** What was typed and photographed is for who compares it; the rest of the staff need the state and the amounts. */
export const withLeastData = (view: SubmittedOrder, roles: readonly StaffRole[]): SubmittedOrder =>
  roles.includes('reviewer')
    ? view
    : {
        ...view,
        form: null,
        unitCheck: null,
        idCard: { front: null, back: null },
        idCardReading: { front: null, back: null },
        signature: null,
        attachments: [],
        reviewRounds: [],
      };
