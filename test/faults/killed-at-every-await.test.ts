import { fenceOf, outboxStore } from '../../bff/src/database/outbox-store';
import { makeLasting } from '../../bff/src/modules/contracts/make-lasting';
import { sealContract } from '../../bff/src/modules/contracts/seal-contract';
import { signContract } from '../../bff/src/modules/contracts/sign-contract';
import { applyTrade } from '../../bff/src/modules/payments/apply-trade';
import { refundAttempt } from '../../bff/src/modules/payments/refund-attempt';
import { deleteAccount } from '../../bff/src/modules/personal-data/delete-account';
import type { StoryContext } from '../../scripts/story/story-context';
import { copyAt } from '../support/order-copies';
import { approvedOrder, PAID_ONCE, paymentFacts, paymentsAtWechat, startPayment } from '../support/paying';
import { storedAccount, storedAttempts, storedOrder } from '../support/stored-state';
import { paramsOf, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';
import { dieEverywhere, report } from './dying-process';

const system = useSystem();
// Each kill is a whole restart; deleting an account alone has over twenty places to die at.
jest.setTimeout(300_000);

const storedFiles = (): Promise<number> =>
  system().container().connection.collection('stored_files.files').countDocuments();

describe('a process that dies between any two steps', () => {
  it('of sealing leaves one contract, sealed by the next', async () => {
    const kills = await dieEverywhere(system, async () => {
      const context = await copyAt(system(), 'signature');
      const before = await storedFiles();
      const now = system().clock.now();
      const { orders } = system().container();
      const accountId = (await storedAccount(system(), context))._id.toHexString();
      // Not over HTTP: that would wake the dispatcher, which must not be faster than the process that dies.
      const needs = { ...system().container(), text: await system().container().currentContractText() };
      await signContract(needs, { accountId, ...paramsOf(context), now });
      const lease = await outboxStore(orders).lease({
        jobs: ['seal-contract'],
        at: now,
        until: new Date(now.getTime() + 60_000),
        leasedBy: 'mortal',
        inTurn: false,
      });
      const fence = fenceOf({ entryId: lease!.entry.id, leasedBy: 'mortal' });
      return {
        work: (container) => sealContract(container, { ownerId: lease!.ownerId, fence }),
        after: async () => {
          system().clock.advance(60_000);
          await system().settle();
          const { contract, history, outbox } = await storedOrder(system(), context);
          expect(contract).toMatchObject({ state: 'sealed', sha256: expect.any(String) });
          expect(history.filter(({ event }) => event === 'seal-contract')).toHaveLength(1);
          expect(outbox).toEqual([]);
          expect(await system().container().fileStore.read(contract.fileId!)).not.toBeNull();
          // Whatever the dead one had written is gone: it is somebody's contract.
          expect(await storedFiles()).toBe(before + 1);
        },
      };
    });
    report('sealing', kills);
    expect(kills).toBeGreaterThan(3);
  });

  it('of making a contract lasting leaves one file, which is', async () => {
    const kills = await dieEverywhere(system, async () => {
      const context = await copyAt(system(), 'signature');
      const { faults } = system().standIns;
      faults.set({ standIn: 'trust', fault: 'server-error' });
      const needs = { ...system().container(), text: await system().container().currentContractText() };
      const accountId = (await storedAccount(system(), context))._id.toHexString();
      await signContract(needs, { accountId, ...paramsOf(context), now: system().clock.now() });
      await system().settle();
      faults.reset();
      const before = await storedFiles();
      const { orders } = system().container();
      const now = new Date(system().clock.now().getTime() + 61_000);
      const lease = await outboxStore(orders).lease({
        jobs: ['make-contract-lasting'],
        at: now,
        until: new Date(now.getTime() + 60_000),
        leasedBy: 'mortal',
        inTurn: false,
      });
      const fence = fenceOf({ entryId: lease!.entry.id, leasedBy: 'mortal' });
      return {
        work: (container) => makeLasting(container, { ownerId: lease!.ownerId, fence }),
        after: async () => {
          system().clock.advance(10 * 60_000);
          await system().settle();
          const { contract, outbox } = await storedOrder(system(), context);
          expect(outbox).toEqual([]);
          expect(contract.lasting?.sha256).toBeDefined();
          const pdf = await system().container().fileStore.read(contract.fileId!);
          expect(await system().container().contractVerifier.verify(pdf!)).toMatchObject({ revocation: 'good' });
          expect(await storedFiles()).toBe(before);
        },
      };
    });
    report('making lasting', kills);
    expect(kills).toBeGreaterThan(3);
  });

  it('of booking a payment leaves it booked once', async () => {
    const kills = await dieEverywhere(system, async () => {
      const context = await approvedOrder(system());
      const { attempt } = await startPayment(context);
      system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
      await system().standIns.wechatPay.pay(attempt.outTradeNo);
      system().standIns.faults.reset();
      const trade = await system().container().paymentGateway.queryByOutTradeNo(attempt.outTradeNo);
      const orderId = paramsOf(context).orderId;
      return {
        work: (container) => applyTrade(container, orderId, trade!),
        after: async () => {
          system().clock.advance(15_000);
          await system().settle();
          expect(await paymentFacts(system(), context)).toEqual(PAID_ONCE);
        },
      };
    });
    report('booking', kills);
    expect(kills).toBeGreaterThan(1);
  });

  it('of refunding leaves one refund that comes to its end', async () => {
    const kills = await dieEverywhere(system, async () => {
      const context = await approvedOrder(system());
      const first = await startPayment(context);
      const { orders } = system().container();
      await orders.updateOne({ _id: paramsOf(context).orderId }, { $set: { 'attempts.0.status': 'closed' } });
      const second = await startPayment(context);
      system().standIns.faults.set({ standIn: 'wechat-pay', fault: 'no-notification' });
      for (const { attempt } of [second, first]) {
        await system().standIns.wechatPay.pay(attempt.outTradeNo);
        const trade = await system().container().paymentGateway.queryByOutTradeNo(attempt.outTradeNo);
        await applyTrade(system().container(), paramsOf(context).orderId, trade!);
      }
      system().standIns.faults.reset();
      const { outTradeNo } = first.attempt;
      return {
        work: (container) =>
          refundAttempt(container, paramsOf(context).orderId, {
            outTradeNo,
            since: system().clock.now(),
            cause: 'not-due',
          }),
        after: async () => {
          for (let round = 0; round < 3; round += 1) {
            await system().settle();
            system().clock.advance(61_000);
          }
          await system().settle();
          const statuses = (await storedAttempts(system(), context)).map(({ status }) => status);
          expect(statuses.sort()).toEqual(['paid', 'refunded']);
          const refunds = paymentsAtWechat(system(), context).flatMap((payment) => payment.refunds);
          expect(refunds).toHaveLength(1);
        },
      };
    });
    report('refunding', kills);
    expect(kills).toBeGreaterThan(2);
  });

  it('of deleting an account leaves nothing of it', async () => {
    const kills = await dieEverywhere(system, async () => {
      const context: StoryContext = await walkTo(system(), 'id-card');
      const account = await storedAccount(system(), context);
      const { accountDeletions, accounts, files, orders } = system().container();
      const accountId = account._id.toHexString();
      const now = system().clock.now();
      const made = await accountDeletions.create({
        accountId,
        openFor: accountId,
        state: 'closing',
        requestedAt: now,
        dueAt: now,
        settledAt: null,
        outbox: [
          {
            id: `d-${accountId}`,
            job: 'delete-account',
            payload: {},
            availableAt: new Date(now.getTime() + 61_000),
            tries: 0,
          },
        ],
      });
      await accounts.updateOne({ _id: account._id }, { $set: { closedAt: new Date(now.getTime() - 61_000) } });
      return {
        work: (container) => deleteAccount(container, made._id.toHexString()),
        after: async () => {
          system().clock.advance(61_000);
          await system().settle();
          expect(await accounts.exists({ _id: account._id })).toBeNull();
          expect(await orders.countDocuments({ accountId })).toBe(0);
          expect(await files.countDocuments({ accountId })).toBe(0);
          expect(await accountDeletions.findOne({ _id: made._id }).lean()).toMatchObject({ state: 'done' });
        },
      };
    });
    report('deletion', kills);
    expect(kills).toBeGreaterThan(8);
  });
});
