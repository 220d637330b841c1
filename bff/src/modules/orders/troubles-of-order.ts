import { type OrderTrouble, orderTroubles } from '@acceptance/shared';
import type { OrderRecord } from './order.model';
import { problemOf } from './parts/attempts';

/** What of an order has stopped and waits for staff. */
export const troublesOfOrder = ({ contract, attempts }: Pick<OrderRecord, 'contract' | 'attempts'>): OrderTrouble[] =>
  orderTroubles({
    contractState: contract.state,
    attempts: attempts.map((attempt) => ({ status: attempt.status, problem: problemOf(attempt) })),
  });
