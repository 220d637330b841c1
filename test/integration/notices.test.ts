import { endpoints } from '@acceptance/shared';
import { asShown } from '../../scripts/story/shown-to-reviewer';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { expectError } from '../support/expect-error';
import { copyAt } from '../support/order-copies';
import { payFor, paymentMessages } from '../support/paying';
import { storedOrder } from '../support/stored-state';
import { paramsOf, takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const MINUTE = 60_000;

const reviewed = async (): Promise<StoryContext> =>
  takeSteps(await copyAt(system(), 'submit'), 'staff-sign-in', 'review');
const noticesOf = async (context: StoryContext) =>
  (await context.staff.call(endpoints.notices.listNotices, { params: paramsOf(context) })).items;
const resend = (context: StoryContext, noticeId: string) =>
  context.staff.call(endpoints.notices.resendNotice, { params: { ...paramsOf(context), noticeId } });
const giveBack = (context: StoryContext) =>
  context.staff.call(endpoints.staff.returnOrder, {
    params: paramsOf(context),
    body: { ...asShown(context.reviewed!), marks: [{ field: 'id-card-front', reason: 'glare' }] },
  });
/** What the operator has to report by now is taken. */
const reportsComeIn = async () => {
  system().clock.advance(MINUTE);
  await system().settle();
};
const openTasks = async (context: StoryContext) => {
  const query = { kind: 'notice-undelivered', state: 'open' } as const;
  const { items } = await context.staff.call(endpoints.tasks.listTasks, { query });
  return items.filter(({ subject }) => subject?.id === orderOf(context).id);
};
const operator = () => system().standIns.tencentCloud;

describe('a message about an application', () => {
  it('is sent, then on the phone, and then cannot be sent again', async () => {
    const context = await reviewed();
    await giveBack(context);
    await system().settle();
    const [sent] = (await noticesOf(context)).filter(({ channel }) => channel === 'sms');
    const phoneMasked = expect.stringMatching(/^\d{3}\*{4}\d{4}$/);
    expect(sent).toMatchObject({ kind: 'review-returned', phoneMasked, reason: null, resent: false });
    await reportsComeIn();
    const delivered = (await noticesOf(context)).find(({ id }) => id === sent!.id)!;
    expect(delivered).toMatchObject({ state: 'delivered', canResend: false, settledAt: expect.any(String) });
    await expectError(() => resend(context, delivered.id), 'notices.arrived');
    expect(await openTasks(context)).toEqual([]);
  });

  it('that does not arrive is a task with the operator’s reason; sent again and arrived it ends the task', async () => {
    const context = await reviewed();
    const { phone } = context.person;
    operator().setSmsUnreachable(phone, 'MK:0001');
    await giveBack(context);
    await system().settle();
    await reportsComeIn();
    const [failed] = await noticesOf(context);
    expect(failed).toMatchObject({ state: 'failed', reason: 'MK:0001', canResend: true });
    const { orderNumber } = orderOf(context);
    expect(await openTasks(context)).toMatchObject([{ facts: [{ name: 'orderNumber', value: orderNumber }] }]);

    operator().setSmsUnreachable(phone, null);
    const again = await resend(context, failed!.id);
    expect(again).toMatchObject({ kind: 'review-returned', state: 'sent', resent: true });
    expect(operator().sms(phone)[0]?.text).toContain(orderNumber);
    await reportsComeIn();
    expect(await openTasks(context)).toEqual([]);
    const { person } = context;
    const stored = JSON.stringify(await system().container().notices.find().lean());
    expect(stored).not.toContain(person.phone);
    expect(stored).not.toContain('有反光');
  });

  it('to a number that the operator refuses has failed at once; sent again five times it is time to call', async () => {
    const context = await reviewed();
    const { phone } = context.person;
    operator().setSmsStatus(phone, 'FailedOperation.PhoneNumberInBlacklist');
    await giveBack(context);
    await system().settle();
    const [failed] = await noticesOf(context);
    expect(failed).toMatchObject({ state: 'failed', reason: 'FailedOperation.PhoneNumberInBlacklist' });
    await reportsComeIn();
    expect(await openTasks(context)).toHaveLength(1);
    for (let times = 0; times < 5; times += 1) {
      expect((await resend(context, failed!.id)).state).toBe('failed');
    }
    await expectError(() => resend(context, failed!.id), 'notices.too_many');
    operator().setSmsStatus(phone, 'Ok');
    const other = await reviewed();
    await expectError(() => resend(other, failed!.id), 'notices.not_found');
  });

  it('is not noted as sent while the operator does not answer', async () => {
    const context = await reviewed();
    await giveBack(context);
    await system().settle();
    const [sent] = (await noticesOf(context)).filter(({ channel }) => channel === 'sms');
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    await expectError(() => resend(context, sent!.id), 'notices.unavailable');
    system().standIns.faults.reset();
    expect((await noticesOf(context)).filter(({ resent }) => resent)).toEqual([]);
  });
});

describe('in quiet hours', () => {
  afterAll(() => system().restartBff({ QUIET_HOURS: '' }));

  it('a result waits until they end, and a receipt does not', async () => {
    const waiting = await reviewed();
    const paying = await copyAt(system(), 'approve');
    await system().restartBff({ QUIET_HOURS: '06:00-20:00' });
    await giveBack(waiting);
    await payFor(system(), paying);
    const smsTo = ({ person }: StoryContext, template: string) =>
      operator()
        .sms(person.phone)
        .filter(({ templateId }) => templateId === template);
    expect(paymentMessages(system(), paying)).toBe(1);
    expect(smsTo(waiting, 'demo-review-returned')).toEqual([]);
    const entryOf = async () =>
      (await storedOrder(system(), waiting)).outbox.find(({ job }) => job.startsWith('notify'));
    expect(await entryOf()).toMatchObject({ tries: expect.any(Number) });
    const until = (await entryOf())!.availableAt;
    expect([until.getUTCHours(), until.getUTCMinutes()]).toEqual([12, 0]);
    system().clock.advance(until.getTime() - system().clock.now().getTime());
    await system().settle();
    expect(smsTo(waiting, 'demo-review-returned')).toHaveLength(1);
  });
});
