import { makePerson } from '../../../../scripts/story/people';
import { approveOrder } from '../../../../scripts/story/review-and-payment-steps';
import type { StoryContext } from '../../../../scripts/story/story-context';
import { walkStory } from '../../../../scripts/story/walk-story';
import { signIn } from '../application-walk';
import { handsOn } from '../phone-hands';
import { tellStory } from '../story-teller';
import { startHostedWorld } from '../weapp-world';

describe('what WeChat does with a page by itself', () => {
  let world: Awaited<ReturnType<typeof startHostedWorld>>;
  let context: StoryContext;
  const person = makePerson(59);
  beforeAll(async () => {
    world = await startHostedWorld();
    context = await walkStory(world.world, { person, until: 'review' });
    await world.forgetRateLimits();
    await world.owner.agreesToPrivacy();
  });
  afterAll(() => world.stop());

  it('is to refresh it when it is pulled down, and to let it go again whether that works or not', async () => {
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} waits for the review`);
    const { host, owner } = world;
    const isOver = () => hands.waitFor('the end of the refresh', async () => !host.isRefreshing());
    await story.step('opens the application', async () => {
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.tap(/^查看进度/);
      await hands.see('办理进度');
    });
    await story.step('pulls it down without a network, and reads that it is old', async () => {
      await owner.hasNetwork(false);
      expect(host.pullDown()).toBe(true);
      await isOver();
      await hands.see('下面显示的是上次加载的内容');
      await hands.see('办理进度');
    });
    await story.step('pulls it down again, and reads what has happened meanwhile', async () => {
      await owner.hasNetwork(true);
      await approveOrder(context);
      expect(host.pullDown()).toBe(true);
      await hands.see('去支付');
      await isOver();
      expect(await hands.read()).not.toContain('下面显示的是上次加载的内容');
    });
    await story.step('pulls the lists down', async () => {
      for (const tab of ['orders', 'home', 'mine']) {
        await world.miniProgram.native().switchTab({ url: `pages/${tab}/index` });
        await hands.rest();
        expect(host.pullDown()).toBe(true);
        await isOver();
      }
    });
    expect(world.exceptions).toEqual([]);
  });

  it('is to share the check of a contract, and no page that is about somebody', async () => {
    const hands = handsOn(world.miniProgram);
    const { host } = world;
    const query = { n: 'HT-GOV-20261122-000123', c: 'ABCDEFGH2345' };
    host.kill();
    await host.launch({ path: 'subpackages/check/pages/contract/index', query });
    await hands.see('选择合同文件');
    // Not the code with which the page was opened: it leads to the names of a contract.
    expect(host.shareFromMenu()).toEqual({
      title: expect.stringContaining('合同验真'),
      path: '/subpackages/check/pages/contract/index',
    });
    for (const tab of ['orders', 'home', 'mine']) {
      await world.miniProgram.native().switchTab({ url: `pages/${tab}/index` });
      await hands.rest();
      expect(host.shareFromMenu()).toBeNull();
    }
    expect(world.exceptions).toEqual([]);
  });
});
