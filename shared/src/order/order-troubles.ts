import type { ContractState } from './application-steps';
import { ATTEMPT_PROBLEMS, type AttemptProblem, type PaymentAttemptStatus } from './payment-status';

/** What has stopped in an order and waits for staff, not for the applicant. */
export const ORDER_TROUBLES = ['contract-failed', ...ATTEMPT_PROBLEMS] as const;
export type OrderTrouble = (typeof ORDER_TROUBLES)[number];

export interface TroubleFacts {
  readonly contractState: ContractState;
  readonly attempts: readonly { readonly status: PaymentAttemptStatus; readonly problem: AttemptProblem | null }[];
}

/** Each trouble once; money that went back has none. */
export const orderTroubles = ({ contractState, attempts }: TroubleFacts): OrderTrouble[] => [
  ...(contractState === 'failed' ? (['contract-failed'] as const) : []),
  ...ATTEMPT_PROBLEMS.filter((kind) =>
    attempts.some(({ problem, status }) => problem === kind && status !== 'refunded'),
  ),
];

/** The server refuses further payments while one is being checked; a refund that is late hinders none. */
export const isPaymentOnHold = (troubles: readonly OrderTrouble[]): boolean =>
  troubles.includes('money-differs') || troubles.includes('unclear');
