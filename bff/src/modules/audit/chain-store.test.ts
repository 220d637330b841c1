import type { AuditEntryModel } from './audit-entry.model';
import type { AuditRecord } from './audit-record';
import { mongoChainStore } from './chain-store';

const records = [{}, {}, {}] as AuditRecord[];
const storeThatFails = (error: object) =>
  mongoChainStore({
    collection: { insertMany: () => Promise.reject(Object.assign(new Error('E11000'), error)) },
  } as unknown as AuditEntryModel);

it.each([
  ['as MongoDB says it', { insertedCount: 2, writeErrors: [{ index: 2 }] }],
  ['where the engine does not count what came before', { insertedCount: 0, writeErrors: [{ index: 2 }] }],
  ['where it names the one failure alone', { insertedCount: 0, writeErrors: { index: 2 } }],
])('takes a number that is taken for the place where the insert stopped, %s', async (_, told) => {
  await expect(storeThatFails({ code: 11_000, ...told }).insert(records)).resolves.toBe(2);
});

it.each([
  ['another failure', { code: 91, writeErrors: [{ index: 2 }] }],
  ['a failure that does not say where', { code: 11_000, insertedCount: 2 }],
])('believes nothing to be stored after %s', async (_, told) => {
  await expect(storeThatFails(told).insert(records)).rejects.toThrow('E11000');
});
