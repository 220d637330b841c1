import { type ListPage, readPages } from './queue-pages';

interface Entry {
  readonly id: string;
}

const pageOf = (ids: string[], nextCursor: string | null): ListPage<Entry> => ({
  items: ids.map((id) => ({ id })),
  nextCursor,
  total: 5,
});

const readerOf = (pages: Record<string, ListPage<Entry>>) => {
  const asked: (string | null)[] = [];
  const read = async (cursor: string | null) => {
    asked.push(cursor);
    const page = pages[cursor ?? 'first'];
    if (!page) {
      throw new Error('no such page');
    }
    return page;
  };
  return { asked, read };
};

describe('reading several pages of the queue as one', () => {
  it('follows the cursors as far as asked and keeps the last one', async () => {
    const { asked, read } = readerOf({ first: pageOf(['a', 'b'], 'c1'), c1: pageOf(['c', 'd'], 'c2') });
    const list = await readPages(read, 2);
    expect(list.items.map((item) => item.id)).toEqual(['a', 'b', 'c', 'd']);
    expect(list.nextCursor).toBe('c2');
    expect(list.total).toBe(5);
    expect(asked).toEqual([null, 'c1']);
  });

  it('stops at the last page though more were asked for', async () => {
    const { asked, read } = readerOf({ first: pageOf(['a'], null) });
    expect((await readPages(read, 4)).items).toHaveLength(1);
    expect(asked).toEqual([null]);
  });

  it('lists an order once that slipped onto the next page meanwhile', async () => {
    const { read } = readerOf({ first: pageOf(['a', 'b'], 'c1'), c1: pageOf(['b', 'c'], null) });
    expect((await readPages(read, 2)).items.map((item) => item.id)).toEqual(['a', 'b', 'c']);
  });
});
