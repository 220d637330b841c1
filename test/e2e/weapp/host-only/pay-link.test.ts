import { makePerson } from '../../../../scripts/story/people';
import { walkStory } from '../../../../scripts/story/walk-story';
import { signIn } from '../application-walk';
import { handsOn } from '../phone-hands';
import { tellStory } from '../story-teller';
import { startHostedWorld } from '../weapp-world';

/** Where a link is opened, and with what; WeChat's chats lie outside its automation protocol. */
const opened = (sharedPath: string): { path: string; query: Record<string, string> } => {
  const [path = '', search = ''] = sharedPath.replace(/^\//, '').split('?');
  return { path, query: Object.fromEntries(new URLSearchParams(search)) };
};

describe('somebody else pays', () => {
  let world: Awaited<ReturnType<typeof startHostedWorld>>;
  const person = makePerson(56);
  beforeAll(async () => {
    world = await startHostedWorld();
    await walkStory(world.world, { person, until: 'approve' });
    await world.forgetRateLimits();
    await world.owner.startsAnew();
    await world.owner.agreesToPrivacy();
  });
  afterAll(() => world.stop());

  it('by a link that was sent in a chat, without an account, once', async () => {
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} lets somebody pay`);
    const { host, owner } = world;
    const { orders } = world.system.container();
    const sharedPath = () => String(host.phone.acts.findLast(({ kind }) => kind === 'share')?.detail.path);
    const openLink = async (path: string) => {
      host.kill();
      host.phone.storage.clear();
      await host.launch(opened(path));
    };
    await story.step('asks a WeChat contact to pay', async () => {
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.tap(/去支付/);
      await hands.tap(/^请微信好友代付/);
      await hands.see('对方能看到的内容');
      await hands.tap('发给微信好友');
      await hands.waitFor('the link in the chat', async () => sharedPath().includes('token='));
    });
    const link = sharedPath();
    await story.step('the contact opens it, closes the payment sheet, and nothing is paid', async () => {
      await openLink(link);
      await hands.see('有人请您代付数字证书的费用');
      expect(await hands.read()).not.toContain(person.name);
      await owner.answersPayment('cancel');
      await hands.tap(/^代付/);
      await hands.see('您没有完成支付');
      expect((await orders.findOne().lean())?.status).toBe('approved');
    });
    await story.step('cannot pay because of WeChat, and reads that and what to do', async () => {
      await owner.answersPayment('fail');
      await hands.tap(/^代付/);
      await hands.see('微信没有办成这次支付');
      expect((await orders.findOne().lean())?.status).toBe('approved');
    });
    await story.step('pays; the page waits for the server and says thanks', async () => {
      await owner.answersPayment('later');
      await hands.tap(/^代付/);
      await hands.see('请不要重复付款');
      await owner.paysAtLast();
      await hands.see('已支付，谢谢');
    });
    await world.world.settle();
    expect((await orders.findOne().lean())?.status).toBe('paid');
    await story.step('opened again the link says that it is paid', async () => {
      await openLink(link);
      await hands.see('已支付，谢谢');
    });
    await story.step('the applicant sees it, too', async () => {
      await world.forgetRateLimits();
      host.kill();
      await host.launch();
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.see('已支付，等待制证');
    });
    expect(world.system.standIns.wechatPay.payments().filter(({ state }) => state === 'SUCCESS')).toHaveLength(1);
    expect(world.exceptions).toEqual([]);
  });
});
