import { endpoints } from '@acceptance/shared';
import type { BrowserContext } from 'playwright-core';
import * as apply from '../../scripts/story/browser/applicant-walk';
import { openPage, PHONE } from '../../scripts/story/browser/open-browser';
import { handsOn, type PageHands } from '../../scripts/story/browser/page-hands';
import { makePerson } from '../../scripts/story/people';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { walkStory } from '../../scripts/story/walk-story';
import { paramsOf } from '../support/story-people';
import { useH5 } from './h5-world';

jest.setTimeout(240_000);

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Ten o'clock in Beijing, before a moment: people are told by day only. */
function tenBefore(moment: Date): number {
  const ten = new Date(moment);
  ten.setUTCHours(2, 0, 0, 0);
  return ten.getTime() - (ten.getTime() < moment.getTime() ? 0 : DAY_MS);
}

describe('how applications end otherwise', () => {
  let later = 0;
  const now = () => new Date(Date.now() + later);
  const h5 = useH5({ now });
  let context: BrowserContext;
  let problems: readonly string[];
  afterEach(async () => {
    expect(problems).toEqual([]);
    await context.close();
  });

  /** The applicant in a browser of their own, signed in. */
  async function arrive({ person }: StoryContext): Promise<PageHands> {
    await h5.forgetRateLimits();
    const opened = await openPage(h5.browser, PHONE);
    ({ context, problems } = opened);
    const hands = handsOn(opened.page);
    const station = async () => undefined;
    await apply.signInByPhone({ hands, origin: h5.origin, person, readSmsCode: h5.smsCode, station });
    return hands;
  }
  const openOrder = async ({ page, see }: PageHands, story: StoryContext) => {
    await page.goto(`${h5.origin}/#/pages/order/index?orderId=${orderOf(story).id}`);
    await page.reload();
    await see('办理进度');
  };
  const stored = (story: StoryContext) =>
    h5.system
      .container()
      .orders.findOne({ _id: orderOf(story).id })
      .lean()
      .orFail();
  const messages = ({ person }: StoryContext, templateId: string) =>
    h5.system.standIns.tencentCloud.sms(person.phone).filter((message) => message.templateId === templateId);
  /** What was typed stands in a draft of its own. */
  async function beginAnew({ tap, see, page }: PageHands, story: StoryContext): Promise<void> {
    await tap('再次申请');
    await see('单位信息');
    const name = page.locator('input[aria-label="单位名称"]').locator('visible=true').first();
    expect(await name.inputValue()).toBe(story.person.unitName);
    const orders = await h5.system
      .container()
      .orders.find({ accountId: (await stored(story)).accountId })
      .lean();
    expect(orders.map(({ status }) => status)).toContain('draft');
  }

  it('paid by two phones at once: the second payment goes back by itself, and the pages say so', async () => {
    const story = await walkStory(h5.world, { person: makePerson(88), until: 'approve' });
    const { wechatPay } = h5.system.standIns;
    const hands = await arrive(story);
    await hands.page.goto(`${h5.origin}/#/subpackages/pay/pages/method/index?orderId=${orderOf(story).id}`);
    await hands.tap(/^去支付/);
    await hands.see('用微信扫一扫支付');
    const [byCode] = wechatPay.payments();
    // Another phone has scanned it, and pays while our closing is on its way: closed here, still open at WeChat Pay.
    await h5.system
      .container()
      .orders.updateOne({ _id: orderOf(story).id }, { $set: { 'attempts.0.status': 'closed' } });
    await h5.forgetRateLimits();
    const { applicant } = story;
    const { code } = h5.system.standIns.wechat.issueLoginCode();
    await applicant.call(endpoints.auth.bindWechat, { body: { loginCode: code } });
    const body = { channel: 'wechat-jsapi' } as const;
    const started = await applicant.call(endpoints.payments.startPayment, { params: paramsOf(story), body });
    await Promise.all([wechatPay.pay(started.attempt.outTradeNo), wechatPay.pay(byCode?.outTradeNo ?? '')]);
    await h5.settle();
    await hands.see('支付成功');
    await hands.page.reload();
    await hands.see(/多付的款项(正在|已)原路退回/);

    later += 2 * 60_000;
    await h5.settle();
    await openOrder(hands, story);
    await hands.see('多付的款项已原路退回');
    await hands.see('已支付，等待制证');
    const { attempts } = await stored(story);
    expect(attempts.map(({ status }) => status).toSorted()).toEqual(['paid', 'refunded']);
    expect(wechatPay.payments().flatMap(({ refunds }) => refunds)).toMatchObject([
      { refund: 26_000, status: 'SUCCESS' },
    ]);
    expect(messages(story, 'demo-payment-returned')).toHaveLength(1);
  });

  it('cancelled by who applied, after a second thought, and begun anew with what was typed', async () => {
    const story = await walkStory(h5.world, { person: makePerson(89), until: 'submit' });
    const hands = await arrive(story);
    const { page } = hands;
    await openOrder(hands, story);
    await hands.tap('取消申请');
    await page.locator('.taro-model__cancel').locator('visible=true').first().click();
    await page.locator('.taro-model__cancel').locator('visible=true').first().waitFor({ state: 'hidden' });
    expect(await stored(story)).toMatchObject({ status: 'submitted' });
    await hands.tap('取消申请');
    await hands.see(/取消后不能恢复/);
    await hands.confirm();
    await hands.see('需要时可以重新申请');
    expect(await stored(story)).toMatchObject({ status: 'cancelled' });
    await beginAnew(hands, story);
  });

  it('expired because nobody paid: told before, said afterwards, and begun anew', async () => {
    const story = await walkStory(h5.world, { person: makePerson(90), until: 'approve' });
    const { dutyEndsAt } = await stored(story);
    const end = dutyEndsAt ?? new Date(0);
    const waitUntil = async (moment: number) => {
      later += moment - now().getTime();
      await h5.settle();
    };
    await waitUntil(tenBefore(end) - 5 * DAY_MS);
    expect(messages(story, 'demo-order-ending')).toHaveLength(1);
    let hands = await arrive(story);
    await openOrder(hands, story);
    await hands.see(/^请在\d+年?\d*月?\d+日?.*前办理，过期后申请会结束$/);
    await hands.see(/^去支付/);
    await context.close();

    await waitUntil(tenBefore(end));
    expect(messages(story, 'demo-order-ending')).toHaveLength(2);
    await waitUntil(end.getTime() + HOUR_MS);
    expect(await stored(story)).toMatchObject({ status: 'expired' });
    hands = await arrive(story);
    await openOrder(hands, story);
    await hands.see('超过期限未办理，需要时可以重新申请');
    expect(
      await hands.page
        .getByRole('button', { name: /去支付/ })
        .locator('visible=true')
        .count(),
    ).toBe(0);
    await beginAnew(hands, story);
  });
});
