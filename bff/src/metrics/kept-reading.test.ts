import { keptReading, within } from './kept-reading';

it('reads once in its time, whoever asks, and also when the reading failed', async () => {
  let at = 1000;
  let reads = 0;
  const read = keptReading(
    5000,
    () => new Date(at),
    async () => {
      reads += 1;
      if (reads === 2) {
        throw new Error('away');
      }
      return reads;
    },
  );
  expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  at += 4999;
  expect(await read()).toBe(1);
  at += 1;
  await expect(Promise.all([read(), read()])).rejects.toThrow('away');
  at += 4999;
  await expect(read()).rejects.toThrow('away');
  at += 1;
  expect(await read()).toBe(3);
  at -= 3_600_000;
  expect(await read()).toBe(4);
});

it('waits no longer than its limit', async () => {
  await expect(within(5, new Promise(() => undefined))).rejects.toThrow('not read in time');
  expect(await within(60_000, Promise.resolve('read'))).toBe('read');
});
