import type { AuditEntryModel } from './audit-entry.model';
import type { AuditRecord } from './audit-record';

const PAGE_LIMIT = 100;

export interface ActsPage {
  readonly items: readonly AuditRecord[];
  /** `after` of the next page; null on the last. */
  readonly next: number | null;
}

/**
 * Acts on an object (`order:<id>`, …) and on what is part of it, oldest first, page by page.
 * `after` is the number of the last record already read.
 */
export async function actsOn(
  entries: AuditEntryModel,
  object: string,
  { after = 0, limit = PAGE_LIMIT }: { readonly after?: number; readonly limit?: number } = {},
): Promise<ActsPage> {
  const found = await entries
    .find({ seq: { $gt: after }, $or: [{ object }, { partOf: object }] }, { _id: 0 })
    .sort({ seq: 1 })
    .limit(limit + 1)
    .lean<AuditRecord[]>();
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.seq ?? null) : null };
}
