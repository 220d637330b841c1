import { eachOf, jsonListEntry } from './json-entry';

async function* inTurn<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

async function textsOf(items: readonly unknown[]): Promise<string[]> {
  const texts: string[] = [];
  for await (const chunk of jsonListEntry('list.json', inTurn(items)).content) {
    texts.push(Buffer.from(chunk as Buffer).toString());
  }
  return texts;
}

describe('a list that is written as it is read', () => {
  it.each([
    ['nothing', []],
    ['one record', [{ a: 1, b: [1, { c: '一\n二' }], d: [], e: {} }]],
    ['several, of every kind', [{ a: 'x' }, 'text', 7, null, [1, 2]]],
  ])('is the text of the whole list: %s', async (_title, items) => {
    expect((await textsOf(items)).join('')).toBe(`${JSON.stringify(items, null, 2)}\n`);
  });

  it('never becomes one string, however long it is', async () => {
    const items = Array.from({ length: 500 }, (_, index) => ({ index, text: '申请'.repeat(1_000) }));
    const texts = await textsOf(items);
    expect(texts.join('')).toBe(`${JSON.stringify(items, null, 2)}\n`);
    expect(texts.length).toBeGreaterThan(10);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(80_000);
  });

  it('holds each of what its records give', async () => {
    const given: number[] = [];
    for await (const each of eachOf(inTurn([0, 1, 2]), (count) => Array.from({ length: count }, () => count))) {
      given.push(each);
    }
    expect(given).toEqual([1, 2, 2]);
  });
});
