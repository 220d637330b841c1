import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { availableEvents, isFinal, orderStateDiagram, transitionOf } from './order-machine';
import { ORDER_STATUS_LABELS, ORDER_STATUSES, type OrderStatus } from './order-status';
import {
  ORDER_STATUS_DUTIES,
  ORDER_TRANSITIONS,
  type OrderActor,
  type OrderEvent,
  type OrderTransition,
} from './order-transitions';

const TRANSITIONS: readonly OrderTransition[] = ORDER_TRANSITIONS;
const ACTORS: readonly OrderActor[] = ['applicant', 'reviewer', 'finance', 'issuer', 'administrator', 'system'];

/** Written by hand from the requirements, not derived: who may do what where. `$` paid projects only, `-` unpaid only. */
const ALLOWED: Record<OrderStatus, Partial<Record<OrderActor, readonly string[]>>> = {
  draft: { applicant: ['submit'] },
  submitted: { applicant: ['cancel'], reviewer: ['approve', 'reject', 'return'] },
  returned: { applicant: ['cancel', 'submit'], system: ['expire'] },
  approved: {
    applicant: ['cancel'],
    finance: ['$confirm-payment'],
    system: ['$confirm-payment', '-start-issuing-unpaid', 'expire'],
  },
  paid: {
    finance: ['note-refund', '$start-refund'],
    issuer: ['start-issuing'],
    system: ['start-issuing', 'note-refund'],
  },
  issuing: { finance: ['note-refund', '$start-refund'], issuer: ['issue'], system: ['issue', 'note-refund'] },
  issued: { finance: ['$start-refund-revoked'], issuer: ['deliver'], system: ['deliver'] },
  delivered: { applicant: ['complete'], finance: ['$start-refund-revoked'], system: ['complete'] },
  completed: {},
  rejected: {},
  cancelled: {},
  expired: {},
  refunding: { finance: ['confirm-refund'], system: ['confirm-refund'] },
  refunded: {},
};

function allowed(status: OrderStatus, actor: OrderActor, paymentRequired: boolean): string[] {
  const marks = ALLOWED[status][actor] ?? [];
  return marks
    .filter((mark) => !mark.startsWith(paymentRequired ? '-' : '$'))
    .map((mark) => mark.replace(/^[-$]/, ''))
    .sort();
}

/** Statuses that can be reached from `start` by the transitions for which `usable` holds. */
function reachableFrom(start: OrderStatus, usable: (row: OrderTransition) => boolean = () => true): Set<OrderStatus> {
  const reached = new Set<OrderStatus>([start]);
  for (const status of reached) {
    for (const row of TRANSITIONS.filter((one) => usable(one) && one.from.includes(status))) {
      reached.add(row.to);
    }
  }
  return reached;
}

const cases = ORDER_STATUSES.flatMap((status) =>
  ACTORS.flatMap((actor) => [true, false].map((paymentRequired) => ({ status, actor, paymentRequired }))),
);

describe('who may do what with an order', () => {
  it.each(cases)('$actor on $status (payment required: $paymentRequired)', ({ status, actor, paymentRequired }) => {
    expect(availableEvents({ status, paymentRequired }, actor).sort()).toEqual(allowed(status, actor, paymentRequired));
  });

  it('lets the administrator change no order', () => {
    expect(TRANSITIONS.filter((row) => row.by.includes('administrator'))).toEqual([]);
  });
});

describe('the table of transitions', () => {
  it('has each event once', () => {
    const events = TRANSITIONS.map((row) => row.event);
    expect(new Set(events).size).toBe(events.length);
    for (const row of ORDER_TRANSITIONS) {
      expect(transitionOf(row.event)).toBe(row);
    }
  });

  it('knows no other event', () => {
    expect(() => transitionOf('teleport' as OrderEvent)).toThrow('unknown order event teleport');
  });

  it.each(ORDER_TRANSITIONS)('$event leads from open statuses to another one and has an actor', (row) => {
    const { from, to, by, needs }: OrderTransition = row;
    expect(from).not.toHaveLength(0);
    expect(new Set(from).size).toBe(from.length);
    expect(from).not.toContain(to);
    expect(from.filter(isFinal)).toEqual([]);
    expect(by).not.toHaveLength(0);
    expect(needs.includes('payment-required') && needs.includes('no-payment-required')).toBe(false);
  });

  it('has no label on what only the system does', () => {
    const mislabelled = TRANSITIONS.filter((row) => row.label !== null && row.by.every((actor) => actor === 'system'));
    expect(mislabelled).toEqual([]);
  });

  it('wants a reason wherever the applicant is turned down', () => {
    for (const event of ['return', 'reject', 'start-refund', 'start-refund-revoked'] as const) {
      expect(transitionOf(event).needs).toContain('reason-given');
    }
  });

  it('tells the applicant about every result of the review', () => {
    for (const event of ['approve', 'return', 'reject'] as const) {
      expect(transitionOf(event).consequences).toContain('notify-review-result');
    }
  });

  it('tells the applicant that their money goes back, and that it is back', () => {
    const tells = TRANSITIONS.filter(({ consequences }) => consequences.includes('notify-refund'));
    expect(tells.map(({ event }) => event)).toEqual([
      'start-refund',
      'start-refund-revoked',
      'note-refund',
      'confirm-refund',
    ]);
  });

  it('has an issued certificate told of and delivered, and WeChat told that what was paid for has gone out', () => {
    expect(transitionOf('issue').consequences).toEqual(['notify-issued', 'prepare-delivery']);
    expect(transitionOf('deliver').consequences).toEqual(['notify-sent', 'report-shipping']);
  });

  it('closes open payments wherever an order ends that could have been paid', () => {
    for (const row of TRANSITIONS.filter((one) => one.from.includes('approved') && isFinal(one.to))) {
      expect(row.consequences).toContain('close-payment-attempts');
    }
  });
});

describe('the statuses', () => {
  it.each(ORDER_STATUSES)('%s can be reached from draft', (status) => {
    expect(reachableFrom('draft').has(status)).toBe(true);
  });

  it.each([
    ['with payment', 'no-payment-required', ['completed', 'paid', 'refunded']],
    ['without payment', 'payment-required', ['completed']],
  ] as const)('a project %s passes to the end', (_, impossible, stations) => {
    const reached = reachableFrom('draft', (row) => !row.needs.includes(impossible));
    expect(stations.filter((status) => !reached.has(status))).toEqual([]);
  });

  it('an order without payment is never waiting for money', () => {
    const reached = reachableFrom('draft', (row) => !row.needs.includes('payment-required'));
    expect(reached.has('paid')).toBe(false);
  });

  it.each(ORDER_STATUSES.filter((status) => !isFinal(status)))(
    '%s has an owner, a time limit and a way to an end',
    (status) => {
      const { owner, limitDays } = ORDER_STATUS_DUTIES[status];
      expect(owner).not.toBeNull();
      expect(limitDays).toBeGreaterThan(0);
      expect([...reachableFrom(status)].some(isFinal)).toBe(true);
    },
  );

  it.each(ORDER_STATUSES.filter(isFinal))('%s is an end: nobody has to act and nobody can', (status) => {
    expect(ORDER_STATUS_DUTIES[status]).toEqual({ owner: null, limitDays: null });
    expect(TRANSITIONS.filter((row) => row.from.includes(status))).toEqual([]);
  });

  it('have different labels', () => {
    expect(new Set(Object.values(ORDER_STATUS_LABELS)).size).toBe(ORDER_STATUSES.length);
  });
});

describe('the diagram', () => {
  const lines = orderStateDiagram().split('\n');

  it('is a Mermaid state diagram that starts at draft', () => {
    expect(lines.slice(0, 2)).toEqual(['stateDiagram-v2', '  [*] --> draft']);
  });

  it('has one arrow for each way between two statuses, and one from each end', () => {
    const arrows = TRANSITIONS.flatMap((row) => row.from.map((from) => `  ${from} --> ${row.to}: ${row.event}`));
    const ends = ORDER_STATUSES.filter(isFinal).map((status) => `  ${status} --> [*]`);
    expect(lines.slice(2)).toEqual([...arrows, ...ends]);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('in the README is this one', () => {
    const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
    const [, copy] = /```mermaid\n([^`]*)\n```/.exec(readme) ?? [];
    expect(copy).toBe(orderStateDiagram());
  });
});
