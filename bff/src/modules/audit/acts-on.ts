import type { FieldCipher } from '../../database/field-cipher';
import type { AuditEntryModel } from './audit-entry.model';
import type { AuditRecord } from './audit-record';
import { type SubjectKind, storedSubjects, subjectOf } from './typed-subjects';

const PAGE_LIMIT = 100;

export interface ActsPage {
  readonly items: readonly AuditRecord[];
  /** `after` of the next page; null on the last. */
  readonly next: number | null;
}

interface PageWish {
  /** Number of the last record already read. */
  readonly after?: number;
  readonly limit?: number;
}

async function readPage(
  entries: AuditEntryModel,
  which: object,
  { after = 0, limit = PAGE_LIMIT }: PageWish,
): Promise<ActsPage> {
  const found = await entries
    .find({ seq: { $gt: after }, ...which }, { _id: 0 })
    .sort({ seq: 1 })
    .limit(limit + 1)
    .lean<AuditRecord[]>();
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.seq ?? null) : null };
}

/** Acts on an object (`order:<id>`, …) and on what is part of it, oldest first, page by page. */
export const actsOn = (entries: AuditEntryModel, object: string, wish: PageWish = {}): Promise<ActsPage> =>
  readPage(entries, { $or: [{ object }, { partOf: object }] }, wish);

/** Acts about somebody by what was typed of them, under each look-up key that was in use. */
export function actsOnSubject(
  entries: AuditEntryModel,
  cipher: Pick<FieldCipher, 'lookupHashes'>,
  kind: SubjectKind,
  typed: string,
  wish: PageWish = {},
): Promise<ActsPage> {
  return readPage(entries, { subjects: { $in: storedSubjects(subjectOf(kind, typed), cipher.lookupHashes) } }, wish);
}
