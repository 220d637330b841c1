import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@acceptance/shared';
import { createCertificateJudge } from '../../../../scripts/story/certificate-judge';
import { makePerson } from '../../../../scripts/story/people';
import { walkStory } from '../../../../scripts/story/walk-story';
import { signIn } from '../application-walk';
import { makeKey, saveFile } from '../certificate-walk';
import { handsOn } from '../phone-hands';
import { tellStory } from '../story-teller';
import { startHostedWorld } from '../weapp-world';

const NEW_PIN = 'hai-Zhong-8';

describe('a key that nobody may have a certificate of', () => {
  let world: Awaited<ReturnType<typeof startHostedWorld>>;
  const folder = mkdtempSync(join(tmpdir(), 'key-anew-'));
  beforeAll(async () => {
    world = await startHostedWorld();
    await world.owner.agreesToPrivacy();
  });
  afterAll(async () => {
    await world.stop();
    rmSync(folder, { recursive: true });
  });

  it('is followed by another one on the same phone, once the desk has asked for it', async () => {
    const person = makePerson(75);
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} has to make the key anew`);
    const judge = createCertificateJudge({ rootPem: world.system.trialAuthority.rootPem });
    const personal = { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' } as const;
    const { staff } = await walkStory(world.world, { person, ...personal, until: 'pay' });
    const certificates = () => world.system.container().certificates.find().sort({ _id: 1 }).lean();

    await story.step('makes the key', async () => {
      await world.forgetRateLimits();
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.find('button', '领取证书');
      // Nothing is issued before the next start.
      await world.system.container().dispatcher.stop();
      await makeKey(hands);
      await hands.see('正在签发证书');
    });
    await story.step('the authority learns that others have this key, and issues nothing', async () => {
      const [asked] = await certificates();
      const path = join(folder, 'keys.txt');
      writeFileSync(path, `${asked?.publicKeySha256}\n`);
      await world.system.restartBff({ COMPROMISED_KEYS_FILE: path });
      await hands.see('签发遇到了问题');
      await hands.see('您现在不用做什么');
    });
    await story.step('the desk asks for another key', async () => {
      const { items } = await staff.call(endpoints.tasks.listTasks, { query: {} });
      const params = { taskId: items.find(({ kind }) => kind === 'certificate-not-issued')?.id ?? '' };
      await staff.call(endpoints.tasks.settleTask, { params, body: { settlement: 'new-key' } });
    });
    await story.step('is told so on coming back, and is not offered the old key', async () => {
      await world.miniProgram.native().switchTab({ url: 'pages/home/index' });
      await hands.tap('领取证书');
      await hands.see('请重新生成密钥');
      expect(await hands.read()).not.toContain('继续领取');
    });
    await story.step('makes another one under another PIN, and the file opens with that', async () => {
      await hands.type('证书密码', NEW_PIN);
      await hands.type('再输一遍', NEW_PIN);
      await hands.tap('生成密钥，领取证书');
      await hands.see('证书已签发');
      await saveFile(hands, NEW_PIN);
      await hands.find('button', '已保存好，办结申请');
      await judge.openFile((await world.owner.sentFile()).bytes, NEW_PIN);
      expect(await judge.chain()).toMatch(/leaf\.pem: OK/);
    });
    judge.remove();
    expect(await certificates()).toMatchObject([{ state: 'failed' }, { state: 'issued' }]);
    expect(world.exceptions).toEqual([]);
  });
});
