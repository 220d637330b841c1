import { endpoints } from '@acceptance/shared';
import { asShown } from '../../scripts/story/shown-to-reviewer';
import { copyAt } from '../support/order-copies';
import { startPayment } from '../support/paying';
import { storedOrder } from '../support/stored-state';
import { paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

describe('an SMS operator that hangs', () => {
  it('costs the notices their time and nothing else: a payment is booked and a contract sealed meanwhile', async () => {
    // Ten orders whose notices will hang, one that is paid, one that is signed.
    const reviewed = await Promise.all(Array.from({ length: 10 }, () => copyAt(system(), 'submit')));
    const paying = await copyAt(system(), 'approve');
    const signing = await walkTo(system(), 'signature');
    await takeSteps(signing, 'staff-sign-in');
    const { attempt } = await startPayment(paying);

    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'timeout', onPath: 'SendSms' });
    for (const context of reviewed) {
      const body = asShown(await signing.staff.call(endpoints.staff.readOrder, { params: paramsOf(context) }));
      await signing.staff.call(endpoints.staff.approveOrder, { params: paramsOf(context), body });
    }
    const { dispatcher } = system().container();
    dispatcher.wake();
    const began = Date.now();
    await system().standIns.wechatPay.pay(attempt.outTradeNo);
    await system().standIns.wechatPay.idle();
    await signing.applicant.call(endpoints.contracts.signContract, { params: paramsOf(signing) });
    const took = { booked: 0, sealed: 0 };
    while (!took.booked || !took.sealed) {
      dispatcher.wake();
      await new Promise((resolve) => setTimeout(resolve, 10));
      const paid = (await storedOrder(system(), paying)).status === 'paid';
      const sealed = (await storedOrder(system(), signing)).contract.state === 'sealed';
      took.booked ||= paid ? Date.now() - began : 0;
      took.sealed ||= sealed ? Date.now() - began : 0;
    }
    const waiting = await Promise.all(reviewed.map((context) => storedOrder(system(), context)));
    const notices = waiting.flatMap(({ outbox }) => outbox).filter(({ job }) => job === 'notify-review-result');
    process.stdout.write(
      `slow remote: booked after ${took.booked} ms, sealed after ${took.sealed} ms, ${notices.length} notices still wait\n`,
    );
    // All ten are still waiting for the operator: nobody waited for them.
    expect(notices).toHaveLength(10);
    system().standIns.faults.reset();
    for (let minute = 0; minute < 6; minute += 1) {
      system().clock.advance(60_000);
      await system().settle();
    }
    const after = await Promise.all(reviewed.map((context) => storedOrder(system(), context)));
    expect(after.flatMap(({ outbox }) => outbox).filter(({ job }) => job === 'notify-review-result')).toEqual([]);
  });
});
