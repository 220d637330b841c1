import { unlessTaken } from './duplicate-key';

const refusing = (code: unknown) => Promise.reject(Object.assign(new Error('refused'), { code }));

it('answers what was written, null where somebody else was first, and hands on every other failure', async () => {
  expect(await unlessTaken(Promise.resolve({ upsertedCount: 1 }))).toEqual({ upsertedCount: 1 });
  expect(await unlessTaken(refusing(11000))).toBeNull();
  await expect(unlessTaken(refusing(112))).rejects.toThrow('refused');
  await expect(unlessTaken(Promise.reject(new Error('no server')))).rejects.toThrow('no server');
});
