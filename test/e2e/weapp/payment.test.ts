import pino from 'pino';
import { makePerson } from '../../../scripts/story/people';
import { walkStory } from '../../../scripts/story/walk-story';
import { signIn } from './application-walk';
import { handsOn } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

describe('paying in WeChat', () => {
  let world: WeappWorld;
  const person = makePerson(55);
  const logged: string[] = [];
  const reports = () => logged.filter((line) => line.includes('PaymentSheetError'));
  beforeAll(async () => {
    world = await startWeappWorld({ logger: pino({ level: 'warn' }, { write: (line) => void logged.push(line) }) });
    await walkStory(world.world, { person, until: 'approve' });
    await world.forgetRateLimits();
  });
  afterAll(() => world.stop());

  it('is cancelled without harm, then believed only when the server knows', async () => {
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} pays`);
    const { owner } = world;
    const { orders } = world.system.container();
    await story.step('signs in and goes to the payment', async () => {
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.tap(/去支付/);
      await hands.see('应付金额');
    });
    await story.step('closes the payment sheet and reads that the payment was not finished', async () => {
      await owner.answersPayment('cancel');
      await hands.tap(/^去支付/);
      await hands.see('您没有完成支付');
      expect((await orders.findOne().lean())?.status).toBe('approved');
    });
    await story.step(
      'cannot pay because of WeChat, reads that and what to do; the server is asked and the developers hear of it',
      async () => {
        const asked = (await world.callsOf('payments.refreshPayment')).length;
        await owner.answersPayment('fail');
        await hands.tap(/^去支付/);
        await hands.see('微信没有办成这次支付');
        await hands.see('如已付款请勿重复付款');
        expect(await hands.read()).not.toMatch(/您没有完成支付|支付确认中/);
        await hands.waitFor(
          'the question',
          async () => (await world.callsOf('payments.refreshPayment')).length > asked,
        );
        await hands.waitFor('the report', async () => reports().length > 0);
        expect(reports()).toHaveLength(1);
        expect(reports()[0]).toContain('requestPayment:fail');
        expect(reports()[0]).not.toContain(person.name);
        expect((await orders.findOne().lean())?.status).toBe('approved');
      },
    );
    await story.step('shows a code to somebody else, and pays nevertheless by this phone', async () => {
      await hands.tap(/请别人扫码付款/);
      await hands.see('请对方用微信扫一扫支付');
      const { wechatPay } = world.system.standIns;
      // The newest first.
      expect(wechatPay.payments()[0]).toMatchObject({ tradeType: 'NATIVE', state: 'NOTPAY' });
      await owner.answersPayment('cancel');
      await hands.tap('不用了，我自己支付');
      await hands.see('您没有完成支付');
      // What was shown to the other can no longer be paid: nobody pays twice.
      expect(wechatPay.payments().map(({ tradeType, state }) => [tradeType, state])).toEqual([
        ['JSAPI', 'NOTPAY'],
        ['NATIVE', 'CLOSED'],
        ['JSAPI', 'CLOSED'],
      ]);
    });
    await story.step('pays; WeChat says so before the server knows, and the page waits', async () => {
      await owner.answersPayment('later');
      await hands.tap(/^去支付/);
      await hands.see(/微信支付确认中|还没有收到微信的付款结果/);
      expect((await orders.findOne().lean())?.status).toBe('approved');
    });
    await story.step('reads that it is paid when the notification has come', async () => {
      await owner.paysAtLast();
      await hands.see('支付成功');
    });
    expect((await orders.findOne().lean())?.status).toBe('paid');
    expect(world.system.standIns.wechatPay.payments().filter(({ state }) => state === 'SUCCESS')).toHaveLength(1);
    expect(world.exceptions).toEqual([]);
  });
});
