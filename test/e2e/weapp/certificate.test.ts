import { type CertificateJudge, createCertificateJudge } from '../../../scripts/story/certificate-judge';
import { makePerson } from '../../../scripts/story/people';
import { PERSONAL_STEPS, signIn, type WalkStep } from './application-walk';
import { approveAtOffice, fileOf, makeKey, PIN, pay, saveFile } from './certificate-walk';
import { handsOn } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

jest.setTimeout(240_000);

const chooseDownload: WalkStep['run'] = async ({ hands }) => {
  await hands.choose(/不开发票/);
  await hands.choose(/在线下载/);
  await hands.tap('下一步');
};

describe('a software certificate in WeChat', () => {
  let world: WeappWorld;
  let judge: CertificateJudge;
  let later = 0;
  const now = () => new Date(Date.now() + later);
  beforeAll(async () => {
    world = await startWeappWorld({ now });
    judge = createCertificateJudge({ rootPem: world.system.trialAuthority.rootPem, now });
  });
  afterAll(async () => {
    judge.remove();
    await world.stop();
  });
  const storedOrder = () => world.system.container().orders.findOne().lean();

  it('goes from sign-in to a file that openssl opens and trusts, until its holder revokes it', async () => {
    const person = makePerson(71);
    const { miniProgram, owner } = world;
    const hands = handsOn(miniProgram);
    const story = tellStory(`${person.name} gets a certificate on the phone`);
    const switchTo = (tab: 'home' | 'mine') => miniProgram.native().switchTab({ url: `pages/${tab}/index` });
    const openCertificate = async () => {
      await switchTo('mine');
      await hands.tap(/^我的证书/);
      await hands.tap(new RegExp(`^${person.name} `));
      await hands.see('序列号');
    };

    for (const { name, run } of PERSONAL_STEPS) {
      const act = name === 'chooses invoice and delivery' ? chooseDownload : run;
      await story.step(`${person.name} ${name}`, () => act({ hands, person, smsCode: world.smsCode }));
    }
    await story.step('the office approves', () => approveAtOffice(world));
    await story.step('pays', async () => {
      await switchTo('home');
      await pay(hands);
    });
    await story.step('chooses a PIN and makes the key', async () => {
      await switchTo('home');
      await makeKey(hands);
      await hands.see('证书已签发');
    });
    await story.step('makes the file and sends it to the own chat', () => saveFile(hands));
    const orderNumber = (await storedOrder())?.orderNumber ?? '';
    const file = await owner.readsFile(fileOf(orderNumber));
    await story.step('says that it is saved, and the application is finished', async () => {
      await hands.tap('已保存好，办结申请');
      await hands.see('已完成');
    });
    expect((await storedOrder())?.status).toBe('completed');

    await story.step('openssl opens the file with the PIN alone, and trusts what is in it', async () => {
      await expect(judge.openFile(file, `${PIN}!`)).rejects.toThrow(/invalid password/);
      await judge.openFile(file, PIN);
      expect(await judge.subject()).toContain(`CN=${person.name}`);
      expect(await judge.subject()).not.toContain(person.idNumber);
      expect(await judge.chain()).toMatch(/leaf\.pem: OK/);
      expect(await judge.status()).toMatch(/leaf\.pem: good/);
      expect(await judge.status()).toMatch(/Response verify OK/);
    });

    await story.step('finds it among the own certificates, and makes the file once more', async () => {
      await openCertificate();
      await hands.see(orderNumber);
      // For an old computer.
      await hands.choose(/^兼容格式/);
      await saveFile(hands);
      await judge.openFile(await owner.readsFile(fileOf(orderNumber)), PIN);
      expect(await judge.chain()).toMatch(/leaf\.pem: OK/);
    });

    await story.step('loses the computer and revokes it with a code', async () => {
      await world.forgetRateLimits();
      await hands.tap('注销这张证书');
      await hands.choose(/^丢失，或密码可能被别人知道/);
      await hands.tap(/获取/);
      await hands.see('验证码已发送到');
      await hands.type('短信验证码', world.smsCode(person.phone));
      await hands.tap('确认注销');
      await miniProgram.native().confirmModal();
      await hands.see('注销时间');
    });
    await story.step('openssl trusts it no more, by list and by responder', async () => {
      await world.world.settle();
      // Revocations of ten seconds share a list.
      later += 11_000;
      expect(await judge.chain()).toMatch(/certificate revoked/);
      expect(await judge.status()).toMatch(/leaf\.pem: revoked[\s\S]*keyCompromise/);
    });

    await story.step('on another phone sees that it is revoked, and is offered no file', async () => {
      await owner.startsAnew();
      await owner.agreesToPrivacy();
      await world.forgetRateLimits();
      await signIn({ hands, person, smsCode: world.smsCode });
      await openCertificate();
      await hands.see('注销时间');
      expect(await hands.read()).not.toContain('再次保存证书文件');
    });
    expect(world.exceptions).toEqual([]);
  });
});
