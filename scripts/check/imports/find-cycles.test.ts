import { findCycles } from './find-cycles';

const graph = (edges: Record<string, string[]>) =>
  new Map(Object.entries(edges).map(([from, to]) => [from, new Set(to)]));

describe('cycles', () => {
  it('are not seen where there are none, also where ways meet again', () => {
    expect(findCycles(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toEqual([]);
    expect(findCycles(new Map())).toEqual([]);
  });

  it('are found between two and over many', () => {
    expect(findCycles(graph({ a: ['b'], b: ['a'] }))).toEqual([['a', 'b']]);
    expect(findCycles(graph({ a: ['b'], b: ['c'], c: ['d'], d: ['b', 'e'] }))).toEqual([['b', 'c', 'd']]);
  });

  it('are told apart where they do not touch, and joined where they share a member', () => {
    expect(findCycles(graph({ c: ['d'], d: ['c', 'a'], a: ['b'], b: ['a'] }))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(findCycles(graph({ a: ['b', 'c'], b: ['a'], c: ['a'] }))).toEqual([['a', 'b', 'c']]);
  });
});
