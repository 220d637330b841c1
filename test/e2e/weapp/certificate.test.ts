import { endpoints } from '@acceptance/shared';
import { createApiClient } from '../../../scripts/api-client/create-api-client';
import { type CertificateJudge, createCertificateJudge } from '../../../scripts/story/certificate-judge';
import { makePerson } from '../../../scripts/story/people';
import { AGAIN_STEPS, PERSONAL_STEPS, signIn, type WalkStep } from './application-walk';
import * as hold from './certificate-walk';
import { handsOn, type PhoneHands } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

jest.setTimeout(480_000);

const DAY = 86_400_000;
const { PIN } = hold;

const chooseDownload: WalkStep['run'] = async ({ hands }) => {
  await hands.choose(/不开发票/);
  await hands.choose(/在线下载/);
  await hands.tap('下一步');
};

describe('a software certificate in WeChat', () => {
  let world: WeappWorld;
  let hands: PhoneHands;
  let judge: CertificateJudge;
  let later = 0;
  const now = () => new Date(Date.now() + later);
  const person = makePerson(71);
  beforeAll(async () => {
    world = await startWeappWorld({ now });
    hands = handsOn(world.miniProgram);
    judge = createCertificateJudge({ rootPem: world.system.trialAuthority.rootPem, now });
  });
  afterAll(async () => {
    judge.remove();
    await world.stop();
  });
  const story = tellStory(`${person.name} has a certificate on the phone, from the first application to the last day`);
  const goHome = () => world.miniProgram.native().switchTab({ url: 'pages/home/index' });
  const openCertificate = () => hold.openCertificate(hands, world, person.name);
  const orders = () => world.system.container().orders.find().sort({ _id: 1 }).lean();
  const walk = () => ({ hands, person, smsCode: world.smsCode });
  /** Of the certificates, the oldest first. */
  const serialNumbers = async (): Promise<string[]> => {
    const all = await world.system.container().certificates.find().sort({ _id: 1 }).lean();
    return all.map(({ serialNumber }) => serialNumber ?? '');
  };
  const statusAt = async (n: number) =>
    world.system.container().certificateAuthority.status((await serialNumbers())[n] ?? '');
  /** What anybody is told who was shown the seal. */
  const checkSeal = (bytes: Buffer) =>
    createApiClient(world.system.origin).call(endpoints.electronicSeals.verifySeal, {
      file: { bytes, mediaType: 'application/octet-stream', fileName: 'seal.esl' },
    });

  /** From the approval to the file that openssl opens. */
  async function payAndReceive(): Promise<void> {
    await story.step('the office approves', () => hold.approveAtOffice(world));
    await story.step('pays', async () => {
      await goHome();
      await hold.pay(hands);
    });
    await story.step('chooses a PIN and makes the key', async () => {
      await goHome();
      await hold.makeKey(hands);
      await hands.see('证书已签发');
    });
    await story.step(
      'makes the file, closes the sheet, cannot send it at first, and sends it to the own chat',
      async () => {
        const sent = await world.owner.countOf('shareFileMessage');
        await world.owner.answersSharing('cancels');
        await hold.saveFile(hands);
        await hands.rest();
        expect(await hands.read()).not.toContain('办结申请');
        await world.owner.answersSharing('cannot');
        await hands.tap(/^发送到聊天/);
        // It says that nothing was sent, and what to do.
        await hold.confirmWhenAsked(hands, world);
        expect(await hands.read()).not.toContain('办结申请');
        await world.owner.answersSharing('sends');
        await hands.tap(/^发送到聊天/);
        await hands.find('button', '已保存好，办结申请');
        expect(await world.owner.countOf('shareFileMessage')).toBe(sent + 1);
      },
    );
    const order = (await orders()).at(-1);
    const file = await world.owner.sentFile();
    expect(file.name).toBe(`certificate-${order?.orderNumber}.p12`);
    await story.step('says that it is saved, and the application is finished', async () => {
      await hands.tap('已保存好，办结申请');
      await hands.see('已完成');
      expect((await orders()).at(-1)?.status).toBe('completed');
    });
    await story.step('openssl opens the file with the PIN alone, and trusts what is in it', async () => {
      await expect(judge.openFile(file.bytes, `${PIN}!`)).rejects.toThrow(/invalid password/);
      await judge.openFile(file.bytes, PIN);
      expect(await judge.subject()).toContain(`CN=${person.name}`);
      expect(await judge.subject()).not.toContain(person.idNumber);
      expect(await judge.chain()).toMatch(/leaf\.pem: OK/);
      expect(await judge.status()).toMatch(/leaf\.pem: good/);
      expect(await judge.status()).toMatch(/Response verify OK/);
    });
  }

  it('goes from sign-in to a file that openssl opens and trusts', async () => {
    for (const { name, run } of PERSONAL_STEPS) {
      const act = name === 'chooses invoice and delivery' ? chooseDownload : run;
      await story.step(`${person.name} ${name}`, () => act(walk()));
    }
    await payAndReceive();
    await story.step('finds it among the own certificates, and makes the file once more', async () => {
      await openCertificate();
      const [order] = await orders();
      await hands.see(order?.orderNumber ?? '');
      // For an old computer.
      await hands.choose(/^兼容格式/);
      await hold.saveFile(hands);
      await judge.openFile((await world.owner.sentFile()).bytes, PIN);
      expect(await judge.chain()).toMatch(/leaf\.pem: OK/);
    });
    expect(world.exceptions).toEqual([]);
  });

  it('has a seal that is seen, sent as a picture and as a file, and checked by anybody', async () => {
    await world.world.settle();
    await story.step('sees the seal, and sends its picture', async () => {
      await openCertificate();
      await hands.see('个人签名章');
      await hands.find('button', '印章图片，点一下放大');
      await hands.tap('发送印章图片到聊天');
      const picture = await world.owner.sentFile();
      expect(picture.name).toMatch(/^seal-.+\.png$/);
      expect(picture.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    });
    await story.step('sends its file; whoever gets it learns that it holds, and whose it is', async () => {
      const { name, bytes } = await hold.sendSeal(hands, world);
      expect(name).toMatch(/^seal-.+\.esl$/);
      expect(await checkSeal(bytes)).toMatchObject({ genuine: true, standing: 'ready' });
      const forged = Buffer.from(bytes);
      forged.writeUInt8((forged.at(-1) ?? 0) ^ 1, forged.length - 1);
      expect(await checkSeal(forged)).toMatchObject({ genuine: false });
    });
    expect(world.exceptions).toEqual([]);
  });

  it('is renewed before its end through every gate; the old one holds beside the new one', async () => {
    const [first] = await world.system.container().certificates.find().lean();
    later += (first?.notAfter?.getTime() ?? 0) - now().getTime() - 40 * DAY;
    await story.step('comes back after months, and has to sign in again', async () => {
      await world.forgetRateLimits();
      await goHome();
      await world.owner.leavesWechat();
      await world.owner.returnsToWechat();
      await signIn(walk());
    });
    await story.step('begins the renewal at the certificate; a sentence that is not ticked stops it', async () => {
      await openCertificate();
      await hands.tap(/^续期/);
      await hands.see('请逐条确认');
      await hands.tap('开始办理');
      await hands.see('请逐条看过并勾选');
    });
    await story.step('ticks all, and begins', async () => {
      await hold.tickAll(hands);
      await hands.tap('开始办理');
    });
    for (const { name, run } of AGAIN_STEPS) {
      await story.step(`${person.name} ${name}`, () => run(walk()));
    }
    await story.step('finds at the certificate that it is under way', async () => {
      await openCertificate();
      await hands.see('这张证书正在办理：');
    });
    await payAndReceive();
    const [old, fresh] = await serialNumbers();
    expect(fresh).not.toBe(old);
    await story.step('the old one is told to be replaced, and leads to the new one', async () => {
      await hold.openCertificate(hands, world, person.name, old);
      await hands.see('这张证书已经换成新的');
      await hands.tap('查看新证书');
      await hands.see(fresh ?? '');
    });
    expect([await statusAt(0), await statusAt(1)]).toEqual([{ state: 'good' }, { state: 'good' }]);
    expect(world.exceptions).toEqual([]);
  });

  it('is revoked by its holder, and trusted no more, nor its seal; the old one is not touched', async () => {
    const fresh = (await serialNumbers())[1] ?? '';
    await world.world.settle();
    const seal = await story.step('sends the seal of the new one', async () => {
      await hold.openCertificate(hands, world, person.name, fresh);
      return hold.sendSeal(hands, world);
    });
    await story.step('loses the computer and revokes it with a code', () => hold.revoke(hands, world, person));
    await story.step('openssl trusts it no more, by list and by responder', async () => {
      await world.world.settle();
      // Revocations of ten seconds share a list.
      later += 11_000;
      expect(await judge.chain()).toMatch(/certificate revoked/);
      expect(await judge.status()).toMatch(/leaf\.pem: revoked[\s\S]*keyCompromise/);
    });
    expect(await checkSeal(seal.bytes)).toMatchObject({ genuine: true, standing: 'revoked' });
    expect(await statusAt(0)).toEqual({ state: 'good' });

    await story.step('on another phone sees that it is revoked, and is offered no file', async () => {
      await world.owner.startsAnew();
      await world.owner.agreesToPrivacy();
      await world.forgetRateLimits();
      await signIn(walk());
      await hold.openCertificate(hands, world, person.name, fresh);
      await hands.see('注销时间');
      expect(await hands.read()).not.toContain('再次保存证书文件');
    });
    expect(world.exceptions).toEqual([]);
  });
});
