import { endpoints } from '@acceptance/shared';
import { asShown } from '../../scripts/story/shown-to-reviewer';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { copyAt } from '../support/order-copies';
import { type StaffClient, staffPerson } from '../support/staff-people';
import { orderState, storedOrder } from '../support/stored-state';
import { paramsOf, takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const MINUTE = 60_000;

const underReview = async (): Promise<StoryContext> =>
  takeSteps(await copyAt(system(), 'submit'), 'staff-sign-in', 'review');
const claim = (client: StaffClient, context: StoryContext) =>
  client.call(endpoints.staff.claimOrder, { params: paramsOf(context) });
const release = (client: StaffClient, context: StoryContext) =>
  client.call(endpoints.staff.releaseOrder, { params: paramsOf(context) });
const approve = (client: StaffClient, context: StoryContext, shown = asShown(context.reviewed!)) =>
  client.call(endpoints.staff.approveOrder, { params: paramsOf(context), body: shown });

describe('a decision', () => {
  it('is about what was on the screen, to the last picture, and refused where that is another', async () => {
    const context = await underReview();
    const { files } = system().container();
    const state = orderState(system(), context);
    const other = { ...asShown(context.reviewed!), shownSha256: '0'.repeat(64) };
    await expectError(() => approve(context.staff, context, other), 'review.content_changed', state);
    const front = { _id: context.reviewed!.idCard.front!.id };
    const { sha256 } = (await files.findOne(front).lean())!;
    await files.updateOne(front, { $set: { sha256: 'f'.repeat(64) } });
    await expectError(() => approve(context.staff, context), 'review.content_changed', state);
    await files.updateOne(front, { $set: { sha256 } });
    expect((await approve(context.staff, context)).status).toBe('approved');
    // Repeated, it is the same decision.
    expect((await approve(context.staff, context)).status).toBe('approved');
  });
});

describe('an application that a reviewer has open', () => {
  it('is decided by nobody else, who see who has it; without a sign for ten minutes it goes to the next', async () => {
    const context = await underReview();
    const { client: other } = await staffPerson(system(), ['reviewer']);
    const mine = await claim(context.staff, context);
    expect(mine).toMatchObject({ claim: { isOwn: true }, revision: context.reviewed!.revision });
    const seen = await other.call(endpoints.staff.readOrder, { params: paramsOf(context) });
    expect(seen.claim).toEqual({ ...mine.claim, isOwn: false });
    const { items } = await other.call(endpoints.staff.listQueue, { query: { limit: '50' } });
    expect(items.find(({ id }) => id === orderOf(context).id)?.claim).toEqual(seen.claim);

    const state = orderState(system(), context);
    const refusal = await expectError(() => claim(other, context), 'review.claimed', state);
    expect(refusal.details).toEqual({ name: mine.claim?.byName });
    await expectError(() => approve(other, context), 'review.claimed', state);
    await release(other, context);
    expect(await state()).toEqual(await storedOrder(system(), context));

    system().clock.advance(6 * MINUTE);
    await claim(context.staff, context);
    system().clock.advance(6 * MINUTE);
    await expectError(() => claim(other, context), 'review.claimed');
    // Access tokens last for a quarter of an hour.
    await takeSteps(context, 'staff-sign-in');
    const { client: next } = await staffPerson(system(), ['reviewer']);
    system().clock.advance(4 * MINUTE);
    expect((await claim(next, context)).claim?.isOwn).toBe(true);
    await expectError(() => approve(context.staff, context), 'review.claimed');
    await release(next, context);
    expect((await approve(context.staff, context)).status).toBe('approved');
    expect(await storedOrder(system(), context)).not.toHaveProperty('reviewClaim');
    const decided = await expectError(() => claim(next, context), 'orders.transition_not_allowed');
    expect(decided.details).toEqual({ status: '资料审核通过' });
  });

  it('shows name and number in full to nobody else, to others than reviewers nothing that was typed; its applicant sees who looked', async () => {
    const context = await underReview();
    const { person } = context;
    const params = paramsOf(context);
    const look = (client: StaffClient) => client.call(endpoints.staff.readPerson, { params });
    await expectError(() => look(context.staff), 'review.not_claimed');
    await claim(context.staff, context);
    const { name, idNumber, phone } = person;
    // The photos of a copied order are those of the person that it was copied from.
    const card = { name: expect.any(String), idNumber: expect.stringMatching(/^\d{17}[\dX]$/) };
    expect(await look(context.staff)).toEqual({ name, idNumber, phone, card });
    const [front, back] = [context.reviewed!.idCard.front!, context.reviewed!.idCard.back!];
    for (const { id: fileId } of [front, back]) {
      await context.staff.call(endpoints.staff.readOrderFile, { params: { ...params, fileId } });
    }
    const { client: other } = await staffPerson(system(), ['reviewer']);
    await expectError(() => look(other), 'review.not_claimed');
    const { client: finance } = await staffPerson(system(), ['finance', 'issuer', 'administrator']);
    const bare = await finance.call(endpoints.staff.readOrder, { params });
    expect(bare).toMatchObject({ form: null, idCard: { front: null, back: null }, attachments: [], signature: null });
    expect(JSON.stringify(bare)).not.toContain(context.reviewed!.form!.email);

    system().clock.advance(11 * MINUTE);
    await takeSteps(context, 'staff-sign-in');
    await expectError(() => look(context.staff), 'review.not_claimed');
    await claim(context.staff, context);
    await approve(context.staff, context);
    await expectError(() => look(context.staff), 'review.not_claimed');

    const { items, total } = await context.applicant.call(endpoints.personalData.listLooks, { query: {} });
    const { orderNumber } = orderOf(context);
    const of = (kind: string, label: string | null = null) => ({ kind, label });
    expect(items).toMatchObject([
      { orderNumber, roles: ['reviewer'], seen: [of('form')] },
      { orderNumber, roles: ['finance', 'issuer', 'administrator'], seen: [of('progress')] },
      {
        orderNumber,
        // The endpoint is open to each of the roles that the reviewer of the stories has.
        roles: ['reviewer', 'finance', 'issuer'],
        seen: [of('contract'), of('form'), of('person'), of('photo', '身份证人像面'), of('photo', '身份证国徽面')],
      },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/[0-9a-f]{24}/);
    const ask = { query: { limit: '2' } } as const;
    const first = await context.applicant.call(endpoints.personalData.listLooks, ask);
    const rest = await context.applicant.call(endpoints.personalData.listLooks, {
      query: { cursor: first.nextCursor!, limit: '50' },
    });
    expect(first.total).toBe(total);
    expect(rest.items.at(-1)?.at).toBe(items.at(-1)?.at);
    expect(rest.nextCursor).toBeNull();
  });

  it('is had by one of two who open it at the same moment', async () => {
    const context = await underReview();
    const two = await Promise.all([staffPerson(system(), ['reviewer']), staffPerson(system(), ['reviewer'])]);
    const outcomes = await Promise.all(two.map(({ client }) => outcomeOf(claim(client, context))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 1, 'review.claimed': 1 });
  });
});
