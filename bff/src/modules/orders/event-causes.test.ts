import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  isFinal,
  ORDER_STATUS_DUTIES,
  ORDER_STATUSES,
  ORDER_TRANSITIONS,
  type OrderEvent,
  type OrderStatus,
} from '@acceptance/shared';

const MODULES = join(__dirname, '..');
const read = (file: string): string => readFileSync(join(MODULES, file), 'utf8');

/** What causes each event: a use case that a person calls, or a job. */
const CAUSES: Readonly<Record<OrderEvent, readonly string[]>> = {
  submit: ['orders/submit-order.ts'],
  approve: ['staff/decide-order.ts'],
  return: ['staff/decide-order.ts'],
  reject: ['staff/decide-order.ts'],
  'confirm-payment': ['payments/apply-trade.ts', 'payments/settle-attempt.ts', 'bank-transfers/book-transfer.ts'],
  'start-issuing-unpaid': ['orders/start-issuing.ts'],
  'start-issuing': ['orders/start-issuing.ts', 'certificates/at-desk.ts'],
  issue: ['certificates/advance-order.ts'],
  deliver: ['certificates/advance-order.ts', 'deliveries/advance-order.ts'],
  complete: ['deliveries/own-delivery.ts', 'deliveries/advance-order.ts'],
  cancel: ['orders/cancel-order.ts'],
  expire: ['orders/order-endings.ts'],
  'start-refund': ['refund-requests/decide-refund.ts'],
  'start-refund-revoked': ['refund-requests/decide-refund.ts'],
  'note-refund': ['payments/apply-refund-notice.ts', 'payments/settle-attempt.ts'],
  'confirm-refund': ['payments/refund-attempt.ts', 'payments/settle-attempt.ts', 'bank-transfers/settle-entry.ts'],
};

/** What looks after the limit of each status: the file, and a name in it. */
const ENFORCERS: Readonly<Partial<Record<OrderStatus, readonly [file: string, name: string]>>> = {
  draft: ['personal-data/retention-sweep.ts', "limitMsOf('draft')"],
  submitted: ['orders/check-promise.ts', "'review-overdue'"],
  returned: ['orders/order-endings.ts', 'EXPIRING_STATUSES'],
  approved: ['orders/order-endings.ts', 'EXPIRING_STATUSES'],
  paid: ['orders/order-endings.ts', 'STAFF_STATUSES'],
  issuing: ['orders/order-endings.ts', 'STAFF_STATUSES'],
  issued: ['orders/order-endings.ts', 'STAFF_STATUSES'],
  delivered: ['deliveries/watch-deliveries.ts', "'complete-delivered-orders'"],
  refunding: ['payments/refund-attempt.ts', "event: 'confirm-refund'"],
};

const sources = (readdirSync(MODULES, { recursive: true, withFileTypes: true }) ?? [])
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
  .map((entry) => relative(MODULES, join(entry.parentPath, entry.name)));

describe('an event of the order', () => {
  const caused = ORDER_TRANSITIONS.flatMap(({ event }) => CAUSES[event].map((file) => [event, file] as const));

  it.each(caused)('%s is caused by %s', (event, file) => {
    const text = read(file);
    expect(text).toContain('transitionOrder(');
    expect(text).toContain(`'${event}'`);
  });

  it('is never without a cause', () => {
    expect(ORDER_TRANSITIONS.map(({ event }) => event).filter((event) => CAUSES[event].length === 0)).toEqual([]);
  });

  it('is caused nowhere else', () => {
    const callers = sources.filter((file) => read(file).includes('transitionOrder('));
    const known = new Set([...Object.values(CAUSES).flat(), 'orders/transition-order.ts']);
    expect(callers.filter((file) => !known.has(file))).toEqual([]);
  });
});

describe.each(ORDER_STATUSES.filter((status) => !isFinal(status)))('a status %s', (status) => {
  it('is left in time, for something looks after it', () => {
    const { owner, limitDays } = ORDER_STATUS_DUTIES[status];
    const [file, name] = ENFORCERS[status] ?? ['', ''];
    expect(owner).not.toBeNull();
    expect(limitDays).toBeGreaterThan(0);
    expect(read(file)).toContain(name);
  });
});
