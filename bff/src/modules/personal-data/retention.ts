import { isUnderWay, ORDER_KIND_RULES, ORDER_STATUSES } from '@acceptance/shared';
import type { CertificateModel } from '../certificates';
import type { OrderModel, OrderRecord } from '../orders';

/** Drafts are nobody's business but the applicant's. */
const LIVE_STATUSES = ORDER_STATUSES.filter(isUnderWay);

export const countLiveOrders = ({ orders }: { orders: OrderModel }, accountId: string): Promise<number> =>
  orders.countDocuments({ accountId, status: { $in: LIVE_STATUSES } });

/** With which somebody could still sign. */
export const countValidCertificates = (
  { certificates }: { certificates: CertificateModel },
  accountId: string,
  now: Date,
): Promise<number> =>
  certificates.countDocuments({ accountId, state: { $in: ['issued', 'suspended'] }, notAfter: { $gt: now } });

/**
 * What the law has us keep: everything about a certificate for five years after it has expired (电子签名法, Art. 24), and what
 * belongs to money that came, as evidence for the books.
 */
const isRetained = ({ status, attempts, transfer }: OrderRecord): boolean =>
  status === 'completed' || attempts.some(({ paidAt }) => paidAt !== null) || Boolean(transfer?.paid);

/** An account's orders that are over, told apart by whether they must be kept. */
export async function settledOrders(
  { orders }: { orders: OrderModel },
  accountId: string,
): Promise<{ readonly retained: OrderRecord[]; readonly removable: OrderRecord[] }> {
  const all = await orders.find({ accountId }).lean<OrderRecord[]>();
  const settled = all.filter(({ status }) => !isUnderWay(status));
  return { retained: settled.filter(isRetained), removable: settled.filter((order) => !isRetained(order)) };
}

const YEARS_AFTER_EXPIRY = 5;

/** Until when an order must be kept: five years after its certificate expires, counted from its last act. */
export function retainedUntil({ history, createdAt, project, kind }: OrderRecord): Date {
  const until = new Date(history.at(-1)?.at ?? createdAt);
  until.setUTCMonth(until.getUTCMonth() + project.validityMonths);
  // A renewal adds what is left of the certificate before.
  until.setUTCDate(until.getUTCDate() + (kind === 'renewal' ? (ORDER_KIND_RULES.renewal.window?.before ?? 0) : 0));
  until.setUTCFullYear(until.getUTCFullYear() + YEARS_AFTER_EXPIRY);
  return until;
}
