import { NOTICE_CHANNELS, NOTICE_STATES, type NoticeChannel, type NoticeState } from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { storedModel } from '../../database/validators/stored-model';
import { date, dateOrNull, objectId, text, textOrNull } from '../../database/validators/stored-shape';

/** One message about an order, from when it was handed to whoever carries it. */
export interface NoticeRecord {
  _id: Types.ObjectId;
  orderId: string;
  channel: NoticeChannel;
  /** Which message: `SmsMessage['kind']`, or that of a subscription message. */
  kind: string;
  state: NoticeState;
  /** Why it was not delivered, in the words of who carries it; null otherwise. */
  reason: string | null;
  /** Number that the operator reports by; null where none was given. */
  serial: string | null;
  /** 199****0003; null of a subscription message. */
  phoneMasked: string | null;
  /** Envelope of the `SmsMessage`, to send it once more; null of a subscription message. */
  message: string | null;
  sentAt: Date;
  /** When it was delivered, or given up. */
  settledAt: Date | null;
  /** It failed, and no task says so yet. */
  untold?: true;
  /** Who of the staff sent it once more; null: it was sent by itself. */
  resentBy: string | null;
}

export const NOTICE_PURPOSE = 'notice.message';

export type NoticeModel = Model<NoticeRecord>;
export const noticeModel = storedModel<NoticeRecord>(
  'Notice',
  'notices',
)({
  _id: objectId,
  orderId: text,
  channel: v.picklist(NOTICE_CHANNELS),
  kind: text,
  state: v.picklist(NOTICE_STATES),
  reason: textOrNull,
  serial: textOrNull,
  phoneMasked: textOrNull,
  message: textOrNull,
  sentAt: date,
  settledAt: dateOrNull,
  untold: v.optional(v.literal(true)),
  resentBy: textOrNull,
});
