import { dealOut, groupText } from './test-groups';

describe('groups of test files', () => {
  it('hold each file once, and differ by one file at most', () => {
    const files = Array.from({ length: 11 }, (_, index) => `/tree/${index}.test.ts`);
    const groups = dealOut(files, 4);
    expect(groups.flat().sort()).toEqual([...files].sort());
    expect(groups.map((group) => group.length)).toEqual([3, 3, 3, 2]);
  });

  it('put neighbours into different groups', () => {
    expect(dealOut(['a', 'b', 'c', 'd'], 2)).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
  });

  it('are no more than there are files', () => {
    expect(dealOut(['a', 'b'], 5)).toHaveLength(2);
    expect(dealOut([], 5)).toEqual([]);
  });

  it('name each file as a block of its own, and are patient with all of them', () => {
    expect(groupText(['/tree/a/b.test.ts', '/tree/c.test.ts'], '/tree')).toBe(
      [
        'describe("a/b.test.ts", () => void require("/tree/a/b.test.ts"));',
        'describe("c.test.ts", () => void require("/tree/c.test.ts"));',
        'jest.setTimeout(900_000);',
        '',
      ].join('\n'),
    );
  });
});
