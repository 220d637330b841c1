import { type OrderTrouble, orderTroubles } from '@acceptance/shared';
import { problemOf } from './parts/attempts';
import type { ListedOrder } from './shown-order';

/** What of an order has stopped and waits for staff. */
export const troublesOfOrder = ({ contract, attempts }: Pick<ListedOrder, 'contract' | 'attempts'>): OrderTrouble[] =>
  orderTroubles({
    contractState: contract.state,
    attempts: attempts.map((attempt) => ({ status: attempt.status, problem: problemOf(attempt) })),
  });
