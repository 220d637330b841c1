import { makePerson } from '../../../scripts/story/people';
import { signIn } from './application-walk';
import { handsOn } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

const MINUTE_MS = 60_000;

describe('signing in inside WeChat', () => {
  let world: WeappWorld;
  let later = 0;
  const now = () => new Date(Date.now() + later);
  beforeAll(async () => {
    world = await startWeappWorld({ now });
  });
  beforeEach(async () => {
    await world.forgetRateLimits();
    await world.owner.startsAnew();
    await world.owner.agreesToPrivacy();
  });
  afterAll(() => world.stop());

  it('takes the number that WeChat knows, and falls back to a code when it does not get it', async () => {
    const person = makePerson(56);
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} signs in with one tap`);
    const oneTap = () => hands.find('button', '微信手机号一键登录');
    await story.step('taps the button and refuses to hand out the number', async () => {
      await hands.tap('登录后开始申请');
      await hands.tick('我已阅读并同意服务协议与隐私政策');
      await world.owner.tapsNumberButton(await oneTap(), { kind: 'refuses' });
      await hands.see('没有取得手机号');
    });
    await story.step('taps again and is signed in', async () => {
      await world.owner.tapsNumberButton(await oneTap(), { kind: 'shares', phone: person.phone });
      await hands.find('button', '开始申请');
    });
    const account = await world.system.container().connection.collection('accounts').countDocuments();
    expect(account).toBe(1);
    expect(world.exceptions).toEqual([]);
  });

  it('signs in by a code although the quota of numbers is used up and WeChat’s login has expired', async () => {
    const person = makePerson(57);
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} signs in on a bad day of WeChat’s`);
    await world.owner.hasExpiredLogin(true);
    await story.step('reads that one tap does not work now', async () => {
      await hands.tap('登录后开始申请');
      await hands.tick('我已阅读并同意服务协议与隐私政策');
      const button = await hands.find('button', '微信手机号一键登录');
      await world.owner.tapsNumberButton(button, { kind: 'no-quota' });
      await hands.see('微信一键登录暂时用不了');
    });
    await story.step('signs in by a code', async () => {
      await world.miniProgram.native().navigateLeft();
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.find('button', '开始申请');
    });
    await world.owner.hasExpiredLogin(false);
    expect(world.exceptions).toEqual([]);
  });

  it('renews an ended session once, however many calls find it ended', async () => {
    const person = makePerson(58);
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} comes back after lunch`);
    await story.step('signs in and leaves WeChat', async () => {
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.find('button', '开始申请');
      await hands.rest();
      await world.owner.leavesWechat();
    });
    const before = (await world.callsOf('auth.refreshSession')).length;
    await story.step('comes back sixteen minutes later and sees the page as before', async () => {
      later += 16 * MINUTE_MS;
      await world.owner.returnsToWechat();
      await hands.rest();
      await world.miniProgram.native().switchTab({ url: 'pages/mine/index' });
      await hands.see('退出登录');
    });
    expect((await world.callsOf('auth.refreshSession')).slice(before)).toEqual(['done']);
    expect(world.exceptions).toEqual([]);
  });
});
