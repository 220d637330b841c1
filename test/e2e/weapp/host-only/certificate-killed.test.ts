import { type CertificateJudge, createCertificateJudge } from '../../../../scripts/story/certificate-judge';
import { makePerson } from '../../../../scripts/story/people';
import { walkStory } from '../../../../scripts/story/walk-story';
import { signIn } from '../application-walk';
import { makeKey, PIN, saveFile } from '../certificate-walk';
import { handsOn, type PhoneHands } from '../phone-hands';
import { tellStory } from '../story-teller';
import { startHostedWorld } from '../weapp-world';

describe('a phone that dies between key and certificate', () => {
  let world: Awaited<ReturnType<typeof startHostedWorld>>;
  let judge: CertificateJudge;
  let hands: PhoneHands;
  beforeAll(async () => {
    // Certificates are issued when the story says so: what a request puts into an outbox waits, too.
    world = await startHostedWorld({ runJobs: false });
    jest.spyOn(world.system.container().dispatcher, 'wake').mockReturnValue();
    judge = createCertificateJudge({ rootPem: world.system.trialAuthority.rootPem });
    hands = handsOn(world.miniProgram);
  });
  beforeEach(async () => {
    await world.forgetRateLimits();
    await world.owner.hasNetwork(true);
    await world.owner.startsAnew();
    await world.owner.agreesToPrivacy();
  });
  afterAll(async () => {
    judge.remove();
    await world.stop();
  });

  const paid = (n: number) =>
    walkStory(world.world, {
      person: makePerson(n),
      projectId: 'personal-signing',
      applicantType: 'person',
      delivery: 'download',
      until: 'pay',
    });
  const certificates = () => world.system.container().certificates.find().lean();
  const openAgain = async () => {
    world.host.kill();
    await world.host.launch();
    await hands.see('您好');
  };

  it('goes on with the key that it has, whether the request arrived or not', async () => {
    const { person } = await paid(72);
    const story = tellStory(`${person.name}’s battery is empty`);
    await story.step('signs in and makes the key; the network is gone, and nothing arrives', async () => {
      await world.forgetRateLimits();
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.find('button', '领取证书');
      await makeKey(hands, () => world.owner.hasNetwork(false));
      await hands.see('网络');
    });
    expect(await certificates()).toEqual([]);
    await story.step('opens the app again, and it goes on with that key', async () => {
      await world.owner.hasNetwork(true);
      await openAgain();
      await hands.tap('领取证书');
      await hands.tap('密钥已生成，继续领取');
      await hands.see('正在签发证书');
    });
    const [asked] = await certificates();
    await story.step('dies once more before the certificate is there', async () => {
      await openAgain();
      await hands.tap('领取证书');
      await hands.see('正在签发证书');
    });
    await story.step('the certificate is of the first key, and the file opens', async () => {
      await world.world.settle();
      await hands.see('证书已签发');
      await saveFile(hands);
      await hands.find('button', '已保存好，办结申请');
      await judge.openFile((await world.owner.sentFile()).bytes, PIN);
      expect(await judge.chain()).toMatch(/leaf\.pem: OK/);
    });
    const all = await certificates();
    expect(all).toHaveLength(1);
    expect(all[0]?.publicKeySha256).toBe(asked?.publicKeySha256);
    expect(world.exceptions).toEqual([]);
  });

  it('is not replaced by another one: there the words say where the key is', async () => {
    const { person } = await paid(73);
    const story = tellStory(`${person.name} takes another phone`);
    const signInAnew = async () => {
      await world.forgetRateLimits();
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.find('button', '领取证书');
    };
    await story.step('makes the key on the first phone', async () => {
      await signInAnew();
      await makeKey(hands);
      await hands.see('正在签发证书');
      await world.world.settle();
    });
    await story.step('on the other phone reads that the key is elsewhere, and cannot finish', async () => {
      await world.owner.startsAnew();
      await world.owner.agreesToPrivacy();
      await signInAnew();
      await hands.tap('领取证书');
      await hands.see('证书只能在申请它的手机（或电脑）上保存');
      await hands.find('button', '去补办');
      expect(await hands.read()).not.toContain('办结申请');
    });
    expect(world.exceptions).toEqual([]);
  });
});
