import { type Connection, type Model, Schema, type Types } from 'mongoose';

/** One signed-in device. */
export interface SessionRecord {
  _id: Types.ObjectId;
  kind: 'applicant' | 'staff';
  subjectId: string;
  /** SHA-256 of the refresh token now valid. */
  refreshHash: string;
  /** The one before it; seeing it again means that a token was stolen. */
  previousRefreshHash?: string;
  userAgent: string;
  /** Roughly where it was used last, in words; null when nobody knows. */
  place?: string | null;
  /** The trusted device behind it, as `trusted_devices` knows it. */
  deviceKey?: string;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

const sessionSchema = new Schema<SessionRecord>(
  {
    kind: String,
    subjectId: String,
    refreshHash: String,
    previousRefreshHash: String,
    userAgent: String,
    place: String,
    deviceKey: String,
    createdAt: Date,
    lastUsedAt: Date,
    expiresAt: Date,
    endedAt: Date,
  },
  { versionKey: false, collection: 'sessions' },
);

export type SessionModel = Model<SessionRecord>;
export const sessionModel = (connection: Connection): SessionModel =>
  connection.model<SessionRecord>('Session', sessionSchema);
