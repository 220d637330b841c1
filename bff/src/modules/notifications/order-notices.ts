import { AppError, type OrderNotice } from '@acceptance/shared';
import { decryptJson } from '../../database/encrypted-text';
import { PortError } from '../../ports/port-error';
import type { SmsMessage } from '../../ports/sms-sender';
import { type AccountModel, findAccount, phoneOf } from '../account';
import { iso, type OrderModel } from '../orders';
import { findSubmittedOrder } from '../staff';
import { NOTICE_PURPOSE, type NoticeRecord } from './notice.model';
import { type OrderNoticeDependencies, sendOrderNotice } from './send-notice';

export interface OrderNoticesDependencies extends OrderNoticeDependencies {
  readonly orders: OrderModel;
  readonly accounts: AccountModel;
}

/** A message that does not arrive does not by being repeated: after this one calls. */
const MOST_RESENT = 5;

const presentNotice = ({ _id, channel, kind, state, reason, phoneMasked, ...notice }: NoticeRecord): OrderNotice => ({
  id: _id.toHexString(),
  channel,
  kind,
  state,
  reason,
  phoneMasked,
  sentAt: notice.sentAt.toISOString(),
  settledAt: iso(notice.settledAt),
  resent: notice.resentBy !== null,
  canResend: channel === 'sms' && state !== 'delivered',
});

/** What an order's applicant was told, the newest first. @throws AppError orders.not_found */
export async function listNotices(
  { orders, notices }: Pick<OrderNoticesDependencies, 'orders' | 'notices'>,
  orderId: string,
): Promise<{ items: OrderNotice[] }> {
  await findSubmittedOrder(orders, orderId);
  const found = await notices.find({ orderId }).sort({ _id: -1 }).limit(100).lean<NoticeRecord[]>();
  return { items: found.map(presentNotice) };
}

/**
 * Sends a message once more, to the number that the account has now.
 * @throws AppError orders.not_found, notices.not_found, notices.arrived, notices.too_many, notices.unavailable
 */
export async function resendNotice(
  needs: OrderNoticesDependencies,
  { orderId, noticeId, staffId }: { readonly orderId: string; readonly noticeId: string; readonly staffId: string },
): Promise<OrderNotice> {
  const { orders, accounts, notices, cipher } = needs;
  const { accountId } = await findSubmittedOrder(orders, orderId);
  const notice = await notices.findOne({ _id: noticeId, orderId }).lean<NoticeRecord>();
  if (!notice?.message) {
    throw new AppError('notices.not_found');
  }
  if (notice.state === 'delivered') {
    throw new AppError('notices.arrived');
  }
  if ((await notices.countDocuments({ orderId, kind: notice.kind, resentBy: { $ne: null } })) >= MOST_RESENT) {
    throw new AppError('notices.too_many', { details: { count: MOST_RESENT } });
  }
  const message = decryptJson<SmsMessage>(cipher, notice.message, NOTICE_PURPOSE, noticeId);
  const phone = phoneOf(cipher, await findAccount(accounts, accountId));
  try {
    return presentNotice(await sendOrderNotice(needs, { orderId, phone, resentBy: staffId }, message));
  } catch (error) {
    throw error instanceof PortError ? new AppError('notices.unavailable', { cause: error }) : error;
  }
}
