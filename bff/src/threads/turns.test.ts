import { setImmediate as turnOfEventLoop } from 'node:timers/promises';
import { createTurns } from './turns';

/** Those who have got their turn, in that order. */
function queue(atOnce: number, maxWaiting: number) {
  const turns = createTurns(atOnce);
  const came: number[] = [];
  const outcomes = [1, 2, 3, 4, 5].map(async (number) => {
    const isTurn = await turns.take(maxWaiting);
    if (isTurn) {
      came.push(number);
    }
    return isTurn;
  });
  return { turns, came, outcomes };
}

it('lets in a few at once, the others one by one as they came', async () => {
  const { turns, came, outcomes } = queue(2, 3);
  await turnOfEventLoop();
  expect(came).toEqual([1, 2]);
  turns.pass();
  await turnOfEventLoop();
  expect(came).toEqual([1, 2, 3]);
  for (const _last of [4, 5]) turns.pass();
  expect(await Promise.all(outcomes)).toEqual([true, true, true, true, true]);
  expect(came).toEqual([1, 2, 3, 4, 5]);
});

it('sends away at once who finds too many waiting', async () => {
  const { turns, outcomes } = queue(1, 2);
  await expect(outcomes[3]).resolves.toBe(false);
  await expect(outcomes[4]).resolves.toBe(false);
  for (const _one of [1, 2]) turns.pass();
  expect(await Promise.all(outcomes)).toEqual([true, true, true, false, false]);
});

it('is free again once everybody had a turn', async () => {
  const turns = createTurns(1);
  for (const _time of [1, 2, 3]) {
    expect(await turns.take(0)).toBe(true);
    turns.pass();
  }
});

it('refuses those who wait when it ends', async () => {
  const { turns, outcomes } = queue(1, 4);
  turns.refuseWaiting(new Error('over'));
  const [first, ...others] = await Promise.allSettled(outcomes);
  expect(first).toMatchObject({ value: true });
  for (const other of others) {
    expect(other).toMatchObject({ status: 'rejected', reason: { message: 'over' } });
  }
});

it('tells how many have their turn and how many wait', async () => {
  const { turns, outcomes } = queue(2, 2);
  expect(turns.load()).toEqual({ running: 2, waiting: 2 });
  for (const _one of [1, 2, 3]) turns.pass();
  expect(turns.load()).toEqual({ running: 1, waiting: 0 });
  turns.pass();
  await Promise.all(outcomes);
  expect(turns.load()).toEqual({ running: 0, waiting: 0 });
});
