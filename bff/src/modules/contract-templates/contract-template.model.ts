import type { ContractTemplateContent, ContractTemplateSource } from '@acceptance/shared';
import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { OutboxEntry } from '../../database/outbox';

/**
 * A version of the contract's template. What is published never changes again: every write of content names a draft, and
 * those that are published are told from it by their place. One that is neither was given up.
 */
export interface ContractTemplateRecord {
  _id: Types.ObjectId;
  /** Which contract it is a version of. */
  templateId: string;
  content: ContractTemplateContent;
  revision: number;
  /** Null: it came with the program. */
  savedBy: string | null;
  savedAt: Date;
  /** There while it is a draft: unique, so that there is one. */
  draft?: true;
  /** From publication on: 1, 2, …; the highest is the current one. Unique, so that of two who publish one does. */
  place?: number;
  /** The version once more from publication on: unique, so that it names one text for ever. */
  publishedVersion?: string;
  publishedBy?: string | null;
  publishedAt?: Date;
  discardedAt?: Date;
  /** Tells the other administrators of the draft. */
  outbox: OutboxEntry[];
}

const contractTemplateSchema = new Schema<ContractTemplateRecord>(
  {
    templateId: String,
    content: Schema.Types.Mixed,
    revision: Number,
    savedBy: String,
    savedAt: Date,
    draft: Boolean,
    place: Number,
    publishedVersion: String,
    publishedBy: String,
    publishedAt: Date,
    discardedAt: Date,
    outbox: [Schema.Types.Mixed],
  },
  { versionKey: false, collection: 'contract_templates', minimize: false },
);

export type ContractTemplateModel = Model<ContractTemplateRecord>;
export const contractTemplateModel = (connection: Connection): ContractTemplateModel =>
  connection.model<ContractTemplateRecord>('ContractTemplate', contractTemplateSchema);

export const isPublished = ({ place }: Pick<ContractTemplateRecord, 'place'>): boolean => place !== undefined;

export const sourceOf = ({ templateId, content }: ContractTemplateRecord): ContractTemplateSource => ({
  id: templateId,
  ...content,
});
