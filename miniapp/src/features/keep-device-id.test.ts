import { deviceIdSchema } from '@acceptance/shared';
import * as v from 'valibot';
import { keepDeviceId } from './keep-device-id';

const storageWith = (stored?: unknown) => {
  const kept = new Map<string, unknown>(stored === undefined ? [] : [['device-id', stored]]);
  return {
    read: (key: string) => kept.get(key),
    write: (key: string, value: unknown) => void kept.set(key, value),
    remove: (key: string) => void kept.delete(key),
  };
};
const random = async (length: number) => Uint8Array.from({ length }, (_, index) => (index * 37) % 256);

it('is made once, as the API wants it, and kept', async () => {
  const storage = storageWith();
  const made = await keepDeviceId(storage, random);
  expect(v.safeParse(deviceIdSchema, made).success).toBe(true);
  expect(await keepDeviceId(storage, async () => new Uint8Array(43))).toBe(made);
});

it.each(['', 'short', 42, null])('is made anew in the place of %j', async (stored) => {
  expect(await keepDeviceId(storageWith(stored), random)).toHaveLength(43);
});
