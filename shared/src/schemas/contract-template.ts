import * as v from 'valibot';
import { timestampSchema } from './identifiers';

/** How much a contract's template may hold, in characters and in numbers of parts. */
export const CONTRACT_TEMPLATE_LIMITS = {
  version: 20,
  title: 40,
  keyPoints: 6,
  keyPoint: 80,
  articles: 40,
  heading: 30,
  paragraphs: 40,
  paragraph: 800,
} as const;
/** A draft may be too long for the contract while somebody works on it, but not without end. */
const TYPED = { text: 4_000, parts: 100 } as const;

const typed = v.pipe(v.string(), v.trim(), v.maxLength(TYPED.text));
const parts = <Part extends v.GenericSchema>(part: Part) => v.pipe(v.array(part), v.maxLength(TYPED.parts));

/** What an administrator writes. Names in braces, as `{authority.name}`, stand for what the settings say. */
export const contractTemplateContentSchema = v.object({
  version: typed,
  title: typed,
  keyPoints: parts(typed),
  articles: parts(
    v.object({
      heading: typed,
      /** Limits somebody's rights: printed so that it is seen. */
      important: v.optional(v.literal(true)),
      paragraphs: parts(typed),
    }),
  ),
});
export type ContractTemplateContent = v.InferOutput<typeof contractTemplateContentSchema>;

/** A template that can be filled: the content, and which contract it is one of. */
export type ContractTemplateSource = { readonly id: string } & ContractTemplateContent;

export const CONTRACT_TEMPLATE_STATES = ['draft', 'current', 'earlier'] as const;

/** What keeps a draft from being published. */
export const CONTRACT_TEMPLATE_PROBLEM_KINDS = [
  'missing',
  'too-long',
  'too-many',
  'invisible',
  'unprintable',
  'placeholder',
  'version-form',
  'version-used',
] as const;
export const contractTemplateProblemSchema = v.object({
  kind: v.picklist(CONTRACT_TEMPLATE_PROBLEM_KINDS),
  /**
   * Where: dotted as in the content (`articles.2.paragraphs.0`). `projects.name`, `projects.specialTerms` and
   * `authority.court` lie outside of the template and are printed with it.
   */
  path: v.string(),
  /** Of a project: its name. */
  of: v.nullable(v.string()),
  /** The characters or placeholders that were found, the limit that is passed. */
  found: v.string(),
});
export type ContractTemplateProblem = v.InferOutput<typeof contractTemplateProblemSchema>;

export const contractTemplateSummarySchema = v.object({
  id: v.string(),
  version: v.string(),
  title: v.string(),
  state: v.picklist(CONTRACT_TEMPLATE_STATES),
  /** Who saved it last; null: it came with the program. */
  savedBy: v.nullable(v.string()),
  savedAt: timestampSchema,
  publishedBy: v.nullable(v.string()),
  publishedAt: v.nullable(timestampSchema),
});
export type ContractTemplateSummary = v.InferOutput<typeof contractTemplateSummarySchema>;

/** Whether the person who looks may publish a draft, and if not why. */
export const CONTRACT_TEMPLATE_PUBLICATION = ['allowed', 'another-administrator', 'time'] as const;
