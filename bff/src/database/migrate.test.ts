import type { Connection } from 'mongoose';
import { type DatabaseServer, openDatabaseServer } from '../../../scripts/database/open-database-server';
import { connectDatabase } from './connect';
import { migrate, pendingMigrations } from './migrate';
import { findMigrationHolder, takeMigrationLock } from './migration-lock';
import { migrations } from './migrations';

const START = Date.parse('2026-11-28T01:00:00Z');
let time = START;
const now = () => new Date(time);
let server: DatabaseServer;
let number = 0;
const opened: Connection[] = [];
async function open(uri: string): Promise<Connection> {
  const connection = await connectDatabase(uri);
  opened.push(connection);
  return connection;
}
const freshUri = (): string => {
  number += 1;
  return server.freshDatabase(`migrate${number}`);
};
beforeAll(async () => {
  server = await openDatabaseServer();
});
beforeEach(() => {
  time = START;
});
afterAll(async () => {
  for (const connection of opened) {
    await connection.close();
  }
  await server.stop();
});

describe('migrating', () => {
  it('by two processes at once is done by one of them, while the other waits and finds nothing left', async () => {
    const uri = freshUri();
    const [one, two] = [await open(uri), await open(uri)];
    const begun: string[] = [];
    const waited: string[] = [];
    const options = {
      onBegin: (id: string) => void begun.push(id),
      async onHeld({ name }: { readonly name: string }) {
        waited.push(name);
        await new Promise((again) => setImmediate(again));
        return true;
      },
    };
    const results = await Promise.all([one, two].map((connection) => migrate(connection, now, options)));
    expect(begun).toEqual(migrations.map(({ id }) => id));
    expect(results.map(({ length }) => length).sort((a, b) => a - b)).toEqual([0, migrations.length]);
    expect(new Set(waited).size).toBe(1);
    expect(await findMigrationHolder(one)).toBeNull();
  });

  it('says who does it already, and takes it over from who was not heard of for a minute', async () => {
    const uri = freshUri();
    const [dead, alive] = [await open(uri), await open(uri)];
    const lock = await takeMigrationLock(dead, 'machine-a:7', now);
    await expect(migrate(alive, now)).rejects.toThrow(
      'machine-a:7 migrates this database since 2026-11-28T01:00:00.000Z',
    );
    time += 59_000;
    await expect(migrate(alive, now)).rejects.toThrow('machine-a:7');
    expect(await pendingMigrations(alive)).toHaveLength(migrations.length);
    time += 1000;
    expect(await migrate(alive, now)).toHaveLength(migrations.length);
    // The one that was thought dead writes nothing more, and takes nobody's lock away.
    await expect(lock?.keep()).rejects.toThrow('has taken the migrating over');
    const next = await takeMigrationLock(alive, 'machine-b:8', now);
    await lock?.release();
    expect(await findMigrationHolder(alive)).toMatchObject({ name: 'machine-b:8' });
    await next?.release();
  });

  it('that broke off goes on where it ended, and leaves nobody locked out', async () => {
    const connection = await open(freshUri());
    const third = migrations[2]!;
    const up = jest.spyOn(third, 'up').mockRejectedValueOnce(new Error('the disk is full'));
    await expect(migrate(connection, now)).rejects.toThrow('the disk is full');
    expect(await findMigrationHolder(connection)).toBeNull();
    const left = migrations.slice(2).map(({ id }) => id);
    expect(await pendingMigrations(connection)).toEqual(left);
    expect(await migrate(connection, now)).toEqual(left);
    up.mockRestore();
    expect(await migrate(connection, now)).toEqual([]);
  });
});
