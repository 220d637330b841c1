import {
  AppError,
  type ApplicationForm,
  type ApplicationFormDraft,
  CERTIFICATE_STATE_LABELS,
  chinaDate,
  type ErrorCode,
  feeFenOf,
  type KindProblem,
  type LifeCycle,
  type OriginFacts,
  SUCCESSOR_KINDS,
  type SuccessorKind,
  standingOf,
  startProblem,
  startsAt,
} from '@acceptance/shared';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import {
  type CreateOrderDependencies,
  createOrder,
  FORM_PURPOSE,
  findOrder,
  findOrderInWork,
  type OrderModel,
  type OrderRecord,
  readFormDraft,
} from '../orders';
import { lookUpOfferedProject } from '../projects';
import type { CertificateModel, CertificateRecord } from './certificate.model';
import { findOwnCertificate } from './find-certificates';
import { type KeyTiesDependencies, readKeyTies } from './key-ties';
import { findSuccessor, originFactsOf } from './order-ground';

export interface LifeCycleDependencies extends CreateOrderDependencies, KeyTiesDependencies {
  readonly certificates: CertificateModel;
}

const PROBLEM_CODES: Record<KindProblem, ErrorCode> = {
  'not-for-holder': 'certificates.not_for_holder',
  replaced: 'certificates.replaced',
  state: 'certificates.state_not_allowed',
  'too-early': 'certificates.renewal_too_early',
  'too-late': 'certificates.too_late',
};

function refusalOf(problem: KindProblem, kind: SuccessorKind, facts: OriginFacts, now: number): AppError {
  const begins = startsAt(kind, facts.notAfter);
  return new AppError(PROBLEM_CODES[problem], {
    details: {
      state: CERTIFICATE_STATE_LABELS[standingOf(facts, now)],
      ...(begins !== null && { day: chinaDate(new Date(begins)) }),
    },
  });
}

/** The form as it was handed in for the certificate. */
function formOf(cipher: FieldCipher, order: OrderRecord): ApplicationFormDraft {
  const { form } = order;
  return form
    ? decryptJson<ApplicationForm>(cipher, form, FORM_PURPOSE, recordIdOf(order))
    : readFormDraft(cipher, order);
}

interface Start {
  readonly accountId: string;
  readonly certificateId: string;
  readonly kind: SuccessorKind;
  readonly clientToken: string;
  readonly now: Date;
}

/** The draft that an earlier call of the same token has begun, whatever has become of the certificate since. */
const begunBefore = (orders: OrderModel, { accountId, clientToken }: Start): Promise<OrderRecord | null> =>
  orders.findOne({ accountId, clientToken }).lean<OrderRecord | null>();

/**
 * Begins an order with a certificate: a draft with everything filled in that was said before. What proves it is not carried
 * over: identity, photographs, papers and contract are those of the new order.
 * @throws AppError certificates.*, projects.*, orders.too_many_drafts
 */
export async function startSuccessor(needs: LifeCycleDependencies, start: Start): Promise<OrderRecord> {
  const { certificates, orders, cipher } = needs;
  const { accountId, certificateId, kind, clientToken, now } = start;
  const record = await findOwnCertificate(certificates, accountId, certificateId);
  const before = await begunBefore(orders, start);
  if (before) {
    return before;
  }
  const from = await findOrder(orders, record.orderId);
  const facts = await originFactsOf(needs, record, from.applicantType);
  const problem = startProblem(kind, facts, now.getTime());
  if (problem || !record.serialNumber) {
    throw refusalOf(problem ?? 'state', kind, facts, now.getTime());
  }
  const origin = { certificateId, serialNumber: record.serialNumber, notAfter: record.notAfter };
  return createOrder(needs, {
    accountId,
    projectId: from.project.id,
    applicantType: from.applicantType,
    clientToken,
    now,
    successor: { kind, origin, form: formOf(cipher, from) },
  });
}

/** What has become of a certificate and what can be done with it. */
export async function readLifeCycle(
  needs: LifeCycleDependencies,
  record: CertificateRecord,
  now: Date,
): Promise<LifeCycle> {
  const { orders } = needs;
  const id = recordIdOf(record);
  const from = await findOrder(orders, record.orderId);
  const [facts, inWork, successor, ties, project] = await Promise.all([
    originFactsOf(needs, record, from.applicantType),
    findOrderInWork(orders, id),
    findSuccessor(needs, id),
    readKeyTies(needs, record, from, now),
    lookUpOfferedProject(needs, from.project.id),
  ]);
  return {
    options: SUCCESSOR_KINDS.map((kind) => {
      const problem = startProblem(kind, facts, now.getTime());
      const begins = problem === 'too-early' ? startsAt(kind, facts.notAfter) : null;
      return {
        kind,
        problem,
        startsAt: begins === null ? null : new Date(begins).toISOString(),
        feeFen: project && feeFenOf(project, kind),
      };
    }),
    orderInWork: inWork && { orderId: recordIdOf(inWork), orderNumber: inWork.orderNumber, kind: inWork.kind },
    successorId: successor && recordIdOf(successor),
    ties,
  };
}
