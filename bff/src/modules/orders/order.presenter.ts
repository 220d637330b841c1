import {
  type ApplicationFormDraft,
  availableEvents,
  currentApplicationStep,
  derivePaymentStatus,
  ORDER_STATUS_LABELS,
  type OrderActor,
  type OrderStatus,
  type OrderSummary,
  type OrderView,
  type PaymentAttemptView,
  transitionOf,
  type UnitCheckView,
} from '@acceptance/shared';
import { applicationFactsOf } from './application-facts';
import type { OrderHistoryEntry } from './order.model';
import { endOfOrder } from './order-duty';
import type { PaymentAttempt } from './parts/attempts';
import { problemOf } from './parts/attempts';
import { pausedMinutes } from './review-promise';
import type { ListedOrder, ShownOrder } from './shown-order';
import { troublesOfOrder } from './troubles-of-order';

/** Before approval nothing is to be paid; after a final refusal neither. */
const PAYABLE_STATUSES: readonly OrderStatus[] = ['approved', 'paid', 'issuing', 'issued', 'delivered', 'completed'];

const ACTOR_LABELS: Record<OrderActor, string> = {
  applicant: '本人',
  reviewer: '审核员',
  finance: '财务',
  issuer: '制证员',
  administrator: '管理员',
  system: '系统',
};

export const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

export const presentAttempt = (attempt: PaymentAttempt): PaymentAttemptView => ({
  outTradeNo: attempt.outTradeNo,
  channel: attempt.channel,
  status: attempt.status,
  amountFen: attempt.amountFen,
  expiresAt: attempt.expiresAt.toISOString(),
  problem: problemOf(attempt),
});

export const paymentStatusOf = (order: ListedOrder) =>
  derivePaymentStatus({
    paymentRequired: order.project.paymentRequired,
    isPayable: PAYABLE_STATUSES.includes(order.status),
    isDue: order.status === 'approved',
    attempts: order.attempts,
    transfer: order.transfer?.state,
  });

function labelOfEntry(entry: OrderHistoryEntry): string {
  if (entry.event === 'create') {
    return '开始申请';
  }
  if (entry.event === 'seal-contract') {
    return '合同已盖章';
  }
  return transitionOf(entry.event).label ?? ORDER_STATUS_LABELS[entry.to];
}

export const presentTimeline = (order: ShownOrder) =>
  order.history.map((entry) => ({
    at: entry.at.toISOString(),
    event: entry.event,
    label: labelOfEntry(entry),
    by: ACTOR_LABELS[entry.by.role],
  }));

export interface OrderPresentation {
  readonly draft: ApplicationFormDraft;
  readonly identityVerified: boolean;
  readonly actor: OrderActor;
}

export function presentSummary(
  order: ListedOrder,
  { draft, identityVerified, actor }: OrderPresentation,
): OrderSummary {
  const wasSubmitted = order.status !== 'draft' && order.status !== 'returned';
  return {
    id: order._id.toHexString(),
    orderNumber: order.orderNumber,
    kind: order.kind,
    projectName: order.project.name,
    unitName: draft.unit?.name || null,
    agentNameMasked: order.applicant?.nameMasked ?? null,
    createdAt: order.createdAt.toISOString(),
    submittedAt: iso(order.submittedAt),
    amountFen: order.project.priceFen,
    deliveryWay: order.deliveryWay,
    status: order.status,
    paymentStatus: paymentStatusOf(order),
    troubles: troublesOfOrder(order),
    endsAt: iso(endOfOrder(order)),
    currentStep: wasSubmitted ? 'submit' : currentApplicationStep(applicationFactsOf(order, draft, identityVerified)),
    availableEvents: availableEvents({ status: order.status, paymentRequired: order.project.paymentRequired }, actor),
    revision: order.revision,
  };
}

export const presentUnitCheck = ({ unitCheck }: ShownOrder): UnitCheckView | null =>
  unitCheck && { at: unitCheck.at.toISOString(), doubts: [...unitCheck.doubts] };

export const presentOrigin = ({ origin }: ShownOrder) =>
  origin && {
    certificateId: origin.certificateId,
    serialNumber: origin.serialNumber,
    notAfter: origin.notAfter.toISOString(),
  };

export const presentRejection = ({ status, rejectionReason }: ShownOrder): string | null =>
  status === 'rejected' ? rejectionReason : null;

export const presentContract = ({ contract }: ShownOrder) => ({
  state: contract.state,
  contractNumber: contract.contractNumber,
  version: contract.consent?.version ?? null,
  textSha256: contract.consent?.textSha256 ?? null,
  sha256: contract.sha256,
  fileSha256: contract.lasting?.sha256 ?? contract.sha256,
  sealedAt: iso(contract.sealedAt),
  timestamp: contract.timestamp
    ? { time: contract.timestamp.time.toISOString(), authority: contract.timestamp.authority }
    : null,
});

/** An order for its applicant; `draft` is the decrypted form, their own data. */
export function presentOrder(
  order: ShownOrder,
  presentation: OrderPresentation,
  further: Pick<OrderView, 'idCardReading' | 'refund' | 'reviewMarks' | 'reviewRounds' | 'changedSinceReturn'>,
): OrderView {
  return {
    ...presentSummary(order, presentation),
    ...further,
    applicantType: order.applicantType,
    project: order.project,
    origin: presentOrigin(order),
    unitCheck: presentUnitCheck(order),
    contract: presentContract(order),
    idCard: order.idCard,
    signature: order.signature,
    form: presentation.draft,
    attachments: order.attachments,
    reviewPromisedBy: order.status === 'submitted' ? iso(order.reviewPromisedBy) : null,
    reviewPausedMinutes: pausedMinutes(order),
    rejectionReason: presentRejection(order),
    payments: order.attempts.map(presentAttempt),
    timeline: presentTimeline(order),
  };
}
