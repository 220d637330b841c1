import type { ProjectView } from '@acceptance/shared';
import { type Connection, type Model, Schema } from 'mongoose';

/** A project as configured; `_id` is its stable key. */
export interface ProjectRecord extends Omit<ProjectView, 'id'> {
  _id: string;
  /** Start of its order numbers: 2–6 capital letters. */
  orderNumberPrefix: string;
  /** Order in lists. */
  position: number;
  /** Whether it is offered; false: it was withdrawn. */
  active: boolean;
}

const projectSchema = new Schema<ProjectRecord>(
  {
    _id: String,
    name: String,
    summary: String,
    applicantTypes: [String],
    validityMonths: Number,
    priceFen: Number,
    kindPricesFen: Schema.Types.Mixed,
    paymentRequired: Boolean,
    paymentWays: { type: [String], default: undefined },
    invoiceOffered: Boolean,
    deliveryWays: [String],
    couriers: [String],
    attachments: Schema.Types.Mixed,
    specialTerms: [String],
    certificate: Schema.Types.Mixed,
    version: Number,
    invoiceKinds: { type: [String], default: undefined },
    reviewWorkingDays: Number,
    photoAdvice: Schema.Types.Mixed,
    orderNumberPrefix: String,
    position: Number,
    active: Boolean,
  },
  { versionKey: false, collection: 'projects', minimize: false },
);

export type ProjectModel = Model<ProjectRecord>;
export const projectModel = (connection: Connection): ProjectModel =>
  connection.model<ProjectRecord>('Project', projectSchema);
