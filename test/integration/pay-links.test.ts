import { endpoints } from '@acceptance/shared';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { expectError } from '../support/expect-error';
import { approvedOrder, paymentFacts, paymentMessages, refreshPayment, startPayment } from '../support/paying';
import { orderState, storedAttempts } from '../support/stored-state';
import { meet, newClient, paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';
import { handInFresh } from '../support/transferring';

const system = useSystem();
const DAY_MS = 86_400_000;

const give = (context: StoryContext) =>
  context.applicant.call(endpoints.payLinks.givePayLink, { params: paramsOf(context) });
const withdraw = (context: StoryContext) =>
  context.applicant.call(endpoints.payLinks.withdrawPayLink, { params: paramsOf(context) });
/** A payer is nobody to us: no session, only WeChat's own code. */
const billOf = (token: string) => newClient(system()).call(endpoints.payLinks.readBill, { body: { token } });
const refresh = (token: string) => newClient(system()).call(endpoints.payLinks.refreshBill, { body: { token } });
const loginCode = (openId?: string) => system().standIns.wechat.issueLoginCode(openId).code;
const start = (token: string, code = loginCode()) =>
  newClient(system()).call(endpoints.payLinks.startPayment, { body: { token, loginCode: code } });

describe('a link by which somebody else pays', () => {
  it('tells the payer enough to know for whom, is paid by their WeChat, and tells both', async () => {
    const context = await approvedOrder(system());
    const { token, expiresAt } = await give(context);
    expect(await give(context)).toEqual({ token, expiresAt });
    const bill = await billOf(token);
    expect(bill).toMatchObject({
      state: 'payable',
      orderNumber: orderOf(context).orderNumber,
      amountFen: 26_000,
      expiresAt,
    });
    const { name, idNumber, phone, unitName } = context.person;
    expect(bill.applicantMasked).toContain('*');
    for (const personal of [name, idNumber, phone, unitName]) {
      expect(JSON.stringify(bill)).not.toContain(personal);
    }

    const payer = system().standIns.wechat.issueLoginCode();
    const { jsapi, attempt } = await start(token, payer.code);
    expect(system().standIns.wechatPay.openSheet(jsapi!)).toMatchObject({
      ok: true,
      payment: { outTradeNo: attempt.outTradeNo, total: 26_000, openId: payer.openId },
    });
    expect((await start(token, loginCode(payer.openId))).attempt).toEqual(attempt);
    await system().standIns.wechatPay.pay(attempt.outTradeNo);
    expect(await refresh(token)).toMatchObject({ state: 'paid' });
    await system().settle();
    expect(await paymentFacts(system(), context)).toEqual({ status: 'paid', attempts: ['paid'], confirmations: 1 });
    expect(paymentMessages(system(), context)).toBe(1);
    await expectError(() => start(token), 'payments.already_paid', orderState(system(), context));
    expect((await refreshPayment(context)).paymentStatus).toBe('paid');
  });

  it('closes the sheet of whoever was there before: one of two payers can pay', async () => {
    const context = await approvedOrder(system());
    const { token } = await give(context);
    const own = await startPayment(context);
    const { attempt } = await start(token);
    const other = await start(token);
    expect((await storedAttempts(system(), context)).map(({ status }) => status)).toEqual(['closed', 'closed', 'open']);
    expect(new Set([own.attempt.outTradeNo, attempt.outTradeNo, other.attempt.outTradeNo]).size).toBe(3);
    await system().standIns.wechatPay.pay(other.attempt.outTradeNo);
    await system().settle();
    expect(await paymentFacts(system(), context)).toMatchObject({ status: 'paid', confirmations: 1 });
  });

  it('is one for two taps at once', async () => {
    const context = await approvedOrder(system());
    const links = await Promise.all([1, 2, 3].map(() => give(context)));
    expect(new Set(links.map(({ token }) => token)).size).toBe(1);
    expect(await billOf(links[0]!.token)).toMatchObject({ state: 'payable' });
  });

  it('is dead when it is withdrawn, too old, or not quite right; the next one is another', async () => {
    const context = await approvedOrder(system());
    const { token } = await give(context);
    const other = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    const nobodys = `${'0'.repeat(24)}${token.slice(24)}`;
    for (const wrong of [other, nobodys]) {
      await expectError(() => billOf(wrong), 'pay_links.gone', orderState(system(), context));
      await expectError(() => start(wrong), 'pay_links.gone', orderState(system(), context));
    }
    await expectError(() => billOf('half'), 'request.invalid', orderState(system(), context));
    await withdraw(context);
    await withdraw(context);
    await expectError(() => billOf(token), 'pay_links.gone', orderState(system(), context));
    const { token: next } = await give(context);
    expect(next).not.toBe(token);
    system().clock.advance(3 * DAY_MS);
    await expectError(() => billOf(next), 'pay_links.gone', orderState(system(), context));
  });

  it('is given to the owner alone, where the project has it and money is due', async () => {
    const context = await approvedOrder(system());
    const stranger = await meet(system(), 'sign-in', 'identity');
    const params = paramsOf(context);
    const steal = () => stranger.applicant.call(endpoints.payLinks.givePayLink, { params });
    await expectError(steal, 'orders.not_found', orderState(system(), context));
    const { orders } = system().container();
    await orders.updateOne({ _id: params.orderId }, { $set: { 'project.paymentWays': ['wechat'] } });
    await expectError(() => give(context), 'pay_links.not_offered', orderState(system(), context));
  });

  it('says that nothing is to be paid while a transfer is checked, or after the application is over', async () => {
    const context = await approvedOrder(system());
    const { token } = await give(context);
    const { orders } = system().container();
    const { orderId } = paramsOf(context);
    await handInFresh(context);
    await system().settle();
    expect(await billOf(token)).toMatchObject({ state: 'waiting' });
    await expectError(() => start(token), 'bank_transfers.waiting', orderState(system(), context));
    await orders.updateOne({ _id: orderId }, { $unset: { transfer: 1 } });
    await context.applicant.call(endpoints.orders.cancelOrder, { params: { orderId } });
    expect(await billOf(token)).toMatchObject({ state: 'over' });
    await expectError(() => start(token), 'payments.not_payable', orderState(system(), context));
  });

  it('is refused with a code that WeChat did not give, and nothing is begun', async () => {
    const context = await approvedOrder(system());
    const { token } = await give(context);
    await expectError(() => start(token, 'made-up'), 'auth.wechat_code_invalid', orderState(system(), context));
    expect(await storedAttempts(system(), context)).toEqual([]);
  });
});
