import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints, UKEY_AGENT_PORT, ukeyAgentOperations } from '@acceptance/shared';
import { addStaff } from '../../bff/src/modules/staff';
import { createApiClient } from '../../scripts/api-client/create-api-client';
import { signInByPhone } from '../../scripts/story/browser/applicant-walk';
import { openPage, PHONE } from '../../scripts/story/browser/open-browser';
import { handsOn, type PageHands } from '../../scripts/story/browser/page-hands';
import { makePerson } from '../../scripts/story/people';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { type StoryOptions, walkStory } from '../../scripts/story/walk-story';
import type { AgentServer } from '../../scripts/ukey-agent/http/start-agent-server';
import { createPkcs11Driver } from '../../scripts/ukey-agent/pkcs11/create-pkcs11-driver';
import { startAgent } from '../../scripts/ukey-agent/start-agent';
import { openPage as openAgentPage, pair } from '../../scripts/ukey-agent/testing/agent-page';
import { makeSoftTokens, softTokenLibrary } from '../../scripts/ukey-agent/testing/soft-tokens';
import { agentPortFree } from './agent-port-free';
import { useH5 } from './h5-world';

jest.setTimeout(240_000);

const PIN = 'yun-Zhong7hai';
const NEW_PHONE = '17700000001';
const STAFF_PASSWORD = 'password of the issuing desk';
const CONSENT = '我已阅读并同意服务协议与隐私政策';

const h5 = useH5({ settings: (origin) => ({ WEB_ORIGINS: origin }) });

/** Somebody whose application is paid. */
const paid = (person: number, options: StoryOptions): Promise<StoryContext> =>
  walkStory(h5.world, { person: makePerson(person), until: 'pay', ...options });

async function openAt(hands: PageHands, path: string): Promise<void> {
  await hands.page.goto(`${h5.origin}/#/${path}`);
  await hands.page.reload();
}

/** To the third way, from the first. */
async function openCertificateWay(hands: PageHands): Promise<void> {
  await openAt(hands, 'pages/sign-in/index');
  await hands.see('用手机号登录');
  await hands.page.getByRole('tab', { name: '证书登录' }).locator('visible=true').click();
  await hands.see('用在本平台办理的证书登录');
}

async function signIn(hands: PageHands, label: string, pin: string): Promise<void> {
  await hands.type(label, pin);
  await hands.tap('登录');
}

describe('a person with a software certificate', () => {
  it('signs in with it on the device that made its key, with no other PIN, and asks for another number with it', async () => {
    const story = await paid(1, { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' });
    const { page, context, problems } = await openPage(h5.browser, PHONE);
    const hands = handsOn(page);
    await signInByPhone({
      hands,
      origin: h5.origin,
      person: story.person,
      readSmsCode: h5.smsCode,
      station: async () => undefined,
    });
    await openAt(hands, `subpackages/certificate/pages/receive/index?orderId=${orderOf(story).id}`);
    await hands.type('证书密码', PIN);
    await hands.type('再输一遍', PIN);
    await hands.tap('生成密钥，领取证书');
    await hands.see('证书已签发');

    await page.evaluate(`localStorage.removeItem('applicant-session')`);
    await openCertificateWay(hands);
    await hands.tick(CONSENT);
    await signIn(hands, '证书密码', 'yun-Zhong8hai');
    await hands.see('密码不对，请再试');
    await signIn(hands, '证书密码', PIN);
    await hands.see(/您好/);
    await openAt(hands, 'subpackages/certificate/pages/list/index');
    await hands.see(story.person.name);

    await openAt(hands, 'subpackages/account/pages/change-phone/index');
    await hands.page.getByText('有有效的证书？').locator('visible=true').click();
    await hands.type('新手机号', NEW_PHONE);
    await hands.tap('获取验证码');
    await hands.see(/验证码已发送到/);
    await hands.type('新手机号的验证码', await h5.smsCode(NEW_PHONE));
    await hands.choose('原手机号已停用');
    await hands.type('证书密码', PIN);
    await hands.tap('申请更换');
    await hands.see('等待审核');
    await context.close();
    expect(problems).toEqual([]);
  });

  it('is told on another device where their certificate is', async () => {
    const { page, context } = await openPage(h5.browser, PHONE);
    const hands = handsOn(page);
    await openCertificateWay(hands);
    await hands.choose(/^软件证书/);
    await hands.see('这台设备上没有证书');
    await context.close();
  });
});

describe('a unit with a UKey', () => {
  const tokens = makeSoftTokens();
  const stateFolder = mkdtempSync(join(tmpdir(), 'ukey-agent-'));
  const codes: string[] = [];
  let agent: AgentServer;

  beforeAll(async () => {
    tokens.use();
    await agentPortFree();
    agent = await startAgent({
      driver: await createPkcs11Driver(softTokenLibrary()),
      origins: [h5.origin],
      port: UKEY_AGENT_PORT,
      stateFolder,
      now: () => new Date(),
      print: () => undefined,
      showCode: ({ code }) => codes.push(code),
    });
  });
  afterAll(async () => {
    await agent?.stop();
    rmSync(stateFolder, { recursive: true, force: true });
    tokens.remove();
  });

  /** What the desk does: key in the token, certificate for it, written. Answers the PIN of the letter. */
  async function makeUkey(story: StoryContext): Promise<string> {
    const order = orderOf(story);
    const params = { orderId: order.id };
    const { staffMembers } = h5.system.container();
    const member = { username: 'issuing-desk', password: STAFF_PASSWORD };
    await addStaff(staffMembers, { ...member, displayName: '制证员', roles: ['issuer'], now: new Date() });
    const desk = createApiClient(h5.system.origin);
    desk.accessToken = (await desk.call(endpoints.staff.signInStaff, { body: member })).accessToken;
    await desk.call(endpoints.certificateDesk.startIssuing, { params });

    const page = openAgentPage(agent.port, h5.origin);
    await pair(page, () => codes.at(-1) ?? '');
    const blank = (await page.call('listTokens', {})).tokens[0];
    const {
      id: token,
      pin,
      serial,
    } = await page.call('prepareToken', {
      token: blank?.id ?? '',
      label: order.orderNumber,
    });
    const { keyId } = await page.call('makeKey', { token, pin, algorithm: 'rsa-2048', name: order.orderNumber });
    const made = await page.call('makeCertificateRequest', { token, pin, keyId, commonName: 'holder' });
    await desk.call(endpoints.certificateDesk.requestCertificate, {
      params,
      body: { csr: made.certificateRequest, tokenSerialNumber: serial },
    });
    await h5.settle();
    const { certificate: issued } = await desk.call(endpoints.certificateDesk.readIssuing, { params });
    const [certificate = '', ...chain] = (issued?.chainPem ?? []).map((pem) =>
      pem.replace(/-----[A-Z ]+-----|\s/g, ''),
    );
    await page.call('writeCertificate', { token, pin, keyId, certificate, chain });
    await page.call('confirmPreparation', { label: order.orderNumber });
    return pin;
  }

  it('pairs the page with the agent and signs in with the token’s PIN; a wrong one is counted and said', async () => {
    const story = await paid(2, {});
    const pin = await makeUkey(story);
    const { page, context } = await openPage(h5.browser, PHONE);
    const hands = handsOn(page);
    await openCertificateWay(hands);
    await hands.see('与 UKey 助手配对');
    await Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith(ukeyAgentOperations.beginPairing.path)),
      hands.tap('显示配对码'),
    ]);
    await hands.type('配对码', codes.at(-1) ?? '');
    await hands.tap('配对');
    await hands.see(/有效期至/);
    await hands.tick(CONSENT);
    await signIn(hands, 'UKey 的 PIN 码', pin === '00000001' ? '00000002' : '00000001');
    await hands.see(/PIN 码不对/);
    await signIn(hands, 'UKey 的 PIN 码', pin);
    await hands.see(/您好/);
    await openAt(hands, 'subpackages/certificate/pages/list/index');
    await hands.see(story.person.unitName);
    await context.close();
  });
});
