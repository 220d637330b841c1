import { endpoints, type OrderGroup } from '@acceptance/shared';
import { Types } from 'mongoose';
import { files } from '../../bff/src/database/migrations/2026-11-28-files';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { newStory } from '../../scripts/story/walk-story';
import { consent, sign } from '../support/contract-calls';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { copyAt } from '../support/order-copies';
import { inkIdOf } from '../support/stored-ink';
import { eventsOf, orderState, storedOrder } from '../support/stored-state';
import { meet, nextAgent, nextPerson, paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';
import { typeForm } from '../support/type-form';

const system = useSystem();

const times = <T>(count: number, make: () => Promise<T>): Promise<T>[] => Array.from({ length: count }, make);
const read = (context: StoryContext) =>
  context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });
const submit = (context: StoryContext) =>
  context.applicant.call(endpoints.orders.submitOrder, { params: paramsOf(context) });
describe('beginning an application', () => {
  it('twice at the same time with one clientToken begins one', async () => {
    const { applicant } = await meet(system(), 'sign-in');
    const body = { projectId: 'procurement-cloud', applicantType: 'unit', clientToken: 'one-intention-only' } as const;
    const orders = await Promise.all(times(5, () => applicant.call(endpoints.orders.createOrder, { body })));
    expect(new Set(orders.map(({ id }) => id)).size).toBe(1);
    expect((await applicant.call(endpoints.orders.listOrders, {})).total).toBe(1);
  });

  it('for the last time that there is room, made twice, begins one: what stands in the way is the call itself', async () => {
    const { applicant } = await meet(system(), 'sign-in');
    const create = (n: number) =>
      applicant.call(endpoints.orders.createOrder, {
        body: { projectId: 'medical-insurance', applicantType: 'unit', clientToken: `last-intention-${n}` },
      });
    const made = await Promise.all(Array.from({ length: 10 }, (_, n) => create(n)));
    const { orders } = system().container();
    const findOne = orders.findOne.bind(orders);
    // Looked before the other one was there.
    const looked = jest.spyOn(orders, 'findOne').mockImplementationOnce(() => findOne({ _id: new Types.ObjectId() }));
    expect((await create(9)).id).toBe(made[9]?.id);
    expect(looked.mock.calls.length).toBeGreaterThan(1);
    looked.mockRestore();
    await expectError(() => create(11), 'orders.too_many_drafts');
  });

  it('gives each one a number of its own, also at the same time', async () => {
    const { applicant } = await meet(system(), 'sign-in');
    const orders = await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        applicant.call(endpoints.orders.createOrder, {
          body: { projectId: 'city-procurement', applicantType: 'unit', clientToken: `numbered-intention-${n}` },
        }),
      ),
    );
    const numbers = orders.map(({ orderNumber }) => orderNumber);
    expect(new Set(numbers).size).toBe(5);
    expect(numbers.every((number) => /^SCG-261123-\d{4}$/.test(number))).toBe(true);
  });

  it('is refused for a project that does not exist', async () => {
    const { applicant } = await meet(system(), 'sign-in');
    const body = { projectId: 'nowhere', applicantType: 'unit', clientToken: 'project-of-nowhere' } as const;
    await expectError(() => applicant.call(endpoints.orders.createOrder, { body }), 'projects.not_found');
  });

  it('is refused when ten are unfinished, and possible again after deleting one', async () => {
    const { applicant } = await meet(system(), 'sign-in');
    const create = (n: number) =>
      applicant.call(endpoints.orders.createOrder, {
        body: { projectId: 'medical-insurance', applicantType: 'unit', clientToken: `unfinished-intention-${n}` },
      });
    const first = await create(1);
    for (let n = 2; n <= 10; n += 1) {
      await create(n);
    }
    const total = async () => (await applicant.call(endpoints.orders.listOrders, {})).total;
    await expectError(() => create(11), 'orders.too_many_drafts', total);
    expect((await create(10)).id).not.toBe(first.id);
    await applicant.call(endpoints.orders.deleteDraft, { params: { orderId: first.id } });
    await create(11);
    expect(await total()).toBe(10);
  });
});

describe('at most ten unfinished applications', () => {
  it('are made by thirty calls at the same time', async () => {
    const { applicant } = await meet(system(), 'sign-in');
    const create = (n: number) =>
      applicant.call(endpoints.orders.createOrder, {
        body: { projectId: 'medical-insurance', applicantType: 'unit', clientToken: `racing-intention-${n}` },
      });
    const outcomes = await Promise.all(Array.from({ length: 30 }, (_, n) => outcomeOf(create(n))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 10, 'orders.too_many_drafts': 20 });
    expect((await applicant.call(endpoints.orders.listOrders, {})).total).toBe(10);
  });

  it('leave room for another one when one is submitted', async () => {
    const context = await copyAt(system(), 'attachments');
    const create = (n: number) =>
      context.applicant.call(endpoints.orders.createOrder, {
        body: { projectId: 'medical-insurance', applicantType: 'unit', clientToken: `following-intention-${n}` },
      });
    for (let n = 2; n <= 10; n += 1) {
      await create(n);
    }
    await expectError(() => create(11), 'orders.too_many_drafts');
    await submit(context);
    await create(11);
  });

  it('are as many as there were before places were given, and none is lost', async () => {
    const context = await meet(system(), 'sign-in', 'start');
    const { orders, connection } = system().container();
    const first = await storedOrder(system(), context);
    const copies = Array.from({ length: 11 }, (_, n) => {
      const _id = new Types.ObjectId();
      const { draftSlot: _slot, ...old } = first;
      return { ...old, _id, orderNumber: `OLD-${_id.toHexString()}`, clientToken: `old-draft-of-before-${n}` };
    });
    await orders.create(copies);
    await files.up(connection);
    await files.up(connection);
    const drafts = await orders.find({ accountId: first.accountId }).lean();
    expect(drafts.map(({ draftSlot }) => draftSlot).toSorted((a, b) => a! - b!)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
  });
});

describe('saving', () => {
  it('is possible sixty times a minute', async () => {
    const context = await meet(system(), 'sign-in', 'start', 'identity');
    const save = () =>
      context.applicant.call(endpoints.orders.saveForm, {
        params: paramsOf(context),
        body: { base: {}, draft: { email: 'a@example.cn' } },
      });
    for (let n = 0; n < 60; n += 1) {
      await save();
    }
    const refused = await expectError(save, 'request.too_frequent', orderState(system(), context));
    expect(refused.details).toMatchObject({ seconds: expect.any(Number) });
    system().clock.advance(60_000);
    await save();
  });
});

describe('deleting an application', () => {
  it('removes a draft; repeating it finds nothing', async () => {
    const context = await meet(system(), 'sign-in', 'start');
    const remove = () => context.applicant.call(endpoints.orders.deleteDraft, { params: paramsOf(context) });
    await remove();
    await expectError(remove, 'orders.not_found');
    await expectError(() => read(context), 'orders.not_found');
  });

  it('takes its photos, signature and contract with it', async () => {
    const context = await walkTo(system(), 'sealed');
    const { files, fileStore } = system().container();
    const { contract, idCard } = await storedOrder(system(), context);
    const inkId = await inkIdOf(system(), context);
    await context.applicant.call(endpoints.orders.deleteDraft, { params: paramsOf(context) });
    expect(await files.countDocuments({ orderId: orderOf(context).id })).toBe(0);
    expect(await fileStore.read(idCard.front!.id)).toBeNull();
    expect(await fileStore.read(contract.fileId!)).toBeNull();
    expect(await fileStore.read(inkId)).toBeNull();
  });

  it('is refused once it was submitted', async () => {
    const context = await copyAt(system(), 'submit');
    await expectError(
      () => context.applicant.call(endpoints.orders.deleteDraft, { params: paramsOf(context) }),
      'orders.not_editable',
      orderState(system(), context),
    );
  });
});

describe('the list of applications', () => {
  it('pages from the newest to the oldest without repeating or losing one, and counts all', async () => {
    const { applicant } = await meet(system(), 'sign-in');
    const ids: string[] = [];
    for (let n = 1; n <= 7; n += 1) {
      const body = {
        projectId: 'city-procurement',
        applicantType: 'unit',
        clientToken: `listed-intention-${n}`,
      } as const;
      ids.unshift((await applicant.call(endpoints.orders.createOrder, { body })).id);
    }
    const seen: string[] = [];
    const sizes: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await applicant.call(endpoints.orders.listOrders, { query: { limit: '3', cursor } });
      expect(page.total).toBe(7);
      sizes.push(page.items.length);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(sizes).toEqual([3, 3, 1]);
    expect(seen).toEqual(ids);
  });

  it('says of an application at each step what the application itself says', async () => {
    const context = await copyAt(system(), 'submit');
    const further = await meet(system(), 'sign-in', 'start');
    const expectSame = async (of: StoryContext) => {
      const { items } = await of.applicant.call(endpoints.orders.listOrders, {});
      expect(items).toHaveLength(1);
      expect(await read(of)).toMatchObject(items[0] ?? {});
    };
    await expectSame(context);
    await takeSteps(context, 'staff-sign-in', 'review');
    for (const step of ['approve', 'start-payment', 'pay'] as const) {
      await takeSteps(context, step);
      await expectSame(context);
    }
    for (const step of ['particulars', 'identity', 'id-card', 'consent', 'signature', 'sign', 'sealed'] as const) {
      await takeSteps(further, step);
      await expectSame(further);
    }
  });

  it('filters by status', async () => {
    const context = await copyAt(system(), 'submit');
    const list = async (status: 'draft' | 'submitted') =>
      (await context.applicant.call(endpoints.orders.listOrders, { query: { status } })).items.map(({ id }) => id);
    expect(await list('submitted')).toEqual([orderOf(context).id]);
    expect(await list('draft')).toEqual([]);
  });

  it('filters by whose turn it is', async () => {
    const context = await copyAt(system(), 'submit');
    const body = { projectId: 'personal-signing', applicantType: 'person', clientToken: 'whose-turn-it-is' } as const;
    const draft = await context.applicant.call(endpoints.orders.createOrder, { body });
    const list = async (group: OrderGroup) => {
      const page = await context.applicant.call(endpoints.orders.listOrders, { query: { group } });
      expect(page.total).toBe(page.items.length);
      return page.items.map(({ id }) => id);
    };
    expect(await list('my-turn')).toEqual([draft.id]);
    expect(await list('under-way')).toEqual([orderOf(context).id]);
    const set = (fields: object) => system().container().orders.updateOne({ _id: draft.id }, { $set: fields });
    await set({ status: 'issued', deliveryWay: 'courier' });
    expect(await list('under-way')).toEqual([draft.id, orderOf(context).id]);
    await set({ deliveryWay: 'pick-up' });
    expect(await list('my-turn')).toEqual([draft.id]);
    await set({ status: 'completed' });
    expect([await list('my-turn'), await list('done'), await list('ended')]).toEqual([[], [draft.id], []]);
  });

  it.each(['abc', 'z'.repeat(24), 'A'.repeat(24), '0'.repeat(25)])('refuses the cursor %s', async (cursor) => {
    const { applicant } = await meet(system(), 'sign-in');
    await expectError(
      () => applicant.call(endpoints.orders.listOrders, { query: { cursor } }),
      'request.cursor_invalid',
    );
  });

  it.each(['0', '51', 'many', '-1'])('refuses a page of %s', async (limit) => {
    const { applicant } = await meet(system(), 'sign-in');
    await expectError(() => applicant.call(endpoints.orders.listOrders, { query: { limit } }), 'request.invalid');
  });
});

describe('submitting', () => {
  it('an incomplete application names the step that is missing', async () => {
    const context = newStory(system().world, { person: nextAgent() });
    await takeSteps(context, 'sign-in', 'identity', 'start');
    const missing = async () => {
      const { details } = await expectError(() => submit(context), 'orders.incomplete', orderState(system(), context));
      return details?.step;
    };
    const steps = [await missing()];
    for (const done of ['particulars', 'id-card', 'consent', 'signature', 'sign', 'sealed', 'form'] as const) {
      await takeSteps(context, done);
      steps.push(await missing());
    }
    expect(steps).toEqual([
      '申请信息',
      '证件照片',
      '阅读合同',
      '签署合同',
      '签署合同',
      '查看合同',
      '发票与领取',
      '上传材料',
    ]);
  });

  it('an incomplete form names its fields', async () => {
    const context = await copyAt(system(), 'form');
    const { form } = orderOf(context);
    await typeForm(context, { ...form, delivery: { ...form.delivery, phone: '138', courier: '骑士' } });
    const first = await expectError(() => submit(context), 'orders.incomplete', orderState(system(), context));
    expect(first.fields).toEqual([{ path: 'delivery.phone', message: '请输入 11 位手机号' }]);
    await typeForm(context, { ...form, delivery: { ...form.delivery, courier: '骑士' } });
    const second = await expectError(() => submit(context), 'orders.incomplete', orderState(system(), context));
    expect(second.fields).toEqual([{ path: 'delivery.courier', message: '请从列表中选择快递公司' }]);
  });

  it('ten times at once and once more is one submission', async () => {
    const context = await copyAt(system(), 'attachments');
    const outcomes = await Promise.all(times(10, () => outcomeOf(submit(context))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 10 });
    expect((await submit(context)).status).toBe('submitted');
    expect(eventsOf(await storedOrder(system(), context)).filter((event) => event === 'submit')).toHaveLength(1);
  });

  it('promises the review within a working day of office hours', async () => {
    const context = await copyAt(system(), 'submit');
    const { reviewPromisedBy, submittedAt } = orderOf(context);
    // Within the office hours of a Monday: the same time on Tuesday.
    expect(Date.parse(reviewPromisedBy!) - Date.parse(submittedAt!)).toBe(24 * 3_600_000);
  });

  it('ends all editing', async () => {
    const context = await walkTo(system(), 'submit');
    const { form, idCard, signature } = orderOf(context);
    const params = paramsOf(context);
    const edits = [
      () => context.applicant.call(endpoints.orders.saveForm, { params, body: { base: form, draft: form } }),
      () => context.applicant.call(endpoints.orders.saveIdCard, { params, body: { frontFileId: idCard.front!.id } }),
      () => context.applicant.call(endpoints.orders.confirmSignature, { params, body: { fileId: signature!.id } }),
      () => context.applicant.call(endpoints.orders.saveAttachments, { params, body: { items: [] } }),
      () => sign(context),
      () => consent(context),
    ];
    for (const edit of edits) {
      const refused = await expectError(edit, 'orders.not_editable', orderState(system(), context));
      expect(refused.details).toEqual({ status: '待审核' });
    }
  });
});

describe('coming back later', () => {
  it('goes on at the step that is not done', async () => {
    const steps: string[] = [];
    const context = await walkTo(system(), 'sign-in', { person: nextAgent() });
    for (const done of [
      'start',
      'particulars',
      'identity',
      'id-card',
      'consent',
      'signature',
      'sign',
      'sealed',
      'form',
      'attachments',
      'submit',
    ] as const) {
      await takeSteps(context, done);
      steps.push(`${done}: ${(await read(context)).currentStep}`);
    }
    expect(steps).toEqual([
      'start: particulars',
      'particulars: identity',
      'identity: papers',
      'id-card: contract',
      'consent: signature',
      'signature: signature',
      'sign: sealed',
      'sealed: form',
      'form: attachments',
      'attachments: submit',
      'submit: submit',
    ]);
  });

  it('finds everything that was typed, complete or not', async () => {
    const context = await meet(system(), 'sign-in', 'start', 'identity');
    const typed = { email: 'half-typ', unit: { name: '示例' }, delivery: { way: 'courier' as const, street: '测' } };
    await typeForm(context, typed);
    expect((await read(context)).form).toEqual(typed);
  });
});

describe('a project without payment and invoice', () => {
  it('goes from the review on to the making of the certificate by itself', async () => {
    const context = await walkTo(system(), 'approve', { person: nextPerson(), projectId: 'medical-insurance' });
    const order = await read(context);
    expect(order).toMatchObject({ status: 'issuing', paymentStatus: 'none', amountFen: 0 });
    expect(order.timeline.map(({ event }) => event)).toEqual([
      'create',
      'seal-contract',
      'submit',
      'approve',
      'start-issuing-unpaid',
    ]);
  });
});
