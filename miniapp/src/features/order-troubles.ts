import { ATTEMPT_PROBLEMS, type AttemptProblem, type OrderView } from '@acceptance/shared';

/** What has stopped and waits for staff, not for the applicant. */
export type OrderTrouble = 'contract-failed' | AttemptProblem;

type Payments = Pick<OrderView, 'payments'>;

/** Problems of the attempts, each once; money that went back has none. */
export const paymentProblems = ({ payments }: Payments): readonly AttemptProblem[] =>
  ATTEMPT_PROBLEMS.filter((kind) => payments.some(({ problem, status }) => problem === kind && status !== 'refunded'));

export const orderTroubles = (order: Payments & Pick<OrderView, 'contract'>): readonly OrderTrouble[] => [
  ...(order.contract.state === 'failed' ? (['contract-failed'] as const) : []),
  ...paymentProblems(order),
];

/** The server refuses further payments while one is being checked; a refund that is late hinders none. */
export const isPaymentOnHold = ({ payments }: Payments): boolean =>
  payments.some(({ problem, status }) => problem !== null && status !== 'refunding' && status !== 'refunded');
