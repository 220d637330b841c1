import { randomUUID } from 'node:crypto';
import { endpoints } from '@acceptance/shared';
import { liveClaimSweep } from '../../bff/src/modules/orders/live-claim-sweep';
import type { StoryPerson } from '../../scripts/story/people';
import { asShown } from '../../scripts/story/shown-to-reviewer';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { newStory, type StoryOptions } from '../../scripts/story/walk-story';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { FRONT_MARK, takeFrontAgain } from '../support/mending';
import { orderState, storedOrder } from '../support/stored-state';
import { nextPerson, paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

/** Another clerk of the same unit. */
function colleagueOf({ unitName, unifiedSocialCreditCode, legalRepresentative }: StoryPerson): StoryPerson {
  return { ...nextPerson(), unitName, unifiedSocialCreditCode, legalRepresentative };
}
const PERSON: Omit<StoryOptions, 'until'> = {
  projectId: 'personal-signing',
  applicantType: 'person',
  delivery: 'download',
};

const submit = (context: StoryContext) =>
  context.applicant.call(endpoints.orders.submitOrder, { params: paramsOf(context) });
const begin = ({ applicant, projectId, applicantType }: StoryContext) =>
  applicant.call(endpoints.orders.createOrder, { body: { projectId, applicantType, clientToken: randomUUID() } });
const reject = (context: StoryContext) =>
  context.staff.call(endpoints.staff.rejectOrder, {
    params: paramsOf(context),
    body: { ...asShown(context.reviewed!), reason: '单位不在服务范围内' },
  });

/** A second application of the same account, which is as far as the first. */
async function secondOf(first: StoryContext): Promise<StoryContext> {
  const second = newStory(system().world, { ...first, person: first.person });
  second.applicant.accessToken = first.applicant.accessToken;
  return takeSteps(
    second,
    'start',
    'particulars',
    'id-card',
    'consent',
    'signature',
    'sign',
    'sealed',
    'form',
    'attachments',
  );
}

describe('two applications of one unit for one project', () => {
  it('that are handed in at once, by two people and five times each: exactly one is taken, the other stays a draft', async () => {
    const one = await walkTo(system(), 'attachments');
    const other = await walkTo(system(), 'attachments', { person: colleagueOf(one.person) });
    const both = Array.from({ length: 5 }, () => [one, other]).flat();
    const outcomes = await Promise.all(both.map((context) => outcomeOf(submit(context))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 5, 'orders.live_application_elsewhere': 5 });
    const statuses = await Promise.all(
      [one, other].map(async (context) => (await storedOrder(system(), context)).status),
    );
    expect(statuses.toSorted()).toEqual(['draft', 'submitted']);
  });

  it('of one person: the second is led to the first by its number, also when both are handed in at once', async () => {
    const one = await walkTo(system(), 'attachments');
    const other = await secondOf(one);
    const outcomes = await Promise.all([one, other].map((context) => outcomeOf(submit(context))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 1, 'orders.live_application': 1 });
    const [taken, refused] = outcomes[0] === 'ok' ? [one, other] : [other, one];
    const refusal = await expectError(() => submit(refused), 'orders.live_application', orderState(system(), refused));
    expect(refusal.details).toEqual({ orderNumber: orderOf(taken).orderNumber });
  });

  it('of one person: the second ends where the unit is asked about, before anything is signed', async () => {
    const one = await walkTo(system(), 'submit');
    const order = await begin(one);
    const params = { orderId: order.id };
    await one.applicant.call(endpoints.orders.saveForm, { params, body: { base: {}, draft: orderOf(one).form } });
    const refusal = await expectError(
      () => one.applicant.call(endpoints.orders.checkUnit, { params, body: { asOnLicence: false } }),
      'orders.live_application',
    );
    expect(refusal.details).toEqual({ orderNumber: orderOf(one).orderNumber });
  });

  it('hinder nobody as drafts, nor other units and projects', async () => {
    const draft = await walkTo(system(), 'attachments');
    const colleague = colleagueOf(draft.person);
    expect((await walkTo(system(), 'submit', { person: colleague })).order?.status).toBe('submitted');
    const elsewhere = { person: colleagueOf(draft.person), projectId: 'city-procurement' };
    expect((await walkTo(system(), 'submit', elsewhere)).order?.status).toBe('submitted');
    expect((await walkTo(system(), 'submit')).order?.status).toBe('submitted');
  });

  it('are possible one after the other: a rejected one makes room, a returned one does not', async () => {
    const one = await walkTo(system(), 'review');
    const other = await walkTo(system(), 'attachments', { person: colleagueOf(one.person) });
    await one.staff.call(endpoints.staff.returnOrder, {
      params: paramsOf(one),
      body: { ...asShown(one.reviewed!), marks: [FRONT_MARK] },
    });
    await expectError(() => submit(other), 'orders.live_application_elsewhere', orderState(system(), other));
    await takeFrontAgain(one);
    await takeSteps(one, 'submit', 'review');
    await reject(one);
    expect(await storedOrder(system(), one)).not.toHaveProperty('liveClaim');
    expect((await submit(other)).status).toBe('submitted');
  });
});

describe('a person', () => {
  it('has one application for a project, and is led to it before they begin another, until the certificate is made', async () => {
    const one = await walkTo(system(), 'pay', PERSON);
    const refusal = await expectError(() => begin(one), 'orders.live_application');
    expect(refusal.details).toEqual({ orderNumber: orderOf(one).orderNumber });
    await takeSteps(one, 'request-certificate');
    expect((await begin(one)).status).toBe('draft');
  });

  it('claims by a keyed hash: nothing in the order says in clear whose it is', async () => {
    const one = await walkTo(system(), 'submit', PERSON);
    const unit = await walkTo(system(), 'submit');
    for (const context of [one, unit]) {
      const { liveClaim } = await storedOrder(system(), context);
      expect(liveClaim?.unitHashes ?? liveClaim?.personHashes).toHaveLength(1);
      const stored = JSON.stringify(await storedOrder(system(), context));
      expect(stored).not.toContain(context.person.idNumber);
      expect(stored).not.toContain(context.person.unifiedSocialCreditCode);
    }
  });
});

describe('orders of before claims were taken', () => {
  const forget = async (context: StoryContext, submittedAt: Date) => {
    const { orders } = system().container();
    await orders.updateOne({ _id: orderOf(context).id }, { $unset: { liveClaim: 1 }, $set: { submittedAt } });
  };
  const sweep = async () => {
    for (const { run } of liveClaimSweep(system().container())) {
      await run(system().clock.now());
    }
  };

  it('get them, the oldest first; what is double goes on and is a task for the reviewers, once', async () => {
    const younger = await walkTo(system(), 'submit');
    await forget(younger, new Date('2026-11-20T02:00:00Z'));
    const older = await walkTo(system(), 'submit', { person: colleagueOf(younger.person) });
    await forget(older, new Date('2026-11-19T02:00:00Z'));
    await sweep();
    await sweep();
    await system().settle();
    expect(await storedOrder(system(), older)).toHaveProperty('liveClaim.projectId', older.projectId);
    const double = await storedOrder(system(), younger);
    expect(double).not.toHaveProperty('liveClaim');
    expect(double).toMatchObject({ status: 'submitted', doubleOf: orderOf(older).orderNumber });
    await takeSteps(younger, 'staff-sign-in');
    const { items } = await younger.staff.call(endpoints.tasks.listTasks, {
      query: { limit: '50', kind: 'application-twice', state: 'open' },
    });
    expect(items.map(({ subject, facts }) => [subject.id, facts])).toEqual([
      [orderOf(younger).id, expect.arrayContaining([{ name: 'otherOrder', value: orderOf(older).orderNumber }])],
    ]);
    const third = await walkTo(system(), 'attachments', { person: colleagueOf(younger.person) });
    await expectError(() => submit(third), 'orders.live_application_elsewhere', orderState(system(), third));
  });
});
