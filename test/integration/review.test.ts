import { endpoints, type ReviewMark, unusualCodesOf } from '@acceptance/shared';
import { readImageHeader } from '../../bff/src/image-check/image-header';
import { asShown } from '../../scripts/story/shown-to-reviewer';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { FRONT_MARK, takeFrontAgain } from '../support/mending';
import { copyAt } from '../support/order-copies';
import { bindWechat, startPayment } from '../support/paying';
import { type StaffClient, staffPerson } from '../support/staff-people';
import { eventsOf, orderState, storedAccount, storedOrder } from '../support/stored-state';
import { meet, paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';
import { typeForm } from '../support/type-form';

const system = useSystem();
const MARKS: ReviewMark[] = [FRONT_MARK, { field: 'email', reason: 'mismatch' }];

/** A submitted application that a signed-in reviewer has open. */
const underReview = async (): Promise<StoryContext> =>
  takeSteps(await copyAt(system(), 'submit'), 'staff-sign-in', 'review');
const seen = (context: StoryContext) => asShown(context.reviewed!);
const approve = (context: StoryContext, shown = seen(context)) =>
  context.staff.call(endpoints.staff.approveOrder, { params: paramsOf(context), body: shown });
const giveBack = (context: StoryContext, shown = seen(context)) =>
  context.staff.call(endpoints.staff.returnOrder, { params: paramsOf(context), body: { ...shown, marks: MARKS } });
const reject = (context: StoryContext, reason = '单位不在服务范围内') =>
  context.staff.call(endpoints.staff.rejectOrder, {
    params: paramsOf(context),
    body: { ...seen(context), reason },
  });
const reviewSms = ({ person }: StoryContext): string[] =>
  system()
    .standIns.tencentCloud.sms(person.phone)
    .filter(({ templateId }) => templateId.startsWith('demo-review'))
    .map(({ text }) => text);
const read = (context: StoryContext) =>
  context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });

describe('approving', () => {
  it('twice, and five times at once, is one approval and one message', async () => {
    const context = await underReview();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(approve(context))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 5 });
    expect((await approve(context)).status).toBe('approved');
    await system().settle();
    expect(eventsOf(await storedOrder(system(), context)).filter((event) => event === 'approve')).toHaveLength(1);
    expect(reviewSms(context)).toHaveLength(1);
  });

  it('is refused to a second reviewer who has seen the same, also when they decide alike', async () => {
    const context = await underReview();
    const colleague = await staffPerson(system(), ['reviewer']);
    await approve(context);
    await system().settle();
    const same = { params: paramsOf(context), body: { ...seen(context) } };
    const decide = () => colleague.client.call(endpoints.staff.approveOrder, same);
    await expectError(decide, 'request.conflict', orderState(system(), context));
  });

  it('is refused on what was seen before the applicant changed it', async () => {
    const context = await underReview();
    const stale = seen(context);
    await giveBack(context);
    await takeFrontAgain(context);
    await takeSteps(context, 'submit');
    await expectError(() => approve(context, stale), 'request.conflict', orderState(system(), context));
    await takeSteps(context, 'review');
    expect((await approve(context)).status).toBe('approved');
  });

  it('and returning at the same time: exactly one of them happens', async () => {
    const context = await underReview();
    const outcomes = await Promise.all([outcomeOf(approve(context)), outcomeOf(giveBack(context))]);
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    const [loser] = outcomes.filter((outcome) => outcome !== 'ok');
    expect(['request.conflict', 'orders.transition_not_allowed']).toContain(loser);
    await system().settle();
    expect(reviewSms(context)).toHaveLength(1);
  });

  it('is refused after rejecting', async () => {
    const context = await underReview();
    await reject(context);
    await system().settle();
    const refusal = await expectError(
      () => approve(context),
      'orders.transition_not_allowed',
      orderState(system(), context),
    );
    expect(refusal.details).toEqual({ status: '审核未通过' });
  });
});

describe('returning with marks', () => {
  it('shows the applicant the marks, lets them mend and submit again', async () => {
    const context = await underReview();
    await giveBack(context);
    await system().settle();
    expect(reviewSms(context)).toEqual([expect.stringContaining('身份证人像面、邮箱等2处')]);
    const returned = await read(context);
    expect(returned).toMatchObject({ status: 'returned', reviewMarks: MARKS, currentStep: 'submit' });
    expect(returned.availableEvents).toContain('submit');

    const frontFileId = await takeFrontAgain(context);
    await takeSteps(context, 'submit', 'review');
    expect(context.reviewed).toMatchObject({
      status: 'submitted',
      reviewMarks: [],
      idCard: { front: { id: frontFileId } },
    });
    expect((await approve(context)).status).toBe('approved');
  });

  it('twice is one return; with other marks, or by somebody else, it is refused', async () => {
    const context = await underReview();
    await giveBack(context);
    expect((await giveBack(context)).status).toBe('returned');
    await system().settle();
    const body = { ...seen(context), marks: MARKS.slice(0, 1) };
    const giveOtherwise = () => context.staff.call(endpoints.staff.returnOrder, { params: paramsOf(context), body });
    await expectError(giveOtherwise, 'request.conflict', orderState(system(), context));
    const colleague = await staffPerson(system(), ['reviewer']);
    const alike = { params: paramsOf(context), body: { ...seen(context), marks: MARKS } };
    const decide = () => colleague.client.call(endpoints.staff.returnOrder, alike);
    await expectError(decide, 'request.conflict', orderState(system(), context));
  });

  it('needs at least one mark', async () => {
    const context = await underReview();
    const body = { ...seen(context), marks: [] };
    const refusal = await expectError(
      () => context.staff.call(endpoints.staff.returnOrder, { params: paramsOf(context), body }),
      'request.invalid',
      orderState(system(), context),
    );
    expect(refusal.fields).toEqual([{ path: 'marks', message: '请至少选择一条原因' }]);
  });
});

describe('rejecting', () => {
  it('ends the application, tells why, and leaves nothing to pay', async () => {
    const context = await underReview();
    await reject(context);
    await system().settle();
    expect(reviewSms(context)).toEqual([expect.stringContaining('单位不在服务范围内')]);
    expect(await read(context)).toMatchObject({ status: 'rejected', paymentStatus: 'none', availableEvents: [] });
    await expectError(() => startPayment(context), 'payments.not_payable', orderState(system(), context));
    await expectError(
      () => context.applicant.call(endpoints.orders.submitOrder, { params: paramsOf(context) }),
      'orders.transition_not_allowed',
      orderState(system(), context),
    );
  });

  it('twice for the same reason is one rejection, for another reason it is refused', async () => {
    const context = await underReview();
    await reject(context);
    expect((await reject(context)).status).toBe('rejected');
    await system().settle();
    await expectError(() => reject(context, '材料不属实'), 'request.conflict', orderState(system(), context));
  });

  it('needs a reason', async () => {
    const context = await underReview();
    await expectError(() => reject(context, '  '), 'request.invalid', orderState(system(), context));
  });

  it('shortens a long reason in the message', async () => {
    const context = await underReview();
    await reject(context, '营业执照上的单位名称与申请填写的单位名称不一致，请核对后重新申请');
    await system().settle();
    expect(reviewSms(context)).toEqual([expect.stringContaining('营业执照上的单位名称与申请填写的单位名…')]);
  });
});

describe('an application of one’s own', () => {
  const addOwnPhone = (client: StaffClient, phone: string) =>
    client.call(endpoints.staff.addOwnPhone, { body: { phone } });

  it('is decided by nobody whose number is the applicant’s', async () => {
    const context = await underReview();
    const own = await staffPerson(system(), ['reviewer']);
    await addOwnPhone(own.client, context.person.phone);
    await addOwnPhone(own.client, '13900000001');
    const input = { params: paramsOf(context), body: { ...seen(context) } };
    const marks = { ...input, body: { ...input.body, marks: MARKS } };
    const reason = { ...input, body: { ...input.body, reason: '单位不在服务范围内' } };
    for (const decide of [
      () => own.client.call(endpoints.staff.approveOrder, input),
      () => own.client.call(endpoints.staff.returnOrder, marks),
      () => own.client.call(endpoints.staff.rejectOrder, reason),
      () => own.client.call(endpoints.staff.claimOrder, { params: paramsOf(context) }),
    ]) {
      await expectError(decide, 'staff.own_order', orderState(system(), context));
    }
    expect((await approve(context)).status).toBe('approved');
  });

  it('is known by the ID number, too, when it was made under another number', async () => {
    const context = await underReview();
    const { accounts } = system().container();
    const other = await meet(system(), 'sign-in', 'identity');
    const { identity } = await storedAccount(system(), context);
    await accounts.updateOne({ _id: (await storedAccount(system(), other))._id }, { $set: { identity } });
    const own = await staffPerson(system(), ['reviewer']);
    await addOwnPhone(own.client, other.person.phone);
    const input = { params: paramsOf(context), body: { ...seen(context) } };
    await expectError(() => own.client.call(endpoints.staff.approveOrder, input), 'staff.own_order');
  });
});

describe('what the staff see', () => {
  it('offers with several roles what any of them may do', async () => {
    const context = await copyAt(system(), 'submit');
    const { orders } = system().container();
    const both = await staffPerson(system(), ['reviewer', 'finance', 'issuer']);
    const finance = await staffPerson(system(), ['finance']);
    const eventsFor = async ({ client }: { client: StaffClient }) =>
      (await client.call(endpoints.staff.readOrder, { params: paramsOf(context) })).availableEvents;
    expect(await eventsFor(both)).toEqual(['approve', 'return', 'reject']);
    expect(await eventsFor(finance)).toEqual([]);
    await orders.updateOne({ _id: orderOf(context).id }, { $set: { status: 'paid' } });
    expect(await eventsFor(both)).toEqual(['start-issuing', 'start-refund', 'note-refund']);
    expect(await eventsFor(finance)).toEqual(['start-refund', 'note-refund']);
    // The copy leaves the queue of the tests below.
    await orders.deleteOne({ _id: orderOf(context).id });
  });

  it('leaves an audit entry for each look at a photo or contract, without personal data', async () => {
    const context = await walkTo(system(), 'staff-sign-in');
    const { id: orderId, idCard } = orderOf(context);
    const params = { orderId, fileId: idCard.front!.id };
    await context.staff.call(endpoints.staff.readOrderFile, { params });
    await context.staff.call(endpoints.staff.readOrderFile, { params });
    await context.staff.call(endpoints.staff.readOrderContract, { params: { orderId } });
    const staff = await context.staff.call(endpoints.staff.readStaff, {});
    const entries = await system()
      .container()
      .auditEntries.find({
        action: { $in: ['staff.readOrderFile', 'staff.readOrderContract'] },
        $or: [{ object: `order:${orderId}` }, { partOf: `order:${orderId}` }],
      })
      .lean();
    const actor = { kind: 'staff', id: staff.id, role: 'reviewer' };
    const look = { at: system().clock.now(), actor, outcome: 'done', requestId: expect.any(String) };
    expect(entries).toMatchObject([
      { ...look, action: 'staff.readOrderFile', object: `file:${params.fileId}`, partOf: `order:${orderId}` },
      { ...look, action: 'staff.readOrderFile', object: `file:${params.fileId}`, partOf: `order:${orderId}` },
      { ...look, action: 'staff.readOrderContract', object: `order:${orderId}` },
    ]);
    expect(JSON.stringify(entries)).not.toContain(context.person.name);
  });

  it('shows photos with the look written across them, in their own size; the applicant has them as they are', async () => {
    const context = await walkTo(system(), 'staff-sign-in');
    const { id: orderId, idCard } = orderOf(context);
    const { id: fileId, width, height, byteLength } = idCard.front!;
    const look = async (staff = context.staff) =>
      Buffer.from(await staff.call(endpoints.staff.readOrderFile, { params: { orderId, fileId } }));
    const shown = await look();
    expect(readImageHeader(shown)).toMatchObject({ mediaType: 'image/jpeg', width, height });
    expect(shown.equals(await look())).toBe(true);
    // Somebody else's look has another name on it.
    expect(shown.equals(await look((await staffPerson(system(), ['reviewer'])).client))).toBe(false);
    const own = Buffer.from(await context.applicant.call(endpoints.files.readFile, { params: { fileId } }));
    expect(own.length).toBe(byteLength);
    expect(shown.equals(own)).toBe(false);
  });

  it('is the form in full, but name, ID number and phone masked', async () => {
    const context = await walkTo(system(), 'review');
    const { applicant, form } = context.reviewed!;
    expect(form).toMatchObject({
      unit: { name: context.person.unitName },
      delivery: { receiver: context.person.name },
    });
    const shown = JSON.stringify(applicant);
    for (const secret of [context.person.name, context.person.idNumber, context.person.phone]) {
      expect(shown).not.toContain(secret);
    }
  });

  it('is a code whose check character does not fit only when the applicant has confirmed it, and says so', async () => {
    const context = await walkTo(system(), 'id-card');
    const params = paramsOf(context);
    const { form } = await read(context);
    const code = '91350203M0001QKT19';
    const unit = { ...form.unit, unifiedSocialCreditCode: code };
    const save = (confirmedCode?: string) => typeForm(context, { ...form, unit: { ...unit, confirmedCode } });
    expect((await save('91350203M0001QKT18')).currentStep).toBe('particulars');
    await save(code);
    await context.applicant.call(endpoints.orders.checkUnit, { params, body: { asOnLicence: true } });
    await takeSteps(context, 'consent', 'signature', 'sign', 'sealed');
    const invoice = { kind: 'none' } as const;
    const { form: typed } = await read(context);
    const body = { ...typed, invoice, delivery: { way: 'pick-up' as const } };
    context.order = await typeForm(context, body);
    await takeSteps(context, 'submit', 'staff-sign-in', 'review');
    expect(context.reviewed?.form?.unit).toEqual({ ...unit, confirmedCode: code });
    expect(unusualCodesOf(context.reviewed?.form ?? {})).toEqual([
      { field: 'unit.unifiedSocialCreditCode', code, confirmed: true },
    ]);
  });

  it('is a queue with the longest waiting first, page by page', async () => {
    const first = await copyAt(system(), 'submit');
    system().clock.advance(1000);
    const second = await takeSteps(await copyAt(system(), 'submit'), 'staff-sign-in');
    const { staff } = second;
    const ids: string[] = [];
    let cursor: string | undefined;
    let total = 0;
    do {
      const page = await staff.call(endpoints.staff.listQueue, { query: { limit: '1', cursor } });
      ids.push(...page.items.map(({ id }) => id));
      total = page.total;
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(ids).size).toBe(total);
    expect(ids.slice(-2)).toEqual([orderOf(first).id, orderOf(second).id]);
  });
});

describe('telling the applicant', () => {
  it('is repeated when the operator was down, and exactly one message arrives', async () => {
    const context = await underReview();
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error', times: 2 });
    await approve(context);
    await system().settle();
    expect(reviewSms(context)).toEqual([]);
    expect((await storedOrder(system(), context)).outbox).toMatchObject([{ job: 'notify-review-result', tries: 1 }]);
    system().clock.advance(2000);
    await system().settle();
    expect(reviewSms(context)).toEqual([]);
    system().clock.advance(11_000);
    await system().settle();
    expect(reviewSms(context)).toHaveLength(1);
    expect((await storedOrder(system(), context)).outbox).toEqual([]);
    system().clock.advance(3_600_000);
    await system().settle();
    expect(reviewSms(context)).toHaveLength(1);
  });

  it('is not repeated for a number that receives no messages', async () => {
    const context = await underReview();
    system().standIns.tencentCloud.setSmsStatus(context.person.phone, 'InvalidParameterValue.IncorrectPhoneNumber');
    await approve(context);
    await system().settle();
    expect((await storedOrder(system(), context)).outbox).toEqual([]);
    expect((await read(context)).status).toBe('approved');
  });

  it('also goes by WeChat to who has agreed to it', async () => {
    const context = await underReview();
    const openid = await bindWechat(system(), context);
    system().standIns.wechat.grantSubscription(openid, system().environment.WECHAT_REVIEW_TEMPLATE_ID!);
    await approve(context);
    await system().settle();
    const [message] = system().standIns.wechat.subscriptionMessages();
    expect(JSON.stringify(message)).toContain(openid);
    expect(JSON.stringify(message)).toContain(orderOf(context).orderNumber);
    expect(reviewSms(context)).toHaveLength(1);
  });

  it('by WeChat failing does not send the SMS twice, and ends when its schedule does', async () => {
    const context = await underReview();
    await bindWechat(system(), context);
    system().standIns.faults.set({ standIn: 'wechat', fault: 'server-error' });
    await approve(context);
    for (let hour = 0; hour < 16; hour += 1) {
      await system().settle();
      system().clock.advance(3_600_000);
    }
    expect(reviewSms(context)).toHaveLength(1);
    expect((await storedOrder(system(), context)).outbox).toEqual([]);
  });
});
