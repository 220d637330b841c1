import { makePerson } from '../../../scripts/story/people';
import { walkStory } from '../../../scripts/story/walk-story';
import { signIn } from './application-walk';
import { handsOn } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

const PIN = 'yun-Zhong7hai';

describe('signing in by certificate inside WeChat', () => {
  let world: WeappWorld;
  beforeAll(async () => {
    world = await startWeappWorld();
    await world.owner.startsAnew();
    await world.owner.agreesToPrivacy();
  });
  afterAll(() => world.stop());

  it('is possible on the phone whose key it is, with its PIN and without a message', async () => {
    const person = makePerson(61);
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} signs in with the certificate on the phone`);
    const application = { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' } as const;
    await walkStory(world.world, { person, ...application, until: 'pay' });
    const openCertificateWay = async () => {
      await world.miniProgram.native().switchTab({ url: 'pages/mine/index' });
      await hands.tap('登录');
      await hands.follow('证书登录');
      await hands.see('用在本平台办理的证书登录');
    };

    await story.step('finds no certificate on the phone, and is told where it may be', async () => {
      await openCertificateWay();
      await hands.see('这台设备上没有证书');
      await hands.see('证书在 UKey 里的，请在电脑的浏览器里打开受理平台');
      await hands.follow('验证码登录');
      await hands.see('用手机号登录');
    });
    await story.step('signs in by a code and receives the certificate', async () => {
      await world.miniProgram.native().switchTab({ url: 'pages/home/index' });
      await world.forgetRateLimits();
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.tap('领取证书');
      await hands.type('证书密码', PIN);
      await hands.type('再输一遍', PIN);
      await hands.tap('生成密钥，领取证书');
      await world.world.settle();
      await hands.see('证书已签发');
    });
    // The message that the certificate is issued may come whenever it likes.
    const codes = () => world.system.standIns.tencentCloud.sms(person.phone).filter(({ code }) => code !== undefined);
    const sent = codes().length;
    await story.step('signs out, and in again with it; a wrong PIN opens nothing', async () => {
      await world.miniProgram.native().switchTab({ url: 'pages/mine/index' });
      await hands.tap('退出登录');
      await hands.tap('退出');
      await hands.see('您还没有登录');
      await openCertificateWay();
      await hands.tick('我已阅读并同意服务协议与隐私政策');
      await hands.type('证书密码', 'yun-Zhong8hai');
      await hands.tap('登录');
      await hands.see('密码不对，请再试');
      await hands.type('证书密码', PIN);
      await hands.tap('登录');
      await hands.see('退出登录');
    });
    expect(codes()).toHaveLength(sent);
    expect(await world.callsOf('certificateSignIn.signIn')).toEqual(['done']);
    expect(world.exceptions).toEqual([]);
  });
});
