import { timingSafeEqual } from 'node:crypto';
import { AppError, PAY_LINK_DAYS, type PayLinkBill, type PayLinkView, paymentWaysOf } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import { noteAct } from '../../http/act-notes';
import {
  findOrder,
  findOwnOrder,
  type OrderModel,
  type OrderPayLink,
  type OrderRecord,
  refuseUnpayable,
} from '../orders';

const DAY_MS = 86_400_000;
const SECRET_BYTES = 18;

export interface PayLinkDependencies {
  readonly orders: OrderModel;
  readonly randomBytes: (size: number) => Buffer;
}

interface Own {
  readonly accountId: string;
  readonly orderId: string;
}

const isOf = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const presentLink = (orderId: string, { secret, expiresAt }: OrderPayLink): PayLinkView => ({
  token: `${orderId}.${secret}`,
  expiresAt: expiresAt.toISOString(),
});

/** @throws AppError pay_links.not_offered, payments.*, bank_transfers.waiting */
function refuseLink(order: OrderRecord): void {
  if (!paymentWaysOf(order.project).includes('pay-link')) {
    throw new AppError('pay_links.not_offered');
  }
  refuseUnpayable(order);
  if (order.transfer?.state === 'handed-in') {
    throw new AppError('bank_transfers.waiting');
  }
}

/** The link by which somebody else pays; the same while it lives. @throws AppError as `refuseLink`, orders.not_found */
export async function givePayLink(
  { orders, randomBytes }: PayLinkDependencies,
  { accountId, orderId, now }: Own & { readonly now: Date },
): Promise<PayLinkView> {
  const order = await findOwnOrder(orders, accountId, orderId);
  refuseLink(order);
  const { payLink } = order;
  if (payLink && payLink.expiresAt > now) {
    return presentLink(orderId, payLink);
  }
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const fresh: OrderPayLink = { secret, expiresAt: new Date(now.getTime() + PAY_LINK_DAYS * DAY_MS) };
  // Two taps are one link: whoever comes second reads what the first has written.
  const where = { _id: order._id, 'payLink.secret': payLink?.secret ?? { $exists: false } };
  await orders.updateOne(where, { $set: { payLink: fresh } } as UpdateQuery<OrderRecord>);
  const { payLink: kept } = await findOwnOrder(orders, accountId, orderId);
  if (!kept) {
    throw new AppError('request.conflict');
  }
  return presentLink(orderId, kept);
}

/** What was sent out pays nothing any more. @throws AppError orders.not_found */
export async function withdrawPayLink({ orders }: PayLinkDependencies, { accountId, orderId }: Own): Promise<void> {
  const order = await findOwnOrder(orders, accountId, orderId);
  await orders.updateOne({ _id: order._id }, { $unset: { payLink: 1 } });
}

/** The order of a link; all that is wrong with one is answered alike. @throws AppError pay_links.gone */
export async function findLinkedOrder(
  orders: OrderModel,
  { token, now }: { readonly token: string; readonly now: Date },
): Promise<OrderRecord & { readonly payLink: OrderPayLink }> {
  const [orderId = '', secret = ''] = token.split('.');
  const order = await findOrder(orders, orderId).catch((error: unknown) => {
    if (error instanceof AppError) {
      return null;
    }
    throw error;
  });
  const { payLink } = order ?? {};
  if (!order || !payLink || payLink.expiresAt <= now || !isOf(payLink.secret, secret)) {
    throw new AppError('pay_links.gone');
  }
  noteAct({ order: orderId });
  return { ...order, payLink };
}

function stateOf(order: OrderRecord): PayLinkBill['state'] {
  try {
    refuseLink(order);
    return 'payable';
  } catch (error) {
    const code = error instanceof AppError ? error.code : null;
    switch (code) {
      case 'payments.already_paid':
        return 'paid';
      case 'payments.being_checked':
      case 'bank_transfers.waiting':
        return 'waiting';
      case 'payments.not_payable':
        return order.transfer?.paid ? 'paid' : 'over';
      case 'payments.not_required':
      case 'pay_links.not_offered':
        return 'over';
      default:
        throw error;
    }
  }
}

export const presentBill = (order: OrderRecord & { readonly payLink: OrderPayLink }): PayLinkBill => ({
  state: stateOf(order),
  orderNumber: order.orderNumber,
  projectName: order.project.name,
  amountFen: order.project.priceFen,
  applicantMasked: order.applicant?.nameMasked ?? '',
  expiresAt: order.payLink.expiresAt.toISOString(),
});
