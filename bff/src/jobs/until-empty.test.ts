import { untilEmpty } from './until-empty';

/** A collection from which batches are taken; `stuck` of it cannot be done. */
function due(total: number, stuck = 0) {
  let left = total;
  return {
    left: () => left,
    take: (size: number) => async () => {
      const found = Math.min(size, left);
      const done = Math.max(0, Math.min(found, left - stuck));
      left -= done;
      return { found, done };
    },
  };
}

it('goes on until nothing is due', async () => {
  const some = due(1234);
  expect(await untilEmpty(50, some.take(50))).toEqual({ done: 1234, isLeft: false });
  expect(some.left()).toBe(0);
});

it('ends at its bound and says that something is left', async () => {
  const some = due(1000);
  expect(await untilEmpty(50, some.take(50), 4)).toEqual({ done: 200, isLeft: true });
});

it('does not go on with what cannot be done', async () => {
  expect(await untilEmpty(50, due(120, 120).take(50))).toEqual({ done: 0, isLeft: true });
  expect(await untilEmpty(50, due(3, 1).take(50))).toEqual({ done: 2, isLeft: true });
});
