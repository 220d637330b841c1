import {
  type ContractTemplateContent,
  type ContractTemplateSource,
  contractTemplateContentSchema,
} from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { type OutboxEntry, storedOutbox } from '../../database/outbox';
import { storedModel } from '../../database/validators/stored-model';
import { date, number, objectId, text, textOrNull } from '../../database/validators/stored-shape';

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

export type ContractTemplateModel = Model<ContractTemplateRecord>;
export const contractTemplateModel = storedModel<ContractTemplateRecord>(
  'ContractTemplate',
  'contract_templates',
)({
  _id: objectId,
  templateId: text,
  content: contractTemplateContentSchema,
  revision: number,
  savedBy: textOrNull,
  savedAt: date,
  draft: v.optional(v.literal(true)),
  place: v.optional(number),
  publishedVersion: v.optional(text),
  publishedBy: v.optional(textOrNull),
  publishedAt: v.optional(date),
  discardedAt: v.optional(date),
  outbox: storedOutbox,
});

export const isPublished = ({ place }: Pick<ContractTemplateRecord, 'place'>): boolean => place !== undefined;

export const sourceOf = ({ templateId, content }: ContractTemplateRecord): ContractTemplateSource => ({
  id: templateId,
  ...content,
});
