import { endpoints } from '@acceptance/shared';
import { DEMO_STAFF } from '../../scripts/demo/seed-demo';
import * as steps from '../../scripts/story/application-steps';
import * as apply from '../../scripts/story/browser/applicant-walk';
import { DESK, openPage, PHONE } from '../../scripts/story/browser/open-browser';
import { handsOn, type PageHands } from '../../scripts/story/browser/page-hands';
import { signInToDesk } from '../../scripts/story/browser/staff-walk';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { walkStory } from '../../scripts/story/walk-story';
import { useH5 } from './h5-world';

jest.setTimeout(240_000);

/** A statement of CMB with one transfer. */
const statementOf = (remark: string): Buffer =>
  Buffer.from(
    `交易日,交易时间,借方金额,贷方金额,余额,摘要,流水号,收(付)方名称,收(付)方帐号\n20261129,091502,,260.00,0.00,${remark},E2E0000001,示例付款有限公司,6222000011112222\n`,
  );

describe('an application that is paid by bank transfer', () => {
  const h5 = useH5();

  async function arrive(story: StoryContext) {
    const { page, problems } = await openPage(h5.browser, PHONE);
    const { person } = story;
    const walk: apply.ApplicantWalk = {
      hands: handsOn(page),
      origin: h5.origin,
      person,
      readSmsCode: h5.smsCode,
      photos: { front: await steps.phonePhoto('front', person), back: await steps.phonePhoto('back', person) },
      station: async () => undefined,
    };
    await h5.forgetRateLimits();
    await apply.signInByPhone(walk);
    return { page, problems };
  }

  /** The member of the staff of the demo, who has all roles. */
  async function deskAt(path: string): Promise<PageHands> {
    const { page } = await openPage(h5.browser, DESK);
    const hands = handsOn(page);
    const { username } = DEMO_STAFF;
    const password = h5.system.staffPassword;
    const station = async () => undefined;
    await signInToDesk({ hands, origin: h5.origin, username, password, orderNumber: '', station });
    await page.goto(`${h5.origin}/#/${path}`);
    return hands;
  }

  it('is told account and code, hands in a slip, and is paid by the statement that names it', async () => {
    const story = await walkStory(h5.world, { until: 'approve' });
    const { id } = orderOf(story);
    const { page, problems } = await arrive(story);
    const hands = handsOn(page);
    await page.goto(`${h5.origin}/#/subpackages/pay/pages/method/index?orderId=${id}`);
    await hands.tap(/改用银行转账/);
    await hands.see('收款账户');
    await hands.give('从相册选', { name: 'slip.jpg', mimeType: 'image/jpeg', buffer: await steps.storyPhoto('front') });
    await hands.see('照片已收到，请提交');
    await hands.tap('提交凭证');
    await hands.see('待核实');
    const { transfer } = await h5.system.container().orders.findOne({ _id: id }).lean().orFail();

    const finance = await deskAt('subpackages/staff/pages/transfer-statement/index');
    await finance.choose('招商银行');
    await finance.give('选择文件', {
      name: 'statement.csv',
      mimeType: 'text/csv',
      buffer: statementOf(`证书款 ${transfer?.code}`),
    });
    await finance.see(/新登记 1 笔到账/);
    await finance.type('本人登录密码', h5.system.staffPassword);
    await finance.tap('自动入账');
    await h5.settle();
    await finance.see('已入账 1 笔，要人处理 0 笔');
    const order = await story.applicant.call(endpoints.orders.readOrder, { params: { orderId: id } });
    expect(order).toMatchObject({ status: 'paid', paymentStatus: 'paid' });
    await page.reload();
    await hands.see('支付成功');
    expect(problems).toEqual([]);
  });
});
