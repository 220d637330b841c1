import { type BaseDocument, type BaseDocumentOptions, buildBaseDocument } from './base-document';

/** Nearly every opening has one page or two. */
const mostKept = 3;

/** Base documents by the number of pages before the articles: made when first asked for, the first of them kept. */
export function createBaseDocuments(
  options: Omit<BaseDocumentOptions, 'openingPages'>,
): (openingPages: number) => Promise<BaseDocument> {
  const kept = new Map<number, Promise<BaseDocument>>();
  return (openingPages) => {
    const known = kept.get(openingPages);
    if (known) return known;
    const made = buildBaseDocument({ ...options, openingPages });
    if (kept.size < mostKept) {
      kept.set(openingPages, made);
      made.catch(() => kept.delete(openingPages));
    }
    return made;
  };
}
