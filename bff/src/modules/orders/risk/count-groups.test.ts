import { countOthers } from './count-groups';

it('counts different values besides its own, whatever key each of their hashes is by', () => {
  expect(countOthers(['a'], [])).toBe(0);
  expect(countOthers(['a'], [['a'], ['b'], ['b'], ['c']])).toBe(2);
  expect(countOthers(['a2', 'a1'], [['a1'], ['b1'], ['b2', 'b1'], ['b2']])).toBe(1);
});

it('counts nothing for orders without the value, and all of them for an order that has none', () => {
  expect(countOthers(['a'], [undefined, []])).toBe(0);
  expect(countOthers(undefined, [['b'], ['b'], undefined])).toBe(1);
});
