import { endpoints } from '@acceptance/shared';
import { outboxStore } from '../../bff/src/database/outbox-store';
import { createDispatcher } from '../../bff/src/jobs/dispatcher';
import { signContract } from '../../bff/src/modules/contracts/sign-contract';
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
    expect(order.outbox.map(({ job }) => job)).toEqual(['close-expired-attempt']);
    expect(paymentMessages(system(), context)).toBe(1);
  });

  it('survives a restart while jobs wait', async () => {
    const context = await walkTo(system(), 'review');
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    const body = { revision: context.reviewed!.revision };
    await context.staff.call(endpoints.staff.approveOrder, { params: paramsOf(context), body });
    await system().settle();
    await system().restartBff();
    system().standIns.faults.reset();
    system().clock.advance(1000);
    await system().settle();
    const texts = system().standIns.tencentCloud.sms(context.person.phone);
    expect(texts.filter(({ templateId }) => templateId === 'demo-review-approved')).toHaveLength(1);
  });
});

describe('a job whose process died in the middle of it', () => {
  it('is left alone until its lease has ended and then taken up by another process', async () => {
    const context = await walkTo(system(), 'signature');
    const { orders, contractMaker, logger, actRecorder } = system().container();
    const recordRun = actRecorder.recordJob;
    const accountId = (await storedAccount(system(), context))._id.toHexString();
    const orderId = orderOf(context).id;
    await signContract({ orders, text: contractMaker.text }, { accountId, orderId, now: system().clock.now() });

    // A process that takes the job and is never heard of again.
    await new Promise<void>((leased) => {
      const handlers = {
        'seal-contract': () => {
          leased();
          return new Promise<never>(() => undefined);
        },
      };
      const queues = [{ kind: 'order', store: outboxStore(orders), handlers }];
      createDispatcher({ queues, recordRun, chores: [], logger, now: system().clock.now }).wake();
    });
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

  it('takes up the stored bytes of the contract instead of making others', async () => {
    const context = await walkTo(system(), 'sign');
    const { orders, dispatcher } = system().container();
    const before = await storedOrder(system(), context);
    // As it was when the bytes were stored and "sealed" was not yet written.
    const entry = { id: 'again', job: 'seal-contract', payload: {}, availableAt: system().clock.now(), tries: 1 };
    const unsealed = {
      'contract.state': 'sealing',
      'contract.sha256': null,
      'contract.sealedAt': null,
      outbox: [entry],
    };
    await orders.updateOne({ _id: before._id }, { $set: unsealed });
    system().clock.advance(5000);
    await dispatcher.drain();
    const { contract } = await storedOrder(system(), context);
    expect(contract.sha256).toBe(before.contract.sha256);
    expect(contract.state).toBe('sealed');
  });
});
