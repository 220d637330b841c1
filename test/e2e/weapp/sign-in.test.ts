import { makePerson } from '../../../scripts/story/people';
import { signIn } from './application-walk';
import { handsOn } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

jest.setTimeout(180_000);

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
    world.host.kill();
    world.host.phone.storage.clear();
    await world.host.launch();
  });
  afterAll(() => world.stop());

  it('takes the number that WeChat knows, and falls back to a code when it does not get it', async () => {
    const person = makePerson(56);
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} signs in with one tap`);
    const { phone } = world.host;
    await story.step('taps the button and refuses to hand out the number', async () => {
      await hands.tap('登录后开始申请');
      await hands.tick('我已阅读并同意服务协议与隐私政策');
      await hands.tap('微信手机号一键登录');
      await hands.tap('同意并继续');
      await hands.see('没有取得手机号');
    });
    await story.step('taps again and is signed in', async () => {
      phone.phoneNumber = person.phone;
      await hands.tap('微信手机号一键登录');
      await hands.find('button', '开始申请');
    });
    const account = await world.system.container().connection.collection('accounts').countDocuments();
    expect(account).toBe(1);
    expect(world.host.exceptions).toEqual([]);
  });

  it('signs in by a code although the quota of numbers is used up and WeChat’s login has expired', async () => {
    const person = makePerson(57);
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} signs in on a bad day of WeChat’s`);
    const { phone } = world.host;
    phone.phoneQuotaOut = true;
    phone.loginCodesExpired = true;
    await story.step('reads that one tap does not work now', async () => {
      await hands.tap('登录后开始申请');
      await hands.tick('我已阅读并同意服务协议与隐私政策');
      await hands.tap('微信手机号一键登录');
      await hands.see('微信一键登录暂时用不了');
    });
    await story.step('signs in by a code', async () => {
      await world.miniProgram.native().navigateLeft();
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.find('button', '开始申请');
    });
    phone.phoneQuotaOut = false;
    phone.loginCodesExpired = false;
    expect(world.host.exceptions).toEqual([]);
  });

  it('renews an ended session once, however many calls find it ended', async () => {
    const person = makePerson(58);
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} comes back after lunch`);
    const { phone } = world.host;
    await story.step('signs in and leaves WeChat', async () => {
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.find('button', '开始申请');
      await hands.rest();
      world.host.toBackground();
    });
    phone.traffic.splice(0);
    await story.step('comes back sixteen minutes later and sees the page as before', async () => {
      later += 16 * MINUTE_MS;
      world.host.toForeground();
      await hands.rest();
      await world.miniProgram.native().switchTab({ url: 'pages/mine/index' });
      await hands.see('退出登录');
    });
    const refused = phone.traffic.filter(({ status }) => status === 401);
    const renewals = phone.traffic.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/sessions/refresh'),
    );
    expect(refused.length).toBeGreaterThan(0);
    expect(renewals.map(({ status }) => status)).toEqual([200]);
    expect(world.host.exceptions).toEqual([]);
  });
});
