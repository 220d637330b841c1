import type { MoneyEvent, TimelineMoment } from '@acceptance/shared';
import type { InvoiceRecord } from '../../invoices';
import { type OrderRecord, receivedOf, refundRequestsOf } from '../../orders';

type Moment = Extract<TimelineMoment, { kind: 'money' }>;
/** Who it was, as far as it was a member of the staff. */
export type NameOf = (staffId: string | null) => string | null;

/** Nothing where it has not happened. */
const moment = (
  event: MoneyEvent,
  at: Date | null | undefined,
  { amountFen = null, by = null }: { readonly amountFen?: number | null; readonly by?: string | null } = {},
): Moment[] => (at ? [{ kind: 'money', event, at: at.toISOString(), amountFen, by }] : []);

const ofAttempts = ({ attempts }: OrderRecord): Moment[] =>
  attempts.flatMap((attempt) => moment('paid', attempt.paidAt, { amountFen: receivedOf(attempt) }));

function ofTransfer({ transfer }: OrderRecord, nameOf: NameOf): Moment[] {
  if (!transfer) {
    return [];
  }
  const { chosenAt, handedInAt, refusal, paid } = transfer;
  const booked = paid?.parts.reduce((sum, { amountFen }) => sum + amountFen, 0) ?? null;
  return [
    ...moment('transfer-chosen', chosenAt),
    ...moment('slip-handed-in', handedInAt),
    ...moment('slip-refused', refusal?.at, { by: nameOf(refusal?.staffId ?? null) }),
    ...moment('transfer-booked', paid?.at, { amountFen: booked, by: nameOf(paid?.by ?? null) }),
  ];
}

const ofRefunds = (order: OrderRecord, nameOf: NameOf): Moment[] =>
  refundRequestsOf(order).flatMap(({ askedAt, askedBy, endedAt, decidedBy }) => [
    ...moment('refund-asked', askedAt, { by: askedBy.role === 'applicant' ? null : nameOf(askedBy.id) }),
    ...moment('refund-decided', endedAt, { by: nameOf(decidedBy) }),
  ]);

const ofInvoice = (invoice: InvoiceRecord | null, nameOf: NameOf): Moment[] =>
  invoice
    ? [
        ...moment('invoice-wanted', invoice.wantedAt, { amountFen: invoice.amountFen }),
        ...moment('invoice-issued', invoice.issued?.at, { by: nameOf(invoice.issued?.by ?? null) }),
        ...moment('red-letter-issued', invoice.redLetter?.at, { by: nameOf(invoice.redLetter?.by ?? null) }),
      ]
    : [];

/** What happened with the money of an order. */
export const moneyMoments = (order: OrderRecord, invoice: InvoiceRecord | null, nameOf: NameOf): Moment[] => [
  ...ofAttempts(order),
  ...ofTransfer(order, nameOf),
  ...ofRefunds(order, nameOf),
  ...ofInvoice(invoice, nameOf),
];

/** Members of the staff who had to do with it. */
export const staffOfMoney = (order: OrderRecord, invoice: InvoiceRecord | null): string[] => {
  const { transfer } = order;
  const asked = refundRequestsOf(order).flatMap(({ askedBy, decidedBy }) => [askedBy.id, decidedBy]);
  const all = [transfer?.refusal?.staffId, transfer?.paid?.by, invoice?.issued?.by, invoice?.redLetter?.by, ...asked];
  return all.flatMap((id) => id ?? []);
};
