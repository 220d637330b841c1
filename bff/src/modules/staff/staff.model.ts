import type { StaffRole } from '@acceptance/shared';
import { type Connection, type Model, Schema, type Types } from 'mongoose';

export interface StaffRecord {
  _id: Types.ObjectId;
  /** Lower case. */
  username: string;
  displayName: string;
  passwordHash: string;
  roles: StaffRole[];
  disabledAt: Date | null;
  createdAt: Date;
}

const staffSchema = new Schema<StaffRecord>(
  {
    username: String,
    displayName: String,
    passwordHash: String,
    roles: [String],
    disabledAt: Date,
    createdAt: Date,
  },
  { versionKey: false, collection: 'staff' },
);

export type StaffModel = Model<StaffRecord>;
export const staffModel = (connection: Connection): StaffModel => connection.model<StaffRecord>('Staff', staffSchema);
