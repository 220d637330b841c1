import { AppError } from '@acceptance/shared';
import { type Connection, type Model, Schema, Types } from 'mongoose';
import { type DatabaseServer, openDatabaseServer } from '../../../scripts/database/open-database-server';
import { changeByRevision } from './change-by-revision';
import { connectDatabase } from './connect';
import { type OutboxEntry, outboxEntry } from './outbox';

interface Counted {
  _id: Types.ObjectId;
  revision: number;
  count: number;
  outbox: OutboxEntry[];
}

const FIELDS = { revision: Number, count: Number, outbox: [Schema.Types.Mixed] };

let server: DatabaseServer;
let connection: Connection;
const NOW = new Date('2026-11-30T08:00:00Z');
const gone = (): never => {
  throw new AppError('orders.not_found');
};
const model = (): Model<Counted> =>
  connection.models.Counted ??
  connection.model<Counted>('Counted', new Schema<Counted>(FIELDS, { collection: 'counted' }));
const create = async (): Promise<Counted> => {
  const record = { _id: new Types.ObjectId(), revision: 0, count: 0, outbox: [] };
  await model().collection.insertOne({ ...record });
  return record;
};
const counting = (found: Counted) =>
  changeByRevision<Counted>(model(), found, ({ count }) => ({ set: { count: count + 1 } }), gone);

beforeAll(async () => {
  server = await openDatabaseServer();
  connection = await connectDatabase(server.freshDatabase('change-by-revision'));
});
afterAll(async () => {
  await connection.close();
  await server.stop();
});

describe('a change by revision', () => {
  it('is written with its jobs, in one write', async () => {
    const found = await create();
    const job = outboxEntry({ name: 'tell' }, NOW);
    const changed = await changeByRevision<Counted>(model(), found, () => ({ set: { count: 7 }, jobs: [job] }), gone);
    expect(changed).toMatchObject({ count: 7, revision: 1, outbox: [{ job: 'tell' }] });
  });

  it('is decided anew on what others have written meanwhile: of twelve at once none is lost', async () => {
    const found = await create();
    await Promise.all(Array.from({ length: 12 }, () => counting(found)));
    expect(await model().findById(found._id).lean()).toMatchObject({ count: 12, revision: 12 });
  });

  it('writes nothing where nothing is to be changed', async () => {
    const found = await create();
    expect(await changeByRevision<Counted>(model(), found, () => null, gone)).toBe(found);
    expect(await model().findById(found._id).lean()).toMatchObject({ revision: 0 });
  });

  it('of a record that was removed meanwhile is refused as the caller says', async () => {
    const found = await create();
    await model().deleteOne({ _id: found._id });
    await expect(counting(found)).rejects.toMatchObject({ code: 'orders.not_found' });
  });

  it('of a record that never holds still is a conflict, which people are told to try again', async () => {
    const found = await create();
    const schema = new Schema<Counted>(FIELDS, { collection: 'counted' });
    schema.pre('findOneAndUpdate', async () => {
      await model().updateOne({ _id: found._id }, { $inc: { revision: 1 } });
    });
    const restless = connection.model<Counted>('Restless', schema);
    await expect(
      changeByRevision<Counted>(restless, found, ({ count }) => ({ set: { count: count + 1 } }), gone),
    ).rejects.toMatchObject({ code: 'request.conflict' });
    expect(await model().findById(found._id).lean()).toMatchObject({ count: 0 });
  });
});
