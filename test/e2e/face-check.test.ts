import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { FACE_CONSENT, IDENTITY_CONSENT } from '@acceptance/shared';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { faceReturnUrl } from '../../scripts/demo/demo-environment';
import { freePort } from '../../scripts/demo/free-port';
import { serveH5 } from '../../scripts/demo/serve-h5';
import { type DemoSystem, startDemoSystem } from '../../scripts/demo/start-demo-system';
import { signInByPhone } from '../../scripts/story/browser/applicant-walk';
import { openBrowser, openPage, PHONE } from '../../scripts/story/browser/open-browser';
import { handsOn, type PageHands } from '../../scripts/story/browser/page-hands';
import { makePerson, type StoryPerson } from '../../scripts/story/people';

jest.setTimeout(120_000);

const H5_BUILD = resolve(__dirname, '../../miniapp/dist/h5');
const IDENTITY_PAGE = '/#/subpackages/apply/pages/identity/index';

describe('the check by face in a browser', () => {
  let system: DemoSystem;
  let server: Server;
  let browser: Browser;
  let origin: string;
  let context: BrowserContext;
  let page: Page;
  let hands: PageHands;
  let problems: string[];
  let number = 40;

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    system = await startDemoSystem();
    await system.restartBff({ FACE_CHECK_RETURN_URL: faceReturnUrl(origin) });
    server = await serveH5(H5_BUILD, port, system.origin);
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
    await system?.stop();
  });

  beforeEach(async () => {
    ({ context, page, problems } = await openPage(browser, PHONE));
    hands = handsOn(page);
  });

  afterEach(() => context.close());

  const nextPerson = (): StoryPerson => {
    number += 1;
    return makePerson(number);
  };

  const signIn = (person: StoryPerson): Promise<void> =>
    signInByPhone({
      hands,
      origin,
      person,
      readSmsCode: async (phone) => system.standIns.tencentCloud.sms(phone)[0]?.code ?? '',
      station: async () => undefined,
    });

  /** The vendor of the check by name and number does not find this person; then the face is offered. */
  async function beginFace({ name, idNumber }: StoryPerson): Promise<void> {
    system.standIns.tencentCloud.setIdentityAnswer(idNumber, { phoneVerification: '-9' });
    await page.goto(`${origin}${IDENTITY_PAGE}`);
    await hands.type('姓名', name);
    await hands.type('身份证号码', idNumber);
    await hands.tick(IDENTITY_CONSENT.consent);
    await hands.tap('开始认证');
    await hands.see('刷脸核验（可选）');
    await hands.see('交工作人员人工核验');
    await hands.tick(FACE_CONSENT.consent);
    await hands.tap('同意并开始刷脸');
    await hands.see('刷脸核验（测试替身）');
  }

  it('goes to the vendor’s page and back, and the person is verified', async () => {
    const person = nextPerson();
    await signIn(person);
    await beginFace(person);
    await page.getByRole('button', { name: '通过：是本人' }).click();
    await hands.see('您已完成实名认证');
    expect(page.url()).toBe(`${origin}${IDENTITY_PAGE}`);
    expect(await page.evaluate("sessionStorage.getItem('face-return')")).toBeNull();
    expect(problems.filter((problem) => !problem.startsWith('Failed to load resource'))).toEqual([]);
  });

  it('says why it did not succeed, with staff beside it, and can be done again', async () => {
    const person = nextPerson();
    await signIn(person);
    await beginFace(person);
    await page.getByRole('button', { name: '不通过：光线太暗' }).click();
    await hands.see('刷脸没有通过');
    await hands.see(/没有拍清楚/);
    await hands.see('交工作人员人工核验');
    await hands.tick(IDENTITY_CONSENT.consent);
    await hands.tick(FACE_CONSENT.consent);
    await hands.tap('同意并开始刷脸');
    await page.getByRole('button', { name: '通过：是本人' }).click();
    await hands.see('您已完成实名认证');
  });

  it('that was left is resumed by whoever comes back, with all that was typed', async () => {
    const person = nextPerson();
    await signIn(person);
    await beginFace(person);
    // The program was killed, and is opened anew.
    await page.goto('about:blank');
    await page.goto(`${origin}${IDENTITY_PAGE}`);
    await hands.see('刷脸还没有完成');
    await hands.tap('继续刷脸');
    await page.getByRole('button', { name: '通过：是本人' }).click();
    await hands.see('您已完成实名认证');
  });
});
