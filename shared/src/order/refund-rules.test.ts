import { transitionOf } from './order-machine';
import { ORDER_STATUSES } from './order-status';
import {
  keepsRefundRequest,
  MADE_STATUSES,
  MOST_OWN_REFUND_REQUESTS,
  MOST_REFUND_REQUESTS,
  REFUND_ASKERS,
  REFUNDABLE_STATUSES,
  type RefundFacts,
  refundHindrance,
} from './refund-rules';

const facts = (changes: Partial<RefundFacts> = {}): RefundFacts => ({
  status: 'paid',
  paidFen: 26_000,
  certificateValid: false,
  requests: [],
  ...changes,
});
const ended = (count: number, askedBy: RefundFacts['requests'][number]['askedBy']) =>
  Array.from({ length: count }, () => ({ state: 'rejected', askedBy }) as const);

describe('asking for the money of an order', () => {
  it('is possible from where the table has a refund begin, and from nowhere else', () => {
    expect(REFUNDABLE_STATUSES).toEqual(transitionOf('start-refund').from);
    expect(MADE_STATUSES).toEqual(transitionOf('start-refund-revoked').from);
    const openTo = (asker: 'applicant' | 'finance', certificateValid: boolean) =>
      ORDER_STATUSES.filter((status) => refundHindrance(facts({ status, certificateValid }), asker) === null);
    expect(openTo('applicant', false)).toEqual(REFUNDABLE_STATUSES);
    expect(openTo('finance', true)).toEqual(REFUNDABLE_STATUSES);
    expect(openTo('finance', false)).toEqual([...REFUNDABLE_STATUSES, ...MADE_STATUSES]);
  });

  it('waits for the certificate to be over, and is too late once its holder has it', () => {
    for (const status of MADE_STATUSES) {
      const hindrance = (asker: 'applicant' | 'finance') =>
        refundHindrance(facts({ status, certificateValid: true }), asker);
      expect([hindrance('applicant'), hindrance('finance')]).toEqual(['certificate_made', 'certificate_valid']);
    }
    expect(refundHindrance(facts({ status: 'completed' }), 'finance')).toBe('certificate_made');
  });

  it('outlives a step of the order unless the certificate is made by it, or received', () => {
    expect(keepsRefundRequest('paid', 'issuing')).toBe(true);
    expect(keepsRefundRequest('issuing', 'issued')).toBe(false);
    expect(keepsRefundRequest('issued', 'delivered')).toBe(true);
    expect(keepsRefundRequest('delivered', 'completed')).toBe(false);
  });

  it.each(REFUND_ASKERS)('is refused to %s with the reason', (asker) => {
    expect(refundHindrance(facts({ status: 'refunding' }), asker)).toBe('under_way');
    expect(refundHindrance(facts({ status: 'completed' }), asker)).toBe('certificate_made');
    expect(refundHindrance(facts({ status: 'approved' }), asker)).toBe('nothing_paid');
    expect(refundHindrance(facts({ paidFen: 0 }), asker)).toBe('nothing_paid');
    for (const askedBy of REFUND_ASKERS) {
      expect(refundHindrance(facts({ requests: [{ state: 'waiting', askedBy }] }), asker)).toBe('already_asked');
    }
  });

  it('has a bound for the applicant and one for all', () => {
    const own = (count: number) => refundHindrance(facts({ requests: ended(count, 'applicant') }), 'applicant');
    expect([own(MOST_OWN_REFUND_REQUESTS - 1), own(MOST_OWN_REFUND_REQUESTS)]).toEqual([null, 'asked_too_often']);
    const desk = (count: number) => refundHindrance(facts({ requests: ended(count, 'finance') }), 'finance');
    expect([desk(MOST_REFUND_REQUESTS - 1), desk(MOST_REFUND_REQUESTS)]).toEqual([null, 'asked_too_often']);
  });
});
