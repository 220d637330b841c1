import type { NoticeChannel, NoticeState } from '@acceptance/shared';
import { type Connection, type Model, Schema, type Types } from 'mongoose';

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

const noticeSchema = new Schema<NoticeRecord>(
  {
    orderId: String,
    channel: String,
    kind: String,
    state: String,
    reason: String,
    serial: String,
    phoneMasked: String,
    message: String,
    sentAt: Date,
    settledAt: Date,
    untold: Boolean,
    resentBy: String,
  },
  { versionKey: false, collection: 'notices' },
);

export type NoticeModel = Model<NoticeRecord>;
export const noticeModel = (connection: Connection): NoticeModel =>
  connection.model<NoticeRecord>('Notice', noticeSchema);
