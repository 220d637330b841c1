import type { ChildProcess } from 'node:child_process';
import { endpoints } from '@acceptance/shared';
import { buildCsr, generatePrivateKeyPem, openSigningKeyPem } from '../../bff/src/pki';
import { createApiClient } from '../../scripts/api-client/create-api-client';
import { databaseNameIn } from '../../scripts/database/database-address';
import { endBff, spawnBff, waitUntilReady } from '../../scripts/demo/bff-process';
import { freePort } from '../../scripts/demo/free-port';
import { type DemoSystem, startDemoSystem } from '../../scripts/demo/start-demo-system';
import { makePerson } from '../../scripts/story/people';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { walkStory } from '../../scripts/story/walk-story';
import { type DatabasePassage, openPassage } from './database-passage';

jest.setTimeout(400_000);

/** What the process wants of the database when it dies: octets of the command, and the collection's name in it. */
const WRITES = {
  'the key that was handed in': /insert\0.{4}certificates\0/s,
  'the certificate at the authority': /insert\0.{4}issued_certificates\0/s,
  'the certificate as it came from the authority': /update\0.{4}certificates\0.*serialNumber\0/s,
  'the order that has its certificate': /findAndModify\0.{4}orders\0.*event\0.{4}issue\0/s,
  'the order that is delivered': /findAndModify\0.{4}orders\0.*event\0.{4}deliver\0/s,
} as const;
const MOMENTS = Object.entries(WRITES).flatMap(([what, pattern]) =>
  (['before', 'after'] as const).map((when) => ({ what, pattern, when })),
);

/** So long ago was paid: WeChat knows of a payment after a minute, and until then its delivery is told every two. */
const PAID_AGO_MS = 2 * 60_000;

const PERSONAL = { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' } as const;

describe('a BFF that is killed while it has a certificate made', () => {
  let system: DemoSystem;
  let passage: DatabasePassage;
  let bff: ChildProcess;
  let origin: string;
  let environment: Record<string, string>;
  const paid: StoryContext[] = [];

  const boot = async () => {
    bff = await spawnBff(environment);
    await waitUntilReady(bff, origin);
  };
  const outboxes = () => {
    const { orders, certificates } = system.container();
    return [orders, certificates] as const;
  };
  /** Until no job is due any more and nobody runs one. */
  const settle = async () => {
    for (;;) {
      const soon = new Date(Date.now() + 10 * 60_000);
      const busy = await Promise.all(
        outboxes().map((model) => model.collection.countDocuments({ 'outbox.availableAt': { $lte: soon } })),
      );
      if (busy.every((count) => count === 0)) {
        return;
      }
      await new Promise((again) => setTimeout(again, 20));
    }
  };
  /** As a minute later: what the dead process had begun may be taken by another one. */
  const endLeases = async () => {
    for (const model of outboxes()) {
      await model.collection.updateMany(
        { outbox: { $elemMatch: { leasedBy: { $ne: null } } } },
        { $set: { 'outbox.$[held].availableAt': new Date(0) } },
        { arrayFilters: [{ 'held.leasedBy': { $ne: null } }] },
      );
    }
  };

  beforeAll(async () => {
    let agoMs = PAID_AGO_MS;
    system = await startDemoSystem({ runJobs: false, now: () => new Date(Date.now() - agoMs) });
    // Up to here nobody dies: done in this process, where no job has to be waited for.
    const world = { ...system, settle: () => system.container().dispatcher.drain() };
    for (const [index] of MOMENTS.entries()) {
      const person = makePerson(200 + index);
      paid.push(await walkStory(world, { person, ...PERSONAL, until: 'pay' }));
    }
    agoMs = 0;
    const { MONGODB_URI = '', LOCAL_CA_MONGODB_URI = '' } = system.environment;
    passage = await openPassage(MONGODB_URI);
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    environment = {
      ...system.environment,
      PORT: String(port),
      LOG_LEVEL: 'fatal',
      MONGODB_URI: passage.through(MONGODB_URI),
      LOCAL_CA_MONGODB_URI: passage.through(LOCAL_CA_MONGODB_URI),
    };
    await boot();
  });

  afterAll(async () => {
    await endBff(bff, 'SIGKILL');
    await passage.stop();
    await system.stop();
  });

  const certificatesAtAuthority = (keys: Record<string, string>) => {
    const name = databaseNameIn(system.environment.LOCAL_CA_MONGODB_URI ?? '') ?? '';
    const client = system.container().connection.getClient();
    return client.db(name).collection<{ _id: string }>('issued_certificates').find(keys).toArray();
  };

  it.each(MOMENTS)('$when it writes $what, has made one certificate in the end', async ({ pattern, when }) => {
    const context = paid.shift()!;
    const applicant = createApiClient(origin);
    applicant.accessToken = context.applicant.accessToken;
    const params = { orderId: orderOf(context).id };
    const key = openSigningKeyPem(await generatePrivateKeyPem('ecdsa-p256'));
    const csr = Buffer.from(await buildCsr(key, [{ type: 'commonName', value: context.person.name }])).toString(
      'base64',
    );
    const handIn = () => applicant.call(endpoints.certificates.requestCertificate, { params, body: { csr } });

    const died = new Promise((dead) => bff.once('exit', (_code, signal) => dead(signal)));
    passage.watchFor(
      (message) => pattern.test(message),
      when,
      () => bff.kill('SIGKILL'),
    );
    // The answer may be lost with the process.
    await handIn().catch(() => null);
    expect(await died).toBe('SIGKILL');

    await endLeases();
    await boot();
    // The phone sends again what it has kept.
    await handIn();
    await settle();

    const { certificate } = await applicant.call(endpoints.certificates.readIssuing, { params });
    expect(certificate?.state).toBe('issued');
    expect((await applicant.call(endpoints.orders.readOrder, { params })).status).toBe('delivered');
    const mine = await system.container().certificates.find(params).lean();
    expect(mine).toHaveLength(1);
    const keySha256 = mine[0]?.publicKeySha256 ?? '';
    const atAuthority = await certificatesAtAuthority({ idempotencyKey: mine[0]?._id.toHexString() ?? '' });
    expect(atAuthority.map(({ _id }) => _id)).toEqual([certificate?.serialNumber]);
    expect(await certificatesAtAuthority({ keySha256 })).toEqual(atAuthority);
  });
});
