import { transitionOrder } from '../../bff/src/modules/orders';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { makeAtDesk, makeWith, newKey } from '../support/life-cycle-people';
import { paidOrder } from '../support/order-copies';
import { paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

/** Texts that a person got about a certificate that is made, or sent; the oldest first. */
const noticesTo = ({ person }: StoryContext) =>
  system()
    .standIns.tencentCloud.sms(person.phone)
    .filter(({ templateId }) => templateId === 'demo-certificate-issued' || templateId === 'demo-parcel-sent')
    .map(({ text }) => text)
    .reverse();

async function deliver(context: StoryContext): Promise<void> {
  await transitionOrder(system().container().orders, {
    ...paramsOf(context),
    event: 'deliver',
    by: { role: 'issuer', id: 'a-clerk' },
    now: system().clock.now(),
  });
  await system().settle();
}

it('who downloads gets one message: that the certificate is made, and where it is', async () => {
  const context = await paidOrder(system(), {
    projectId: 'personal-signing',
    applicantType: 'person',
    delivery: 'download',
  });
  expect(noticesTo(context)).toEqual([]);
  await makeWith(context, await newKey());
  expect(noticesTo(context)).toEqual([
    expect.stringContaining(`${orderOf(context).orderNumber}的数字证书已签发，请打开小程序下载证书。`),
  ]);
});

it('who waits for a courier is told that it is made, and that it was sent', async () => {
  const context = await paidOrder(system());
  await makeAtDesk(context);
  expect(noticesTo(context)).toEqual([expect.stringContaining('已签发，UKey将尽快寄出。')]);
  await deliver(context);
  await deliver(context);
  expect(noticesTo(context).slice(1)).toEqual([expect.stringContaining('的UKey已由快递寄出')]);
  expect(noticesTo(context).join()).not.toContain(context.person.name);
});

it('who fetches it is told where to look, and nothing when it is in their hand', async () => {
  const context = await paidOrder(system());
  await system()
    .container()
    .orders.updateOne({ _id: paramsOf(context).orderId }, { $set: { deliveryWay: 'pick-up' } });
  await makeAtDesk(context);
  expect(noticesTo(context)).toEqual([expect.stringContaining('已签发，请看小程序里的领取方式。')]);
  await deliver(context);
  expect(noticesTo(context)).toHaveLength(1);
});

it('goes out once when the operator is back', async () => {
  const context = await paidOrder(system());
  system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error', onPath: 'SendSms' });
  await makeAtDesk(context);
  expect(noticesTo(context)).toEqual([]);
  system().standIns.faults.reset();
  system().clock.advance(60_000);
  await system().settle();
  expect(noticesTo(context)).toHaveLength(1);
});
