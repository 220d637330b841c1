import { endpoints } from '@acceptance/shared';
import type { Container } from '../../bff/src/container';
import { bookTransfer } from '../../bff/src/modules/bank-transfers/book-transfer';
import { CLAIM_MS } from '../../bff/src/modules/bank-transfers/claim-money';
import { importStatement } from '../../bff/src/modules/bank-transfers/import-statement';
import { compareMoney } from '../../bff/src/modules/reconciliation/compare-money';
import { openDaysSweep } from '../../bff/src/modules/reconciliation/open-days-sweep';
import { approveRefund } from '../../bff/src/modules/refund-requests/decide-refund';
import type { StoryContext } from '../../scripts/story/story-context';
import { countOutcomes, outcomeOf } from '../support/expect-error';
import { approvedOrder, paymentFacts, paymentsAtWechat } from '../support/paying';
import { reconciliationDeskOf, today, toNextMorning } from '../support/reconciling';
import { financePerson, ownRefund, paidOrder, refundDeskOf, refundMessages } from '../support/refund-people';
import { PROOF, STAFF_PASSWORD, type StaffPerson, signInStaff } from '../support/staff-people';
import { storedAttempts, storedOrder } from '../support/stored-state';
import { paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';
import { choose, financeOf, importOf, moneyOf, startMatching, statementOf } from '../support/transferring';
import { dieEverywhere, report } from './dying-process';

const system = useSystem();
jest.setTimeout(600_000);

const MINUTE = 60_000;
const PRICE = 26_000;

let cashier: StaffPerson;
let colleague: StaffPerson;
beforeAll(async () => {
  cashier = await financePerson(system());
  colleague = await financePerson(system());
});

/** Access ends after a quarter of an hour, and codes are limited: both begin anew with each process that dies. */
async function bothAtWork(): Promise<void> {
  await system().forgetRateLimits();
  for (const person of [cashier, colleague]) {
    Object.assign(person, { client: await signInStaff(system(), person.username, STAFF_PASSWORD) });
  }
}
async function letPass(rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await system().settle();
    system().clock.advance(MINUTE);
  }
  await system().settle();
}
const times = async (context: StoryContext, event: string) =>
  (await storedOrder(system(), context)).history.filter((entry) => entry.event === event).length;
const codeOf = async (context: StoryContext): Promise<string> => (await choose(context)).code ?? '';

describe('a process that dies while finance works', () => {
  it('on agreeing to a refund: two people at once afterwards, one refund', async () => {
    const kills = await dieEverywhere(system, async () => {
      await bothAtWork();
      const context = await paidOrder(system());
      await ownRefund(context).ask();
      await system().settle();
      const { revision } = await refundDeskOf(cashier, context).read();
      const { orderId } = paramsOf(context);
      const caller = {
        staffId: cashier.id,
        sessionId: 'mortal',
        address: '127.0.0.1',
        origin: null,
        now: system().clock.now(),
      };
      const wish = { orderId, number: 1, revision, proof: PROOF };
      return {
        work: (container) => approveRefund({ ...container, refuseOwnOrder: async () => undefined }, caller, wish),
        after: async () => {
          await bothAtWork();
          const both = [cashier, colleague].map((person) => refundDeskOf(person, context).approve(1, { revision }));
          expect(countOutcomes(await Promise.all(both.map(outcomeOf)))).toEqual({ ok: 1, 'refunds.decided': 1 });
          await letPass(3);
          expect(await paymentFacts(system(), context)).toMatchObject({ status: 'refunded', attempts: ['refunded'] });
          expect(await times(context, 'start-refund')).toBe(1);
          const refunds = paymentsAtWechat(system(), context).flatMap((payment) => payment.refunds);
          expect(refunds).toMatchObject([{ refund: PRICE, status: 'SUCCESS' }]);
          expect(refundMessages(system(), context)).toEqual(['已同意，正在退回', '已完成，款项已退回']);
        },
      };
    });
    report('agreeing to a refund', kills);
    expect(kills).toBeGreaterThan(2);
  });

  it('on booking a transfer: two people at once afterwards, booked once', async () => {
    const kills = await dieEverywhere(system, async () => {
      await bothAtWork();
      const context = await approvedOrder(system());
      const { id } = await financeOf(cashier).record(moneyOf(PRICE + 1));
      const by = { role: 'finance', id: cashier.id } as const;
      const { orderId } = paramsOf(context);
      const wish = { orderId, entryIds: [id], by, now: system().clock.now() };
      return {
        work: (container) => bookTransfer(container, wish),
        after: async () => {
          system().clock.advance(CLAIM_MS + MINUTE);
          await system().settle();
          await bothAtWork();
          const both = [cashier, colleague].map((person) => financeOf(person).book([id], [context]));
          expect(countOutcomes(await Promise.all(both.map(outcomeOf)))).toEqual({ ok: 2 });
          await system().settle();
          expect(await storedOrder(system(), context)).toMatchObject({
            status: 'paid',
            transfer: { state: 'paid', paid: { parts: [{ entryId: id, amountFen: PRICE }] } },
          });
          expect(await times(context, 'confirm-payment')).toBe(1);
          const entry = await system().container().bankEntries.findById(id).lean().orFail();
          const kept = entry.parts.map(({ state, amountFen }) => [state, amountFen]);
          expect({ remaining: entry.remainingFen, kept }).toEqual({ remaining: 1, kept: [['paid', PRICE]] });
        },
      };
    });
    report('booking a transfer', kills);
    expect(kills).toBeGreaterThan(3);
  });

  it('on taking a statement in: the file again brings the rest, and all of it is matched once', async () => {
    const kills = await dieEverywhere(system, async () => {
      await bothAtWork();
      const contexts = [await approvedOrder(system()), await approvedOrder(system())];
      const codes = await Promise.all(contexts.map(codeOf));
      const lines = [
        { fen: PRICE, remark: codes[0] },
        { fen: 12, remark: '利息' },
        { fen: PRICE, remark: codes[1] },
      ];
      const bytes = statementOf(lines.map((line) => ({ ...line, remark: line.remark ?? '' })));
      const recording = { staffId: cashier.id, now: system().clock.now() };
      return {
        work: (container) => importStatement(container, { bytes, bank: 'cmb' }, recording),
        after: async () => {
          const again = await importOf(colleague.client, bytes);
          expect(again.added + again.known).toBe(3);
          await startMatching(colleague.client, again.importId ?? '');
          await letPass(1);
          for (const context of contexts) {
            expect(await paymentFacts(system(), context)).toMatchObject({ status: 'paid', confirmations: 1 });
          }
          const { importId } = again;
          const stored = await system().container().bankEntries.find({ importId }).lean();
          expect(stored.map(({ state, problem }) => problem ?? state).toSorted()).toEqual(['unknown', 'used', 'used']);
        },
      };
    });
    report('taking a statement in', kills);
    expect(kills).toBeGreaterThan(3);
  });

  it('on comparing a day with its bill: compared by the next one, with one task about what differs', async () => {
    const { ownFaults } = system().standIns.wechatPay;
    const kills = await dieEverywhere(system, async () => {
      toNextMorning(system());
      await system().settle();
      await system().forgetRateLimits();
      const day = today(system());
      // The other one makes a bill of the day.
      const [context] = [await paidOrder(system()), await paidOrder(system())];
      const [attempt] = await storedAttempts(system(), context);
      toNextMorning(system());
      ownFaults.set({ fault: 'bill-without', onPath: attempt?.outTradeNo });
      const now = system().clock.now();
      // Its record is there and nobody has begun: the process that begins is the one that dies.
      await openDaysSweep(system().container()).run(now);
      const { reconciliationDays } = system().container();
      const { _id } = await reconciliationDays.findOne({ day }, { _id: 1 }).lean().orFail();
      return {
        work: (container: Container) => compareMoney(container, _id.toHexString(), now),
        after: async () => {
          system().clock.advance(MINUTE);
          await system().settle();
          await system().forgetRateLimits();
          const desk = reconciliationDeskOf(system(), cashier);
          expect(await desk.read(day)).toMatchObject({
            ...{ state: 'differs', isUnderWay: false, openDifferences: 1 },
            items: [{ kind: 'missing-at-theirs', outTradeNo: attempt?.outTradeNo, ourFen: PRICE }],
          });
          const about = ({ facts }: { facts: readonly { value: unknown }[] }) =>
            facts.some(({ value }) => value === day);
          expect((await desk.openTasks('bill-differs')).filter(about)).toHaveLength(1);
          ownFaults.reset();
          await desk.again(day);
          await system().settle();
          expect(await desk.read(day)).toMatchObject({ state: 'matched' });
          expect((await desk.openTasks('bill-differs')).filter(about)).toEqual([]);
        },
      };
    });
    report('comparing a day', kills);
    expect(kills).toBeGreaterThan(3);
  });

  it('leaves nothing behind: no task of finance waits for what came to its end', async () => {
    await bothAtWork();
    const { items } = await cashier.client.call(endpoints.tasks.listTasks, { query: { limit: '50' } });
    const kinds = new Set(items.map(({ kind }) => kind));
    expect(kinds).not.toContain('refund-waiting');
    expect(kinds).not.toContain('bill-differs');
  });
});
