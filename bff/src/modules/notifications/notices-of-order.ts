import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import type { SmsMessage } from '../../ports/sms-sender';
import { NOTICE_PURPOSE, type NoticeModel, type NoticeRecord } from './notice.model';

/** What somebody was told about their orders; who of the staff sent it once more stays out. */
export const noticesData = (cipher: FieldCipher, notice: NoticeRecord) => {
  const { orderId, channel, kind, state, phoneMasked, message, sentAt, settledAt } = notice;
  const said = message && decryptJson<SmsMessage>(cipher, message, NOTICE_PURPOSE, recordIdOf(notice));
  return { orderId, channel, kind, state, phoneMasked, said, sentAt, settledAt };
};

/** Removes what is kept of the messages about an order. */
export async function removeNotices({ notices }: { readonly notices: NoticeModel }, orderId: string): Promise<void> {
  await notices.deleteMany({ orderId });
}
