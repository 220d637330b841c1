import { DEMO_STAFF } from '../../scripts/demo/seed-demo';
import { DESK, openPage } from '../../scripts/story/browser/open-browser';
import { handsOn, type PageHands } from '../../scripts/story/browser/page-hands';
import { signInToDesk } from '../../scripts/story/browser/staff-walk';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { walkStory } from '../../scripts/story/walk-story';
import { useH5 } from './h5-world';

jest.setTimeout(240_000);

describe('a day at the desk', () => {
  const h5 = useH5();
  let story: StoryContext;
  let hands: PageHands;
  let problems: readonly unknown[];

  beforeAll(async () => {
    story = await walkStory(h5.world, { until: 'submit' });
    const opened = await openPage(h5.browser, DESK);
    problems = opened.problems;
    hands = handsOn(opened.page);
    const { username } = DEMO_STAFF;
    const password = h5.system.staffPassword;
    const station = async () => undefined;
    await signInToDesk({ hands, origin: h5.origin, username, password, orderNumber: '', station });
  });

  const inMenu = (title: RegExp) =>
    hands.page
      .getByRole('navigation', { name: '工作台菜单' })
      .locator('visible=true')
      .getByRole('link', { name: title });

  it('has one menu with what waits, on every page', async () => {
    await inMenu(/^审核队列，1 项待处理/).waitFor();
    await inMenu(/^退款/).click();
    await hands.see('没有等待审批的退款');
    await inMenu(/^审核队列，1 项待处理/).waitFor();
    await inMenu(/^发票/).click();
    await hands.see(/没有.*发票/);
    await inMenu(/^审核队列/).click();
    await hands.see('共 1 份');
  });

  it('finds an application by / and what somebody says of it, and returns to where one was', async () => {
    await hands.page.keyboard.press('/');
    await hands.page.locator('input[aria-label="查找申请"]:focus').waitFor();
    await hands.page.keyboard.type(story.person.phone);
    await hands.page.keyboard.press('Enter');
    await hands.see('找到 1 份');
    expect(hands.page.url()).not.toContain(story.person.phone);
    await hands.page.keyboard.press('Enter');
    await hands.see(orderOf(story).orderNumber);
    await hands.see('时间线');
    await hands.see(/^查看填写内容/);
  });

  it('asks before what cannot be undone, and is answered by keys', async () => {
    await hands.tap('不予通过');
    await hands.page.keyboard.press('1');
    await hands.page.keyboard.press('Enter');
    const question = hands.page.getByRole('alertdialog');
    await question.waitFor();
    // Enter alone never means yes here: the cursor stands on no.
    await question.locator('.taro-model__cancel:focus').waitFor();
    await hands.page.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    await hands.see('为什么不予通过？');
    await hands.page.keyboard.press('Enter');
    await question.waitFor();
    await hands.page.keyboard.press('Enter');
    await question.waitFor({ state: 'hidden' });
    const order = await h5.system.container().orders.findById(orderOf(story).id).lean().orFail();
    expect(order.status).toBe('submitted');
    await hands.page.keyboard.press('Escape');
  });

  it('narrows the queue by filters with a name of their own, and keeps them', async () => {
    await inMenu(/^审核队列/).click();
    const { page } = hands;
    await page.getByRole('link', { name: '筛选', exact: true }).locator('visible=true').click();
    await hands.tick('已超时');
    await hands.see('没有符合筛选的申请');
    await hands.type('存为我的筛选', '超时的');
    await hands.tap('保存');
    await page.reload();
    await hands.see('没有符合筛选的申请');
    await hands.see('我的筛选');
    await hands.tap('清除筛选');
    await hands.see('共 1 份');
  });

  it('shows figures of the last days', async () => {
    await inMenu(/^统计/).click();
    await hands.see('未办结的申请');
    await hands.see('每日收款和退款');
    await hands.choose('近 7 天');
    await hands.see('这段时间没有审核决定');
    expect(problems).toEqual([]);
  });
});
