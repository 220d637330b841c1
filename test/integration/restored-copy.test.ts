import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@acceptance/shared';
import { type Connection, mongo } from 'mongoose';
import { connectDatabase } from '../../bff/src/database/connect';
import { findRestoreHold } from '../../bff/src/database/restore-hold';
import { createKeyRing } from '../../bff/src/keys/key-ring';
import { auditKeysOf, authenticationOf } from '../../scripts/audit/authentication-settings';
import { backUpDatabase } from '../../scripts/backup/back-up-database';
import type { Manifest } from '../../scripts/backup/manifest';
import { releaseRestored } from '../../scripts/backup/release-restored';
import { restoreDatabase } from '../../scripts/backup/restore-database';
import { verifyBackup } from '../../scripts/backup/verify-backup';
import { addressOfDatabase } from '../../scripts/database/database-address';
import { createOperationRecorder } from '../../scripts/operator/record-operation';
import type { StoryContext } from '../../scripts/story/story-context';
import { paymentFacts, paymentsAtWechat, startPayment } from '../support/paying';
import { financePerson, ownRefund, paidOrder, refundDeskOf } from '../support/refund-people';
import { storedOrder } from '../support/stored-state';
import { takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

// Before the system's own, which ends the server.
afterAll(async () => {
  for (const label of ['restored', 'verified']) {
    await withDatabase(label, (connection) => connection.getClient().db().dropDatabase());
  }
  rmSync(folder, { recursive: true, force: true });
});
const system = useSystem();
const MINUTE = 60_000;
const SILENT = { write: () => true };
const keys = createKeyRing('BACKUP_KEY', [{ id: 'b1', key: randomBytes(32) }]);
const folder = mkdtempSync(join(tmpdir(), 'restored-copy-'));
const operator = { name: 'anna.li', osUser: 'ops' };
const SOFTWARE = { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' } as const;

/** Databases beside those of the system, on the same server. */
const uriOf = (label: string): string => {
  const { MONGODB_URI: uri = '' } = system().environment;
  const name = new mongo.MongoClient(uri).db().databaseName;
  return addressOfDatabase(uri, `${name}_${label}`);
};
async function withDatabase<Result>(label: string, work: (connection: Connection) => Promise<Result>): Promise<Result> {
  const connection = await connectDatabase(uriOf(label));
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

/** The world, as it is when the copy is made, and what the remotes have seen in the end. */
interface Story {
  readonly paying: StoryContext;
  readonly payingLater: StoryContext;
  readonly holder: StoryContext;
  readonly refunded: StoryContext;
}
let story: Story;
let digests: Readonly<Record<string, string>>;
let manifest: Manifest;
let seen: Awaited<ReturnType<typeof whatRemotesSaw>>;
const copyFolder = join(folder, 'copy');

/** A step of the story without what the dispatcher does after it. */
const unsettled = (context: StoryContext): StoryContext => ({
  ...context,
  world: { ...context.world, settle: async () => undefined },
});

async function issuedCertificates(): Promise<unknown[]> {
  const client = new mongo.MongoClient(system().environment.LOCAL_CA_MONGODB_URI ?? '');
  try {
    const issued = client.db().collection<{ _id: string; idempotencyKey: string }>('issued_certificates').find({});
    return (await issued.toArray()).map(({ _id, idempotencyKey }) => [_id, idempotencyKey]).sort();
  } finally {
    await client.close();
  }
}

/** Everything that was sent, paid, given back and issued, by the remotes' own records. */
async function whatRemotesSaw() {
  const { tencentCloud, wechat, mail } = system().standIns;
  const people = Object.values(story);
  return {
    texts: people.map(({ person }) => tencentCloud.sms(person.phone).map(({ templateId }) => templateId)),
    subscriptions: wechat.subscriptionMessages(),
    mails: mail.mails(),
    payments: people.flatMap((context) =>
      paymentsAtWechat(system(), context).map(({ outTradeNo, state, refunds }) => ({
        outTradeNo,
        state,
        refunds: refunds.map(({ outRefundNo, refund }) => [outRefundNo, refund]),
      })),
    ),
    certificates: await issuedCertificates(),
  };
}

/** SHA-256 of the documents of each collection that has any, as the server stores them. */
async function digestsOf(connection: Connection): Promise<Record<string, string>> {
  const database = connection.getClient().db();
  const digests: Record<string, string> = {};
  for (const { name } of await database.listCollections({}, { nameOnly: true }).toArray()) {
    const hash = createHash('sha256');
    let isEmpty = true;
    for await (const bytes of database.collection(name).find({}, { raw: true, sort: { _id: 1 } })) {
      hash.update(bytes as unknown as Buffer);
      isEmpty = false;
    }
    if (!isEmpty) {
      digests[name] = hash.digest('hex');
    }
  }
  return digests;
}

async function letAllEnd(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await system().settle();
    system().clock.advance(MINUTE);
  }
  await system().settle();
}

beforeAll(async () => {
  const payLater = await walkTo(system(), 'start-payment');
  const paying = await walkTo(system(), 'start-payment');
  const holder = await walkTo(system(), 'pay', SOFTWARE);
  const refunded = await paidOrder(system());
  const cashier = await financePerson(system());
  await ownRefund(refunded).ask();
  await system().settle();
  // From here on what waits is not done.
  await system().container().dispatcher.stop();
  await refundDeskOf(cashier, refunded).approve();
  await takeSteps(unsettled(holder), 'request-certificate');
  await system().standIns.wechatPay.pay(paying.outTradeNo ?? '');
  await system().standIns.wechatPay.idle();
  story = { paying, payingLater: payLater, holder, refunded };
  const { connection } = system().container();
  const options = { database: 'product', keys, now: system().clock.now, mayMixMoments: true } as const;
  manifest = await backUpDatabase(connection.getClient(), copyFolder, options);
  digests = await digestsOf(connection);
  await system().restartBff();
  // After the copy everything goes on: money is booked and given back, a certificate issued, people told.
  await letAllEnd();
  await system().standIns.wechatPay.pay(payLater.outTradeNo ?? '');
  await letAllEnd();
  seen = await whatRemotesSaw();
});

describe('a copy of the database', () => {
  it('holds every collection and file, and says what it is', () => {
    const counts = Object.fromEntries(manifest.parts.map(({ collection, documents }) => [collection, documents]));
    expect(counts.orders).toBeGreaterThanOrEqual(4);
    expect(counts['stored_files.chunks']).toBeGreaterThan(4);
    expect(manifest).toMatchObject({ database: 'product', keyId: 'b1' });
    expect(manifest.migrations.length).toBeGreaterThan(30);
  });

  it('shows nothing of anybody, not even what the database has in clear text', async () => {
    const bytes = Buffer.concat(readdirSync(copyFolder).map((file) => readFileSync(join(copyFolder, file))));
    for (const { person, order } of Object.values(story)) {
      for (const word of [person.phone, person.name, person.idNumber, order?.orderNumber ?? '']) {
        expect(word.length).toBeGreaterThan(1);
        expect(bytes.includes(Buffer.from(word))).toBe(false);
        expect(bytes.includes(Buffer.from(word).toString('base64').replace(/=+$/, ''))).toBe(false);
      }
    }
  });

  it('can be put back: its audit chain is whole there, and the database is emptied again', async () => {
    await withDatabase('verified', async (connection) => {
      const { now } = system().clock;
      const authentication = authenticationOf(system().environment);
      const { chain } = await verifyBackup(connection, copyFolder, authentication, { keys, now, progress: SILENT });
      expect(chain).toMatchObject({ brokenLink: null, outside: 0 });
      expect(chain?.records).toBeGreaterThan(20);
      expect(await connection.getClient().db().listCollections().toArray()).toEqual([]);
    });
  });

  it('is not mixed with what is there', async () => {
    const { connection } = system().container();
    const before = await connection.collection('orders').countDocuments();
    const restoring = restoreDatabase(connection, copyFolder, { keys, now: system().clock.now });
    await expect(restoring).rejects.toThrow(/^the database is not empty/);
    expect(await connection.collection('orders').countDocuments()).toBe(before);
    expect(await findRestoreHold(connection)).toBeNull();
  });
});

describe('a database that was put back', () => {
  it('has the documents of the copy byte by byte, and the indexes of its migrations', async () => {
    const { now } = system().clock;
    await withDatabase('restored', async (connection) => {
      await restoreDatabase(connection, copyFolder, { keys, now });
      const { restore_holds: _hold, ...restored } = await digestsOf(connection);
      expect(restored).toEqual(digests);
      const { connection: original } = system().container();
      const names = async (of: Connection) => (await of.collection('orders').indexes()).map(({ name }) => name);
      expect(await names(connection)).toEqual(await names(original));
      const recorder = createOperationRecorder(connection, auditKeysOf(system().environment.AUDIT_KEYS ?? '').newest, {
        operator,
        now,
      });
      await recorder.record({ action: 'operator.restore', object: null, outcome: 'done' });
      await recorder.close();
    });
  });

  it('does nothing by itself and is not ready, however long it is left', async () => {
    await system().restartBff({ MONGODB_URI: uriOf('restored') });
    await letAllEnd();
    expect(await whatRemotesSaw()).toEqual(seen);
    const { paying, payingLater, holder, refunded } = story;
    const orders = await Promise.all([paying, payingLater, holder, refunded].map((of) => storedOrder(system(), of)));
    expect(orders.map(({ status }) => status)).toEqual(['approved', 'approved', 'issuing', 'refunding']);
    const answer = await fetch(`${system().origin}/api${endpoints.system.readReadiness.path}`);
    expect(answer.status).toBe(503);
    expect(system().logText()).toContain('put back from a copy');
  });

  it('knows after its release what was done, and nothing is paid, sent, given back or issued a second time', async () => {
    const { connection } = system().container();
    const { now } = system().clock;
    const recorder = createOperationRecorder(connection, auditKeysOf(system().environment.AUDIT_KEYS ?? '').newest, {
      operator,
      now,
    });
    let looks = 0;
    const released = await releaseRestored(connection, recorder, {
      now,
      sendMessages: false,
      async nextLook() {
        looks += 1;
        await system().settle();
        system().clock.advance(MINUTE);
        return looks < 20;
      },
    });
    expect(released).toMatchObject({ done: true });
    expect(released.dropped.size).toBeGreaterThan(1);
    await letAllEnd();
    expect(await whatRemotesSaw()).toEqual(seen);

    expect(await paymentFacts(system(), story.paying)).toMatchObject({ status: 'paid', confirmations: 1 });
    expect(await paymentFacts(system(), story.payingLater)).toMatchObject({ status: 'paid', confirmations: 1 });
    expect((await storedOrder(system(), story.holder)).status).toBe('delivered');
    expect((await storedOrder(system(), story.refunded)).status).toBe('refunded');
    const records = await connection
      .collection('audit_entries')
      .find({ action: 'operator.restore.drop-message' })
      .toArray();
    expect(records).toHaveLength([...released.dropped.values()].reduce((sum, count) => sum + count, 0));
    await recorder.close();
  });

  it('works again: what is new is done and told', async () => {
    const { person } = story.paying;
    const before = system().standIns.tencentCloud.sms(person.phone).length;
    expect(await findRestoreHold(system().container().connection)).toBeNull();
    const next = await walkTo(system(), 'approve');
    await startPayment(next);
    expect(system().standIns.tencentCloud.sms(next.person.phone).length).toBeGreaterThan(0);
    expect(system().standIns.tencentCloud.sms(person.phone)).toHaveLength(before);
  });
});
