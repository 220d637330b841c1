import { endpoints } from '@acceptance/shared';
import { asShown } from '../../scripts/story/shown-to-reviewer';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { goTo, newHolder, startSuccessor } from '../support/life-cycle-people';
import { copyAt } from '../support/order-copies';
import { startPayment } from '../support/paying';
import { eventsOf, orderState, storedOrder } from '../support/stored-state';
import { meet, paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

const cancel = (context: StoryContext) =>
  context.applicant.call(endpoints.orders.cancelOrder, { params: paramsOf(context) });
const applyAnew = (context: StoryContext, orderId = orderOf(context).id) =>
  context.applicant.call(endpoints.orders.applyAnew, { params: { orderId } });
const underReview = async () => takeSteps(await copyAt(system(), 'submit'), 'staff-sign-in', 'review');
const decision = (context: StoryContext) => ({
  params: paramsOf(context),
  body: asShown(context.reviewed!),
});

describe('cancelling', () => {
  it('ends what was handed in, once, and makes room for another application', async () => {
    const context = await walkTo(system(), 'submit');
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(cancel(context))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 5 });
    const order = await storedOrder(system(), context);
    expect(eventsOf(order).filter((event) => event === 'cancel')).toHaveLength(1);
    expect(order).not.toHaveProperty('liveClaim');
    expect(await cancel(context)).toMatchObject({ status: 'cancelled', availableEvents: [], paymentStatus: 'none' });
  });

  it('is possible for what was returned', async () => {
    const context = await underReview();
    const { params, body } = decision(context);
    const marks = [{ field: 'email', reason: 'mismatch' }] as const;
    await context.staff.call(endpoints.staff.returnOrder, { params, body: { ...body, marks: [...marks] } });
    expect((await cancel(context)).status).toBe('cancelled');
    await system().settle();
    await expectError(
      () => context.applicant.call(endpoints.orders.submitOrder, { params }),
      'orders.transition_not_allowed',
      orderState(system(), context),
    );
  });

  it('is refused for a draft, which is deleted, and once it is paid', async () => {
    for (const step of ['sealed', 'pay'] as const) {
      const context = await copyAt(system(), step);
      await expectError(() => cancel(context), 'orders.transition_not_allowed', orderState(system(), context));
    }
  });

  it('is refused to others, who do not learn that there is such an application', async () => {
    const context = await copyAt(system(), 'submit');
    const other = await meet(system(), 'sign-in');
    await expectError(
      () => other.applicant.call(endpoints.orders.cancelOrder, { params: paramsOf(context) }),
      'orders.not_found',
      orderState(system(), context),
    );
  });

  it('and approving, or beginning to pay, at the same moment: it ends cancelled, and nothing of it can be paid', async () => {
    const context = await underReview();
    const [approved, cancelled] = await Promise.all([
      outcomeOf(context.staff.call(endpoints.staff.approveOrder, decision(context))),
      outcomeOf(cancel(context)),
    ]);
    expect(cancelled).toBe('ok');
    expect(['ok', 'request.conflict', 'orders.transition_not_allowed']).toContain(approved);
    const paying = await copyAt(system(), 'approve');
    const [, ended] = await Promise.all([outcomeOf(startPayment(paying)), outcomeOf(cancel(paying))]);
    expect(ended).toBe('ok');
    await system().settle();
    for (const each of [context, paying]) {
      const { status, attempts } = await storedOrder(system(), each);
      expect(status).toBe('cancelled');
      expect(attempts.filter((attempt) => attempt.status !== 'closed')).toEqual([]);
      await expectError(() => startPayment(each), 'payments.not_payable');
    }
  });
});

describe('applying anew', () => {
  it('begins one draft with what was typed, and nothing that proves it', async () => {
    const context = await walkTo(system(), 'submit');
    await cancel(context);
    const drafts = await Promise.all(Array.from({ length: 5 }, () => applyAnew(context)));
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(1);
    const before = orderOf(context);
    expect(drafts[0]).toMatchObject({
      kind: 'new',
      status: 'draft',
      form: before.form,
      deliveryWay: before.deliveryWay,
      projectName: before.projectName,
      contract: { state: 'unread' },
      idCard: { front: null, back: null },
      signature: null,
      attachments: [],
    });
    const draft = drafts[0]!;
    expect(draft.orderNumber).not.toBe(before.orderNumber);
    context.order = draft;
    await takeSteps(context, 'particulars', 'id-card', 'consent', 'signature', 'sign', 'sealed', 'form', 'attachments');
    await takeSteps(context, 'submit');
    expect(orderOf(context).status).toBe('submitted');
    // Asked again of the first one, the one that follows is answered; when that has ended too, another begins.
    expect((await applyAnew(context, before.id)).id).toBe(orderOf(context).id);
    await cancel(context);
    expect(await applyAnew(context, before.id)).toMatchObject({ status: 'draft', form: orderOf(context).form });
  });

  it('is refused while the application lives, and to others', async () => {
    const context = await copyAt(system(), 'submit');
    await expectError(() => applyAnew(context), 'orders.transition_not_allowed', orderState(system(), context));
    const other = await meet(system(), 'sign-in');
    await expectError(() => applyAnew(other, orderOf(context).id), 'orders.not_found', orderState(system(), context));
  });

  it('is refused where another application of the same unit lives, by its number', async () => {
    const context = await walkTo(system(), 'submit');
    const first = orderOf(context);
    await cancel(context);
    const { id } = await applyAnew(context);
    await context.applicant.call(endpoints.orders.deleteDraft, { params: { orderId: id } });
    await takeSteps(context, 'start', 'particulars', 'id-card', 'consent', 'signature', 'sign', 'sealed', 'form');
    await takeSteps(context, 'attachments', 'submit');
    const refusal = await expectError(() => applyAnew(context, first.id), 'orders.live_application');
    expect(refusal.details).toEqual({ orderNumber: orderOf(context).orderNumber });
  });

  it('of what began with a certificate begins there', async () => {
    const holder = await newHolder(system());
    await goTo(system(), holder, 30);
    const { context, certificate } = holder;
    await startSuccessor(context, certificate.id, 'renewal');
    const { orders } = system().container();
    await orders.updateOne({ _id: orderOf(context).id }, { $set: { status: 'cancelled' } });
    await expectError(() => applyAnew(context), 'orders.follows_certificate', orderState(system(), context));
  });
});

describe('a rejected application', () => {
  it('says why, to the applicant and at the desk, and can be begun anew', async () => {
    const context = await underReview();
    const reason = '营业执照已过期';
    const { params, body } = decision(context);
    await context.staff.call(endpoints.staff.rejectOrder, { params, body: { ...body, reason } });
    const shown = await context.applicant.call(endpoints.orders.readOrder, { params });
    expect(shown).toMatchObject({ status: 'rejected', rejectionReason: reason });
    expect(await context.staff.call(endpoints.staff.readOrder, { params })).toMatchObject({ rejectionReason: reason });
    expect(await applyAnew(context)).toMatchObject({ status: 'draft', rejectionReason: null });
  });
});
