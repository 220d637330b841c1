import * as v from 'valibot';
import { CONTRACT_TEMPLATE_PUBLICATION } from './contract-template';
import { revisionSchema, timestampSchema } from './identifiers';

/** `offered`: what applicants are offered now. `withdrawn`: it was the last that they were offered. */
export const PROJECT_VERSION_STATES = ['draft', 'offered', 'withdrawn', 'earlier'] as const;
export type ProjectVersionState = (typeof PROJECT_VERSION_STATES)[number];
export const PROJECT_VERSION_STATE_LABELS: Record<ProjectVersionState, string> = {
  draft: '草稿',
  offered: '正在使用',
  withdrawn: '已停办',
  earlier: '以前的版本',
};

/** Whether the person who looks may publish a draft, and if not why: as with contract templates. */
export const PROJECT_VERSION_PUBLICATION = CONTRACT_TEMPLATE_PUBLICATION;

export const projectVersionSummarySchema = v.object({
  id: v.string(),
  projectId: v.string(),
  name: v.string(),
  /** Null for a draft. */
  number: v.nullable(v.number()),
  state: v.picklist(PROJECT_VERSION_STATES),
  revision: revisionSchema,
  /** Who saved it last: a member of staff, or the operator who used the command; null: it came with the program. */
  savedBy: v.nullable(v.string()),
  savedAt: timestampSchema,
  publishedBy: v.nullable(v.string()),
  publishedAt: v.nullable(timestampSchema),
});
export type ProjectVersionSummary = v.InferOutput<typeof projectVersionSummarySchema>;

export const projectDifferenceSchema = v.object({
  path: v.string(),
  label: v.string(),
  before: v.nullable(v.string()),
  after: v.nullable(v.string()),
});

export const projectVersionSchema = v.object({
  ...projectVersionSummarySchema.entries,
  /** The file, as `npm run projects -- export` writes it. */
  text: v.string(),
  /** Every setting in words. */
  settings: v.array(v.object({ path: v.string(), label: v.string(), words: v.string() })),
  /** From the version before it; of a draft: from what is offered. */
  differences: v.array(projectDifferenceSchema),
  /** Of a draft: what keeps it from being published. */
  problems: v.array(v.object({ path: v.string(), message: v.string() })),
  /** Of a draft, to administrators: whether the caller may publish it; otherwise null. */
  publication: v.nullable(v.picklist(PROJECT_VERSION_PUBLICATION)),
  /** Where time must pass: from when on. */
  publishableFrom: v.nullable(timestampSchema),
});
export type ProjectVersionView = v.InferOutput<typeof projectVersionSchema>;
