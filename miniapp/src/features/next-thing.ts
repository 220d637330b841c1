import { ORDER_STATUS_DUTIES, type OrderSummary } from '@acceptance/shared';
import { ORDER_TEXT } from '../text/orders';
import { type OrderAction, orderActions } from './order-actions';

/** The one thing to do next, or, when it is somebody else's turn, what is being waited for. */
export interface NextThing {
  readonly order: OrderSummary;
  readonly title: string;
  readonly hint: string;
  /** Null while waiting: then only looking is left. */
  readonly action: Exclude<OrderAction, 'delete' | 'view'> | null;
}

const ownAction = (order: OrderSummary): NextThing['action'] => {
  const [first] = orderActions(order);
  return first === 'continue' || first === 'mend' || first === 'pay' ? first : null;
};

const describe = (order: OrderSummary, action: NextThing['action']): NextThing => {
  switch (action) {
    case 'continue':
      return { order, action, title: ORDER_TEXT.nextContinue, hint: ORDER_TEXT.stepHints[order.currentStep] };
    case 'mend':
      return { order, action, title: ORDER_TEXT.nextMend, hint: ORDER_TEXT.nextMendHint };
    case 'pay':
      return { order, action, title: ORDER_TEXT.nextPay, hint: ORDER_TEXT.nextPayHint };
    default:
      return { order, action, title: ORDER_TEXT.waiting[order.status], hint: ORDER_TEXT.waitingHints[order.status] };
  }
};

const isOpen = ({ status }: OrderSummary): boolean => ORDER_STATUS_DUTIES[status].owner !== null;

/** From the orders, newest first: the newest that waits for the applicant, else the newest that is under way. */
export function nextThing(orders: readonly OrderSummary[]): NextThing | null {
  const open = orders.filter(isOpen);
  const mine = open.find((order) => ownAction(order) !== null);
  const chosen = mine ?? open[0];
  return chosen ? describe(chosen, ownAction(chosen)) : null;
}
