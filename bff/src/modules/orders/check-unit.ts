import {
  APPLICATION_STEP_LABELS,
  AppError,
  checkParticulars,
  type UnitDoubt,
  type UnitFacts,
} from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { takeOfDay } from '../../http/daily-limit';
import type { RateCounter } from '../../http/rate-limit';
import { PortError } from '../../ports/port-error';
import type { UnitAnswer, UnitRegistry, UnitState } from '../../ports/unit-registry';
import { editOrder, refuseUneditable } from './edit-order';
import { findOwnOrder } from './find-order';
import { refuseOwnSecond } from './live-claim';
import type { OrderModel, OrderRecord } from './order.model';
import { isSigned } from './parts/contract';
import { readFormDraft } from './read-form-draft';

export interface UnitCheckDependencies {
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
  readonly unitRegistry: UnitRegistry;
  readonly rateCounter: RateCounter;
}

interface UnitCheckRequest {
  readonly accountId: string;
  readonly orderId: string;
  /** The applicant has compared what differs with the licence. */
  readonly asOnLicence: boolean;
  readonly now: Date;
}

/** The registry charges for its answers; who has used them up is looked after by staff. */
const QUESTIONS_A_DAY = { name: 'unit-check', most: 8 } as const;
/** Doubts that another question may end. */
const UNANSWERED: readonly UnitDoubt[] = ['no-answer', 'not-asked'];

/** States in which there is no unit any more that could hold a certificate. */
const ENDED: Partial<Record<UnitState, string>> = { cancelled: '注销', revoked: '被吊销', annulled: '被撤销' };

const DIFFERENCES = {
  name: { path: 'unit.name', message: '与登记机关的单位名称不一致，请对照营业执照' },
  'legal-representative': { path: 'unit.legalRepresentative', message: '与登记机关的法定代表人不一致，请对照营业执照' },
  'not-found': { path: 'unit.unifiedSocialCreditCode', message: '登记机关查不到这个代码，请对照营业执照' },
} as const;

function refuseEnded(state: UnitState): void {
  const ended = ENDED[state];
  if (ended) {
    throw new AppError('units.not_in_business', { details: { state: ended } });
  }
}

/** What staff have to compare with the licence. @throws AppError units.not_in_business, units.mismatch */
function judge(answer: UnitAnswer, asOnLicence: boolean): UnitDoubt[] {
  if (answer.fit === 'unsure') {
    return ['unsure'];
  }
  const state = answer.fit === 'not-found' ? 'unknown' : answer.state;
  refuseEnded(state);
  if (answer.fit === 'match') {
    return state === 'active' ? [] : ['state'];
  }
  const doubt = answer.fit === 'mismatch' ? answer.differs : answer.fit;
  if (!asOnLicence) {
    throw new AppError('units.mismatch', { fields: [DIFFERENCES[doubt]] });
  }
  return state === 'active' || state === 'unknown' ? [doubt] : [doubt, 'state'];
}

async function ask(
  { unitRegistry, rateCounter }: UnitCheckDependencies,
  unit: UnitFacts,
  { accountId, asOnLicence, now }: UnitCheckRequest,
): Promise<UnitDoubt[]> {
  if (!(await takeOfDay(rateCounter, QUESTIONS_A_DAY, { caller: accountId, now }))) {
    return ['not-asked'];
  }
  try {
    return judge(await unitRegistry.check(unit), asOnLicence);
  } catch (error) {
    if (error instanceof PortError) {
      return ['no-answer'];
    }
    throw error;
  }
}

/** The unit as it has to be known before it can be asked about. @throws AppError orders.incomplete */
function typedUnit(cipher: FieldCipher, order: OrderRecord): UnitFacts {
  const check = checkParticulars(readFormDraft(cipher, order), order.applicantType);
  if (check.ok && check.particulars.unit) {
    return check.particulars.unit;
  }
  throw new AppError('orders.incomplete', {
    details: { step: APPLICATION_STEP_LABELS.particulars },
    ...(!check.ok && { fields: check.problems }),
  });
}

/**
 * Asks the registry about the unit as it is typed; what it does not confirm is for staff, beside the licence. The same unit
 * is asked about once.
 * @throws AppError orders.* (also orders.live_application), units.mismatch (fields say what differs), units.not_in_business
 */
export async function checkUnit(needs: UnitCheckDependencies, request: UnitCheckRequest): Promise<OrderRecord> {
  const { orders, cipher } = needs;
  const { accountId, orderId, now } = request;
  const order = await findOwnOrder(orders, accountId, orderId);
  refuseUneditable(order);
  const { unit: typed } = readFormDraft(cipher, order);
  if (order.applicantType === 'unit' && typed?.unifiedSocialCreditCode) {
    const creditCode = typed.unifiedSocialCreditCode;
    await refuseOwnSecond(needs, { accountId, projectId: order.project.id, creditCode, orderId });
  }
  const isKnown = order.unitCheck?.doubts.every((doubt) => !UNANSWERED.includes(doubt));
  if (order.applicantType === 'person' || isSigned(order.contract) || isKnown) {
    return order;
  }
  const unit = typedUnit(cipher, order);
  const doubts = await ask(needs, unit, request);
  // The answer is about what was typed when it was asked for.
  const where = { formDraft: order.formDraft };
  const checked = await editOrder(orders, { accountId, orderId, where, set: { unitCheck: { at: now, doubts } } });
  return checked ?? checkUnit(needs, request);
}
