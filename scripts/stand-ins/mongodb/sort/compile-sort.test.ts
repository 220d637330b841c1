import { compileSort } from './compile-sort';

interface Item {
  readonly value: number;
  readonly place: number;
}

/** Of few values, so that many are equal. */
function* items(count: number): Generator<Item> {
  for (let place = 0; place < count; place += 1) yield { value: (place * 7919) % 97, place };
}

const sort = compileSort({ value: -1 });
const documentOf = ({ value }: Item) => ({ value });

test.each([1, 7, 500, 4000])('the first %i of many are those of all, and equal ones keep their order', (most) => {
  const all = sort(items(5000), documentOf);
  expect(all).toHaveLength(5000);
  expect(sort(items(5000), documentOf, most)).toEqual(all.slice(0, most));
});

test('without an order the first are those that came first', () => {
  expect(compileSort({})(items(9), documentOf, 2).map(({ place }) => place)).toEqual([0, 1]);
});
