import type { OrderRecord } from '../order.model';
import type { PaymentAttempt } from './attempts';
import { awaitsReturn, givenBackFen, keepsMoney, keptFen } from './money';
import type { OrderTransfer } from './transfer';

const attempt = (status: PaymentAttempt['status'], receivedFen = 26_000) =>
  ({ status, receivedFen, amountFen: 26_000 }) as PaymentAttempt;
const transfer = (state: OrderTransfer['state']) =>
  ({
    state,
    paid: {
      parts: [
        { entryId: 'a', amountFen: 20_000 },
        { entryId: 'b', amountFen: 6_000 },
      ],
    },
  }) as unknown as OrderTransfer;
type Paid = Pick<OrderRecord, 'attempts' | 'transfer'>;
const factsOf = (order: Paid) => [keptFen(order), givenBackFen(order), keepsMoney(order), awaitsReturn(order)];

describe('the money of an order', () => {
  it.each<[string, Paid, ReturnType<typeof factsOf>]>([
    ['nothing', { attempts: [attempt('closed')] }, [0, 0, false, false]],
    ['by WeChat', { attempts: [attempt('closed'), attempt('paid', 25_900)] }, [25_900, 0, true, false]],
    ['by transfer', { attempts: [], transfer: transfer('paid') }, [26_000, 0, true, false]],
    ['a slip only', { attempts: [], transfer: { ...transfer('handed-in'), paid: null } }, [0, 0, false, false]],
    [
      'in both ways, the second going back',
      { attempts: [attempt('refunding')], transfer: transfer('paid') },
      [26_000, 26_000, true, true],
    ],
    [
      'by transfer, on its way back',
      { attempts: [attempt('refunded')], transfer: transfer('returning') },
      [0, 52_000, false, true],
    ],
    ['all of it back', { attempts: [attempt('refunded')], transfer: transfer('returned') }, [0, 52_000, false, false]],
  ])('is known where it came: %s', (_what, order, facts) => {
    expect(factsOf(order)).toEqual(facts);
  });
});
