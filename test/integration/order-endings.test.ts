import { endpoints } from '@acceptance/shared';
import { orderEndingSweep } from '../../bff/src/modules/orders/order-endings';
import { asShown } from '../../scripts/story/shown-to-reviewer';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { FRONT_MARK, takeFrontAgain } from '../support/mending';
import { copyAt } from '../support/order-copies';
import { approvedOrder, payFor, paymentsAtWechat, startPayment } from '../support/paying';
import { STAFF_PASSWORD, signInStaff, staffPerson } from '../support/staff-people';
import { storedOrder } from '../support/stored-state';
import { paramsOf, takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const notices = ({ person }: StoryContext) =>
  system()
    .standIns.tencentCloud.sms(person.phone)
    .filter(({ templateId }) => templateId === 'demo-order-ending');

/** Lets days go by, with what is due then done, also by a second look an hour later. */
async function letPass(days: number): Promise<void> {
  system().clock.advance(days * DAY_MS - HOUR_MS);
  await system().settle();
  system().clock.advance(HOUR_MS);
  await system().settle();
}

/** The stored order's status, and how often its applicant was told until when to act. */
async function standing(context: StoryContext) {
  const { status } = await storedOrder(system(), context);
  return { status, told: notices(context).length };
}

/** As if the order had just come into its status, whatever the tests before have let pass. */
async function returned(): Promise<StoryContext> {
  const context = await takeSteps(await copyAt(system(), 'submit'), 'staff-sign-in', 'review');
  await context.staff.call(endpoints.staff.returnOrder, {
    params: paramsOf(context),
    body: { ...asShown(context.reviewed!), marks: [FRONT_MARK] },
  });
  return context;
}

describe('an application that was returned', () => {
  it('ends after thirty days; its applicant is told seven days and one day before, once each, and sees until when', async () => {
    const context = await returned();
    const { endsAt } = await context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });
    const { history } = await storedOrder(system(), context);
    expect(Date.parse(endsAt!) - history.at(-1)!.at.getTime()).toBe(30 * DAY_MS);
    await letPass(22);
    expect(await standing(context)).toEqual({ status: 'returned', told: 0 });
    await letPass(1);
    expect(await standing(context)).toEqual({ status: 'returned', told: 1 });
    await letPass(5);
    expect(await standing(context)).toEqual({ status: 'returned', told: 1 });
    await letPass(1);
    expect(await standing(context)).toEqual({ status: 'returned', told: 2 });
    await letPass(1);
    expect(await standing(context)).toEqual({ status: 'expired', told: 2 });
    const [message] = notices(context);
    expect(message?.text).toContain(orderOf(context).orderNumber);
    expect(message?.text).not.toContain(context.person.name);
    expect(await storedOrder(system(), context)).not.toHaveProperty('liveClaim');
    await takeSteps(context, 'sign-in');
    const params = paramsOf(context);
    const draft = await context.applicant.call(endpoints.orders.applyAnew, { params });
    expect(draft).toMatchObject({ status: 'draft', form: { unit: { name: context.person.unitName } } });
  });

  it('that is submitted again in time does not end, and begins anew when it is returned again', async () => {
    const context = await returned();
    await letPass(29);
    await takeSteps(context, 'sign-in');
    await takeFrontAgain(context);
    await takeSteps(context, 'submit');
    await letPass(2);
    expect(await standing(context)).toMatchObject({ status: 'submitted' });
    expect(await storedOrder(system(), context)).not.toHaveProperty('dutyEndsAt');
    expect(await storedOrder(system(), context)).not.toHaveProperty('endNoticeDays');
  });

  it('does not end unwarned when nothing ran for weeks: a day is left, and told', async () => {
    const context = await returned();
    system().clock.advance(40 * DAY_MS);
    await system().settle();
    expect(await standing(context)).toMatchObject({ status: 'returned' });
    await letPass(1);
    expect(await standing(context)).toMatchObject({ told: 1 });
    await letPass(1);
    expect(await standing(context)).toEqual({ status: 'expired', told: 1 });
  });
});

describe('an approved application that nobody pays', () => {
  /** Lets its end come, of which its applicant was told. */
  async function letEnd(context: StoryContext): Promise<void> {
    const { orders } = system().container();
    const over = { dutyEndsAt: system().clock.now(), endNoticeDays: 1 };
    await orders.updateOne({ _id: orderOf(context).id }, { $set: over });
    system().clock.advance(HOUR_MS);
    await system().settle();
  }
  const stands = async (context: StoryContext) => {
    const { status, attempts } = await storedOrder(system(), context);
    return { status, attempts: attempts.map((attempt) => attempt.status) };
  };

  it('has thirty days for it, and when they are over nothing of it can be paid any more', async () => {
    const context = await approvedOrder(system());
    const { history, dutyEndsAt } = await storedOrder(system(), context);
    expect(dutyEndsAt!.getTime() - history.at(-1)!.at.getTime()).toBe(30 * DAY_MS);
    await startPayment(context);
    await letEnd(context);
    expect(await stands(context)).toEqual({ status: 'expired', attempts: ['closed'] });
    expect(paymentsAtWechat(system(), context)).toMatchObject([{ state: 'CLOSED' }]);
  });

  it('gets back by itself what is paid too late', async () => {
    const context = await approvedOrder(system());
    const { attempt } = await startPayment(context);
    const { orders } = system().container();
    const over = { dutyEndsAt: system().clock.now(), endNoticeDays: 1 };
    await orders.updateOne({ _id: orderOf(context).id }, { $set: over });
    await orderEndingSweep(system().container()).run(system().clock.now());
    // It is over, and its payment is not closed yet.
    expect(await stands(context)).toEqual({ status: 'expired', attempts: ['open'] });
    await system().standIns.wechatPay.pay(attempt.outTradeNo);
    await system().settle();
    system().clock.advance(HOUR_MS);
    await system().settle();
    expect(await stands(context)).toEqual({ status: 'expired', attempts: ['refunded'] });
  });

  it('does not end while its money is being looked into', async () => {
    const context = await approvedOrder(system());
    await startPayment(context);
    const { orders } = system().container();
    const over = new Date(system().clock.now().getTime() - HOUR_MS);
    const looked = { 'attempts.0.anomaly': 'unclear', dutyEndsAt: over, endNoticeDays: 1 };
    await orders.updateOne({ _id: orderOf(context).id }, { $set: looked });
    system().clock.advance(HOUR_MS);
    await system().container().dispatcher.drain();
    expect((await storedOrder(system(), context)).status).toBe('approved');
  });
});

describe('an order that staff are late with', () => {
  it('is a task of the issuers, once, which what brings it on closes', async () => {
    const context = await approvedOrder(system());
    await payFor(system(), context);
    const issuer = await staffPerson(system(), ['issuer']);
    const atDesk = () => signInStaff(system(), issuer.username, STAFF_PASSWORD);
    const openTasks = async () => {
      const client = await atDesk();
      const query = { limit: '50', kind: 'order-late', state: 'open' } as const;
      const { items } = await client.call(endpoints.tasks.listTasks, { query });
      return items.filter(({ subject }) => subject.id === orderOf(context).id).length;
    };
    await system()
      .container()
      .orders.updateOne({ _id: orderOf(context).id }, { $set: { dutyEndsAt: system().clock.now() } });
    for (let look = 0; look < 2; look += 1) {
      system().clock.advance(HOUR_MS);
      await system().settle();
    }
    expect(await openTasks()).toBe(1);
    await (await atDesk()).call(endpoints.certificateDesk.startIssuing, { params: paramsOf(context) });
    await system().settle();
    expect(await openTasks()).toBe(0);
    expect(await storedOrder(system(), context)).not.toHaveProperty('lateTold');
  });
});
