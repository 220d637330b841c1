import { endpoints } from '@acceptance/shared';
import type { Connection } from 'mongoose';
import { lookAtOutboxes } from '../../bff/src/database/look-at-outboxes';
import { outboxEntry } from '../../bff/src/database/outbox';
import { fenceOf, outboxStore } from '../../bff/src/database/outbox-store';
import { endRestoreHold, holdRestored } from '../../bff/src/database/restore-hold';
import { CONTRACT_JOBS } from '../../bff/src/modules/contracts/contract-jobs';
import { sealContract } from '../../bff/src/modules/contracts/seal-contract';
import { signContract } from '../../bff/src/modules/contracts/sign-contract';
import { asShown } from '../../scripts/story/shown-to-reviewer';
import { orderOf } from '../../scripts/story/story-context';
import { STORY_STEPS } from '../../scripts/story/walk-story';
import { paymentMessages } from '../support/paying';
import { eventsOf, storedAccount, storedOrder } from '../support/stored-state';
import { nextPerson, paramsOf, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

describe('the whole story', () => {
  it('survives a restart of the back end after every single step', async () => {
    const restarted: string[] = [];
    const context = await walkTo(system(), 'pay', {
      person: nextPerson(),
      afterEach: async ({ id }) => {
        await system().restartBff();
        restarted.push(id);
      },
    });
    expect(restarted).toEqual(STORY_STEPS.map(({ id }) => id));
    const order = await storedOrder(system(), context);
    expect(eventsOf(order)).toEqual(['create', 'seal-contract', 'submit', 'approve', 'confirm-payment']);
    expect(order.outbox.map(({ job }) => job)).toEqual(['check-review-promise', 'watch-attempt']);
    expect(paymentMessages(system(), context)).toBe(1);
  });

  it('survives a restart while jobs wait', async () => {
    const context = await walkTo(system(), 'review');
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    const body = asShown(context.reviewed!);
    await context.staff.call(endpoints.staff.approveOrder, { params: paramsOf(context), body });
    await system().settle();
    await system().restartBff();
    system().standIns.faults.reset();
    system().clock.advance(2000);
    await system().settle();
    const texts = system().standIns.tencentCloud.sms(context.person.phone);
    expect(texts.filter(({ templateId }) => templateId === 'demo-review-approved')).toHaveLength(1);
  });
});

describe('a look at the outboxes', () => {
  const at = new Date('2026-11-23T02:00:00Z');
  const owners = (count: number, job: string, availableAt = at) =>
    Array.from({ length: count }, () => ({ outbox: [outboxEntry({ name: job }, availableAt)] }));

  it('tells of each queue what is due, and of none what only waits', async () => {
    const { connection } = system().container();
    const collections = new Map(['few', 'many', 'none'].map((queue) => [queue, `looked_at_${queue}`]));
    const look = lookAtOutboxes(connection, collections);
    const later = new Date(at.getTime() + 1);
    await connection.collection('looked_at_few').insertMany([...owners(2, 'now'), ...owners(1, 'later', later)]);
    await connection.collection('looked_at_many').insertMany(owners(50, 'now'));
    const seen = async (when: Date, queue: string) => (await look(when)).due(queue)?.map(({ entry }) => entry.job);
    expect(await seen(at, 'few')).toEqual(['now', 'now']);
    expect(await seen(at, 'many')).toBeUndefined();
    expect(await seen(at, 'none')).toEqual([]);
    expect(await seen(at, 'unheard-of')).toBeUndefined();
    expect(await seen(later, 'few')).toEqual(['now', 'now', 'later']);
  });

  it('tells that the database was put back, and takes one without any migration for one that is being put back', async () => {
    const { connection } = system().container();
    const look = (where: Connection) => lookAtOutboxes(where, new Map([['few', 'looked_at_few']]))(at);
    expect((await look(connection)).hold).toBeNull();
    await holdRestored(connection, { copiedAt: at, heldSince: at });
    expect((await look(connection)).hold).toMatchObject({ stage: 'restoring' });
    await endRestoreHold(connection);
    expect((await look(connection.useDb(`${connection.name}_empty`))).hold).toEqual({ stage: 'restoring' });
  });
});

describe('a job whose process died in the middle of it', () => {
  it('is left alone until its lease has ended and then taken up by another process', async () => {
    const context = await walkTo(system(), 'signature');
    const { orders } = system().container();
    const accountId = (await storedAccount(system(), context))._id.toHexString();
    const orderId = orderOf(context).id;
    const { now } = system().clock;
    const needs = { ...system().container(), text: await system().container().currentContractText() };
    await signContract(needs, { accountId, orderId, now: now() });

    // A process that takes the job and is never heard of again.
    const until = new Date(now().getTime() + 60_000);
    const lease = { jobs: ['seal-contract'], at: now(), until, leasedBy: 'dead process', inTurn: false };
    expect(await outboxStore(orders).lease(lease)).not.toBeNull();
    await system().restartBff();

    system().clock.advance(59_000);
    await system().settle();
    expect((await storedOrder(system(), context)).contract.state).toBe('sealing');
    expect((await storedOrder(system(), context)).outbox).toMatchObject([{ job: 'seal-contract', tries: 1 }]);

    system().clock.advance(1000);
    await system().settle();
    const order = await storedOrder(system(), context);
    expect(order.contract).toMatchObject({ state: 'sealed', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(order.outbox).toEqual([]);
  });

  it('cannot write over the one that took the job from it, and leaves no file behind', async () => {
    const context = await walkTo(system(), 'sign');
    const container = system().container();
    const { orders, connection } = container;
    const before = await storedOrder(system(), context);
    // As it is for a worker that was so slow that another one has the lease by now.
    const entry = { ...outboxEntry(CONTRACT_JOBS.sealContract, system().clock.now()), leasedBy: 'the faster one' };
    const unsealed = { 'contract.state': 'sealing', 'contract.sha256': null, outbox: [entry] };
    await orders.updateOne({ _id: before._id }, { $set: unsealed });
    const countFiles = () => connection.collection('stored_files.files').countDocuments();
    const files = await countFiles();

    const fence = fenceOf({ entryId: entry.id, leasedBy: 'the slow one' });
    await sealContract(container, { ownerId: before._id.toHexString(), fence });
    expect((await storedOrder(system(), context)).contract).toMatchObject({ state: 'sealing', sha256: null });
    expect(await countFiles()).toBe(files);

    const ownFence = fenceOf({ entryId: entry.id, leasedBy: 'the faster one' });
    await sealContract(container, { ownerId: before._id.toHexString(), fence: ownFence });
    expect((await storedOrder(system(), context)).contract.state).toBe('sealed');
  });
});
