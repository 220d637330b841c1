import { isPaymentOnHold, ORDER_STATUS_DUTIES, type OrderSummary } from '@acceptance/shared';
import { ORDER_TEXT } from '../text/orders';
import { TROUBLE_TEXT } from '../text/troubles';
import { type OrderAction, orderActions } from './order-actions';

/** The one thing to do next, or, when it is somebody else's turn, what is being waited for. */
export interface NextThing {
  readonly order: OrderSummary;
  readonly title: string;
  readonly hint: string;
  /** Null while waiting: then only looking is left. */
  readonly action: Exclude<OrderAction, 'again' | 'delete' | 'view'> | null;
}

const ownAction = (order: OrderSummary): NextThing['action'] => {
  const [first = 'view'] = orderActions(order);
  return first === 'view' || first === 'delete' || first === 'again' ? null : first;
};

/** A parcel that is not sent yet can be looked at only. */
const waitsForApplicant = (order: OrderSummary): boolean => {
  const action = ownAction(order);
  return action !== null && !(action === 'track' && order.status === 'issued');
};

/** The words while staff must act: nothing is asked of the applicant, whatever the status says. */
function whileStaffAct({ status, troubles }: OrderSummary): Pick<NextThing, 'title' | 'hint'> | null {
  if (troubles.includes('contract-failed')) {
    return { title: TROUBLE_TEXT.contractHead, hint: TROUBLE_TEXT.contractHeadHint };
  }
  if (status === 'approved' && isPaymentOnHold(troubles)) {
    return { title: TROUBLE_TEXT.paymentHead, hint: TROUBLE_TEXT.paymentHeadHint };
  }
  return status === 'refunding' && troubles.includes('refund-delayed')
    ? { title: ORDER_TEXT.waiting.refunding, hint: TROUBLE_TEXT.refundHeadHint }
    : null;
}

const describe = (order: OrderSummary, action: NextThing['action']): NextThing => {
  switch (action) {
    case 'continue':
      return { order, action, title: ORDER_TEXT.nextContinue, hint: ORDER_TEXT.stepHints[order.currentStep] };
    case 'mend':
      return { order, action, title: ORDER_TEXT.nextMend, hint: ORDER_TEXT.nextMendHint };
    case 'pay':
      return { order, action, title: ORDER_TEXT.nextPay, hint: ORDER_TEXT.nextPayHint };
    case 'receive':
      return { order, action, title: ORDER_TEXT.nextReceive, hint: ORDER_TEXT.nextReceiveHint };
    case 'collect':
      return { order, action, title: ORDER_TEXT.nextCollect, hint: ORDER_TEXT.nextCollectHint };
    case 'track': {
      const isSent = order.status === 'delivered';
      const hint = isSent ? ORDER_TEXT.nextTrackHint : ORDER_TEXT.nextTrackIssuedHint;
      return { order, action, title: ORDER_TEXT.waiting[order.status], hint };
    }
    default: {
      const { status } = order;
      const words = whileStaffAct(order) ?? {
        title: ORDER_TEXT.waiting[status],
        hint: ORDER_TEXT.waitingHints[status],
      };
      return { order, action, ...words };
    }
  }
};

const isOpen = ({ status }: OrderSummary): boolean => ORDER_STATUS_DUTIES[status].owner !== null;

/** From the orders, newest first: the first that waits for the applicant, else the first that is under way. */
export function nextThing(orders: readonly OrderSummary[]): NextThing | null {
  const open = orders.filter(isOpen);
  const mine = open.find(waitsForApplicant);
  const chosen = mine ?? open[0];
  return chosen ? describe(chosen, ownAction(chosen)) : null;
}
