import { createCertificateJudge } from '../../../scripts/story/certificate-judge';
import { makePerson } from '../../../scripts/story/people';
import { walkStory } from '../../../scripts/story/walk-story';
import { AGAIN_STEPS, signIn } from './application-walk';
import * as hold from './certificate-walk';
import { handsOn } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

jest.setTimeout(300_000);

describe('a certificate whose phone is lost before it was saved', () => {
  let world: WeappWorld;
  beforeAll(async () => {
    world = await startWeappWorld();
    await world.owner.startsAnew();
    await world.owner.agreesToPrivacy();
  });
  afterAll(() => world.stop());

  it('cannot be saved on another phone, which says what to do; its replacement can', async () => {
    const person = makePerson(74);
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} loses the phone`);
    const walk = { hands, person, smsCode: world.smsCode };
    const goHome = () => world.miniProgram.native().switchTab({ url: 'pages/home/index' });
    const judge = createCertificateJudge({ rootPem: world.system.trialAuthority.rootPem });
    const personal = { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' } as const;
    await walkStory(world.world, { person, ...personal, until: 'pay' });
    const signInAnew = async () => {
      await world.forgetRateLimits();
      await signIn(walk);
      await hands.find('button', '领取证书');
    };

    await story.step('gets the certificate on the first phone', async () => {
      await signInAnew();
      await hold.makeKey(hands);
      await world.world.settle();
      await hands.see('证书已签发');
    });
    await story.step('on another phone reads why it cannot be saved here, and what to do', async () => {
      await world.owner.startsAnew();
      await world.owner.agreesToPrivacy();
      await signInAnew();
      await hands.tap('领取证书');
      await hands.see('证书只能在申请它的手机（或电脑）上保存');
      await hands.see('用它登录同一个账号');
      expect(await hands.read()).not.toContain('办结申请');
      expect(await hands.read()).not.toContain('双击证书文件');
    });
    await story.step('asks for a replacement from there', async () => {
      await hands.tap('去补办');
      await hands.see('序列号');
      await hands.see('证书只能在申请它的手机（或电脑）上保存');
      await hands.tap(/^补办（遗失）/);
      await hands.see('请逐条确认');
      await hold.tickAll(hands);
      await hands.tap('开始办理');
    });
    for (const { name, run } of AGAIN_STEPS) {
      await story.step(`${person.name} ${name}`, () => run(walk));
    }
    await world.world.settle();
    const certificates = () => world.system.container().certificates.find().sort({ _id: 1 }).lean();
    expect(await certificates()).toMatchObject([{ state: 'revoked', revocation: { reason: 'keyCompromise' } }]);
    await story.step('the office approves, and it is paid', async () => {
      await hold.approveAtOffice(world);
      await goHome();
      await hold.pay(hands);
    });
    await story.step('makes a key on this phone, and the file opens', async () => {
      // Until the money is known the home page offers what waits besides: the certificate of the lost phone.
      await world.world.settle();
      await goHome();
      await hands.rest();
      await hold.makeKey(hands);
      await hands.see('证书已签发');
      await hold.saveFile(hands);
      await hands.find('button', '已保存好，办结申请');
      await judge.openFile((await world.owner.sentFile()).bytes, hold.PIN);
      expect(await judge.chain()).toMatch(/leaf\.pem: OK/);
    });
    judge.remove();
    const [old, fresh] = await certificates();
    expect(fresh).toMatchObject({ state: 'issued', replaces: { certificateId: old?._id.toHexString() } });
    expect(fresh?.publicKeySha256).not.toBe(old?.publicKeySha256);
    expect(world.exceptions).toEqual([]);
  });
});
