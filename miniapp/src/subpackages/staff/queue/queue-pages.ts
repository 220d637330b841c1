/** A page of a list as the API answers it. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/**
 * Reads the first `pages` pages as one, so that a refresh keeps everything that was shown. An order that moved between two
 * answers is listed once, where it was met first.
 */
export async function readPages<Item extends { readonly id: string }>(
  readPage: (cursor: string | null) => Promise<ListPage<Item>>,
  pages: number,
): Promise<ListPage<Item>> {
  const byId = new Map<string, Item>();
  let page = await readPage(null);
  for (let count = 1; ; count += 1) {
    for (const item of page.items) {
      if (!byId.has(item.id)) {
        byId.set(item.id, item);
      }
    }
    if (count >= pages || !page.nextCursor) {
      return { items: [...byId.values()], nextCursor: page.nextCursor, total: page.total };
    }
    page = await readPage(page.nextCursor);
  }
}
