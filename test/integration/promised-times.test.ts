import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints, TERMS_VERSION } from '@acceptance/shared';
import { asShown } from '../../scripts/story/shown-to-reviewer';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { FRONT_MARK, takeFrontAgain } from '../support/mending';
import { copyAt } from '../support/order-copies';
import { storedOrder } from '../support/stored-state';
import { nextAgent, nextPerson, paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const folder = mkdtempSync(join(tmpdir(), 'working-calendar-'));
afterAll(() => rmSync(folder, { recursive: true }));

const beijing = (text: string) => new Date(`2026-${text}:00+08:00`);
const goTo = (text: string) => system().clock.advance(beijing(text).getTime() - system().clock.now().getTime());
const read = (context: StoryContext) =>
  context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });
const queue = (context: StoryContext) => context.staff.call(endpoints.staff.listQueue, { query: {} });
const overdueTasks = async (context: StoryContext) =>
  (
    await context.staff.call(endpoints.tasks.listTasks, { query: { kind: 'review-overdue', state: 'open' } })
  ).items.filter(({ subject }) => subject.id === orderOf(context).id);

describe('a promise over a holiday', () => {
  // The Monday and Tuesday after are free, for which the Sunday before is worked on.
  beforeAll(async () => {
    const path = join(folder, 'days.json');
    writeFileSync(path, JSON.stringify({ holidays: ['2026-11-30', '2026-12-01'], workdays: ['2026-11-29'] }));
    await system().restartBff({ WORKING_CALENDAR_FILE: path });
  });

  it('counts working time, stands still with the applicant, sorts the queue, and is one task when it passes', async () => {
    goTo('11-27T18:30');
    const context = await copyAt(system(), 'attachments');
    await takeSteps(context, 'submit');
    expect((await read(context)).reviewPromisedBy).toBe(beijing('11-29T17:30').toISOString());

    goTo('11-29T11:00');
    await takeSteps(context, 'staff-sign-in', 'review');
    expect(context.reviewed).toMatchObject({ reviewMinutesLeft: 6.5 * 60 });
    const returned = await context.staff.call(endpoints.staff.returnOrder, {
      params: paramsOf(context),
      body: { ...asShown(context.reviewed!), marks: [FRONT_MARK] },
    });
    expect(returned.reviewMinutesLeft).toBe(6.5 * 60);
    await system().settle();

    goTo('12-02T15:30');
    const later = await copyAt(system(), 'attachments');
    await takeSteps(later, 'submit');
    await takeSteps(context, 'sign-in');
    expect(await read(context)).toMatchObject({ reviewPausedMinutes: 6.5 * 60, reviewPromisedBy: null });
    await takeFrontAgain(context);
    goTo('12-02T16:00');
    await takeSteps(context, 'sign-in', 'submit', 'staff-sign-in');
    expect(await read(context)).toMatchObject({ reviewPromisedBy: beijing('12-03T14:00').toISOString() });
    const { items } = await queue(context);
    // Handed in later, and promised earlier.
    const ours = [orderOf(context).id, orderOf(later).id];
    expect(items.map(({ id }) => id).filter((id) => ours.includes(id))).toEqual(ours);
    expect(items.find(({ id }) => id === ours[0])).toMatchObject({ reviewMinutesLeft: 6.5 * 60 });

    goTo('12-03T13:59');
    await system().settle();
    await takeSteps(context, 'staff-sign-in');
    expect(await overdueTasks(context)).toEqual([]);
    goTo('12-03T14:01');
    await system().settle();
    await system().settle();
    expect(await overdueTasks(context)).toHaveLength(1);
    await takeSteps(context, 'review', 'approve');
    await system().settle();
    expect(await overdueTasks(context)).toEqual([]);
    expect((await storedOrder(system(), context)).outbox).toEqual([]);
  });
});

const A_CODE_LATER_MS = 61_000;

/** A device that names itself. */
async function signInOn(context: StoryContext, deviceId: string): Promise<void> {
  const { applicant, person, world } = context;
  system().clock.advance(A_CODE_LATER_MS);
  await applicant.call(endpoints.auth.requestSmsCode, { body: { phone: person.phone } });
  const code = world.standIns.tencentCloud.sms(person.phone)[0]?.code ?? '';
  const { accessToken } = await applicant.call(endpoints.auth.signInWithSmsCode, {
    body: { phone: person.phone, code, acceptedTermsVersion: TERMS_VERSION, deviceId },
  });
  applicant.accessToken = accessToken;
}

describe('reasons to look closely', () => {
  const DEVICE = 'a-device-of-two-people'.padEnd(40, '-');

  it('are said to reviewers with the orders that they are about, never with what is alike', async () => {
    const person = nextPerson();
    const { unitName, unifiedSocialCreditCode, legalRepresentative } = nextAgent();
    const first = await walkTo(system(), 'attachments', { person });
    await signInOn(first, DEVICE);
    await takeSteps(first, 'submit');
    system().clock.advance(A_CODE_LATER_MS);
    const second = await walkTo(system(), 'attachments', {
      person: { ...person, unitName, unifiedSocialCreditCode, legalRepresentative },
    });
    await takeSteps(second, 'submit', 'staff-sign-in', 'review');
    const { orderNumber } = orderOf(first);
    const other = { count: 1, orderNumbers: [orderNumber] };
    expect(second.reviewed!.riskFlags).toContainEqual({ kind: 'person-in-other-units', ...other });
    expect(second.reviewed!.riskFlags.map(({ kind }) => kind)).not.toContain('device-of-others');

    const third = await walkTo(system(), 'attachments');
    await signInOn(third, DEVICE);
    const { front } = (await storedOrder(system(), first)).idCard;
    const { files } = system().container();
    const { sha256 } = (await files.findById(front!.id).lean())!;
    await files.updateOne({ _id: (await storedOrder(system(), third)).idCard.front!.id }, { $set: { sha256 } });
    await takeSteps(third, 'submit', 'staff-sign-in', 'review');
    const { riskFlags } = third.reviewed!;
    expect(riskFlags).toContainEqual({ kind: 'device-of-others', ...other });
    expect(riskFlags.find(({ kind }) => kind === 'picture-in-other-orders')!.orderNumbers).toContain(orderNumber);
    expect(riskFlags.find(({ kind }) => kind === 'address-of-other-units')!.count).toBeGreaterThanOrEqual(2);
    const inQueue = (await queue(third)).items.find(({ id }) => id === orderOf(third).id)!;
    expect(inQueue.riskFlagCount).toBe(riskFlags.length);
    const said = JSON.stringify(riskFlags);
    for (const secret of [person.idNumber, person.phone, person.name, sha256, DEVICE]) {
      expect(said).not.toContain(secret);
    }
  });

  it('are found for orders of before, too: a sweep gives them their traces', async () => {
    const { orders, dispatcher } = system().container();
    const context = await copyAt(system(), 'submit');
    const traced = await storedOrder(system(), context);
    await orders.updateOne({ _id: traced._id }, { $unset: { riskTraces: 1 }, $set: { tracesWanted: true } });
    system().clock.advance(11 * 60_000);
    await dispatcher.drain();
    expect((await storedOrder(system(), context)).riskTraces).toEqual(traced.riskTraces);
  });
});
