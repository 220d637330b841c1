import {
  APPLICATION_STEP_LABELS,
  AppError,
  type ApplicationForm,
  checkApplicationForm,
  currentApplicationStep,
  formRulesOf,
  ruleOfKind,
} from '@acceptance/shared';
import type { WorkingCalendar } from '../../calendar/working-calendar';
import { isDuplicateKey } from '../../database/duplicate-key';
import { encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { outboxEntry } from '../../database/outbox';
import type { FileModel } from '../files';
import { type ProjectModel, refuseWithdrawn } from '../projects';
import { applicationFactsOf } from './application-facts';
import { findOwnOrder } from './find-order';
import { claimOf, findHolder, type LiveClaim, refusalFor } from './live-claim';
import { FORM_PURPOSE, type OrderModel, type OrderRecord } from './order.model';
import { ORDER_ORIGIN_JOBS, ORDER_REVIEW_JOBS } from './order-jobs';
import { readFormDraft } from './read-form-draft';
import { reviewPromisedBy } from './review-promise';
import { refuseUnmended } from './review-rounds';
import { findRiskFlags } from './risk/find-flags';
import { tracesOf } from './risk/risk-traces';
import { type OrderTransitionRequest, transitionOrder } from './transition-order';

export interface SubmitDependencies {
  readonly orders: OrderModel;
  readonly projects: ProjectModel;
  readonly cipher: FieldCipher;
  readonly calendar: WorkingCalendar;
  readonly files: FileModel;
  readonly findDeviceTraces: (sessionId: string) => Promise<readonly string[]>;
  /** @throws AppError certificates.origin_ended when the order cannot go on with the certificate it began with */
  readonly checkOrigin: (order: OrderRecord, now: Date) => Promise<void>;
}

/** What follows from handing it in, as jobs of the same write. */
function jobsOf({ kind }: OrderRecord, { now, promisedBy }: { now: Date; promisedBy: Date }) {
  const ends = ruleOfKind(kind)?.old.ends === 'at-submission';
  return [
    outboxEntry(ORDER_REVIEW_JOBS.checkPromise, promisedBy),
    ...(ends ? [outboxEntry(ORDER_ORIGIN_JOBS.endOrigin, now)] : []),
  ];
}

/** By what it is compared with others, and how many reasons there are to look closely. */
async function risksOf(
  { orders, files, cipher, findDeviceTraces }: SubmitDependencies,
  order: OrderRecord,
  { form, sessionId }: { readonly form: ApplicationForm; readonly sessionId: string },
): Promise<Pick<OrderRecord, 'riskTraces' | 'riskFlagCount'>> {
  const deviceHashes = await findDeviceTraces(sessionId);
  const riskTraces = { ...tracesOf(cipher, order, form), ...(deviceHashes.length > 0 && { deviceHashes }) };
  const flags = await findRiskFlags({ orders, files }, order, { traces: riskTraces, form });
  return { riskTraces, riskFlagCount: flags.length };
}

interface Submission {
  readonly accountId: string;
  readonly orderId: string;
  /** On which device. */
  readonly sessionId: string;
  readonly now: Date;
}

/** The index says who was first. @throws AppError orders.live_application, orders.live_application_elsewhere */
async function submitAlone(
  orders: OrderModel,
  request: OrderTransitionRequest,
  { accountId, claim }: { accountId: string; claim: LiveClaim | null },
): Promise<OrderRecord> {
  try {
    return await transitionOrder(orders, { ...request, set: { ...request.set, ...(claim && { liveClaim: claim }) } });
  } catch (error) {
    if (!claim || !isDuplicateKey(error)) {
      throw error;
    }
    throw refusalFor(await findHolder(orders, claim), accountId);
  }
}

/**
 * Submits a complete application for review; submitting again answers the same.
 * @throws AppError orders.incomplete naming the step, with the form's field problems; orders.live_application*, orders.transition_not_allowed,
 * projects.withdrawn, certificates.origin_ended, review.not_marked, review.unchanged
 */
export async function submitOrder(
  needs: SubmitDependencies,
  { accountId, orderId, sessionId, now }: Submission,
): Promise<OrderRecord> {
  const { orders, projects, cipher, calendar, checkOrigin } = needs;
  const order = await findOwnOrder(orders, accountId, orderId);
  const request = { orderId, order, event: 'submit', by: { role: 'applicant', id: accountId }, now } as const;
  if (order.status !== 'draft' && order.status !== 'returned') {
    return transitionOrder(orders, request);
  }
  const draft = readFormDraft(cipher, order);
  const step = currentApplicationStep(applicationFactsOf(order, draft, true));
  const check = checkApplicationForm(draft, formRulesOf(order));
  if (step !== 'submit' || !check.ok) {
    throw new AppError('orders.incomplete', {
      details: { step: APPLICATION_STEP_LABELS[step] },
      ...(step === 'form' && !check.ok && { fields: check.problems }),
    });
  }
  refuseUnmended(cipher, order, draft);
  // What was returned had been handed in while the project was offered.
  if (order.status === 'draft') {
    await refuseWithdrawn(projects, order.project.id);
  }
  await checkOrigin(order, now);
  const promisedBy = reviewPromisedBy(calendar, order, now);
  const risks = await risksOf(needs, order, { form: check.form, sessionId });
  // What was checked is what is stored: the revision pins the draft, the papers and the contract.
  const submission: OrderTransitionRequest = {
    ...request,
    revision: order.revision,
    set: {
      form: encryptJson(cipher, check.form, FORM_PURPOSE, orderId),
      deliveryWay: check.form.delivery.way,
      submittedAt: now,
      reviewPromisedBy: promisedBy,
      reviewMarks: [],
      ...risks,
    },
    jobs: jobsOf(order, { now, promisedBy }),
  };
  return submitAlone(orders, submission, { accountId, claim: claimOf(cipher, order, check.form) });
}
