import { walkAll } from './walk-all';

async function* three() {
  yield 1;
  yield 2;
  yield 3;
}

test('one that cannot be done keeps nobody else from it, and is told in the end', async () => {
  const done: number[] = [];
  const walk = walkAll(three(), async (one) => {
    if (one === 2) {
      throw new Error('two');
    }
    done.push(one);
  });
  await expect(walk).rejects.toThrow('two');
  expect(done).toEqual([1, 3]);
});

test('a walk that breaks off is told, too', async () => {
  async function* broken() {
    yield 1;
    throw new Error('connection lost');
  }
  await expect(walkAll(broken(), async () => undefined)).rejects.toThrow('connection lost');
});
