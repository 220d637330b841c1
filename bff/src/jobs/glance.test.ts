import type { OutboxLook } from '../database/look-at-outboxes';
import { createGlances } from './glance';
import { entryOf } from './testing/dispatcher-world';

const NOTHING: OutboxLook = { due: () => [], hold: null };
const now = () => new Date('2026-11-23T02:00:00Z');

it('looks once at a time: who asks while a look is under way shares the next one with all others', async () => {
  const answers: ((look: OutboxLook) => void)[] = [];
  const look = jest.fn(() => new Promise<OutboxLook>((resolve) => void answers.push(resolve)));
  const { glance, newRound } = createGlances(look, now);
  const first = glance();
  await new Promise(setImmediate);
  newRound();
  const second = glance();
  newRound();
  expect(glance()).toBe(second);
  expect(look).toHaveBeenCalledTimes(1);
  answers[0]?.(NOTHING);
  await first;
  await new Promise(setImmediate);
  expect(look).toHaveBeenCalledTimes(2);
  newRound();
  expect(glance()).not.toBe(second);
});

it('looks again after a look that failed', async () => {
  const look = jest.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValue(NOTHING);
  const { glance, newRound } = createGlances(look, now);
  await expect(glance()).rejects.toThrow('away');
  newRound();
  expect((await glance()).isHeld).toBe(false);
});

it('hands each entry out once, the longest due of the jobs that are asked for', async () => {
  const entries = ['book', 'tell', 'book'].map((job, index) => ({ ownerId: 'o', entry: entryOf(`e${index}`, job) }));
  const { glance } = createGlances(async () => ({ due: () => entries, hold: null }), now);
  const seen = await glance();
  const next = (...jobs: string[]) => seen.due('order')?.next(jobs)?.entry.id;
  expect([next('book'), next('book', 'tell'), next('tell'), next('book')]).toEqual(['e0', 'e1', undefined, 'e2']);
});
