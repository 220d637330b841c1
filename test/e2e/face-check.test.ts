import { FACE_CONSENT, IDENTITY_CONSENT } from '@acceptance/shared';
import type { BrowserContext, Page } from 'playwright-core';
import { faceReturnUrl } from '../../scripts/demo/demo-environment';
import { signInByPhone } from '../../scripts/story/browser/applicant-walk';
import { openPage, PHONE } from '../../scripts/story/browser/open-browser';
import { handsOn, type PageHands } from '../../scripts/story/browser/page-hands';
import { makePerson, type StoryPerson } from '../../scripts/story/people';
import { useH5 } from './h5-world';

const IDENTITY_PAGE = '/#/subpackages/apply/pages/identity/index';

describe('the check by face in a browser', () => {
  const h5 = useH5({ settings: (origin) => ({ FACE_CHECK_RETURN_URL: faceReturnUrl(origin) }) });
  let context: BrowserContext;
  let page: Page;
  let hands: PageHands;
  let problems: string[];
  let number = 40;

  beforeEach(async () => {
    ({ context, page, problems } = await openPage(h5.browser, PHONE));
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
      origin: h5.origin,
      person,
      readSmsCode: h5.smsCode,
      station: async () => undefined,
    });

  /** The vendor of the check by name and number does not find this person; then the face is offered. */
  async function beginFace({ name, idNumber }: StoryPerson): Promise<void> {
    h5.system.standIns.tencentCloud.setIdentityAnswer(idNumber, { phoneVerification: '-9' });
    await page.goto(`${h5.origin}${IDENTITY_PAGE}`);
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
    expect(page.url()).toBe(`${h5.origin}${IDENTITY_PAGE}`);
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
    await page.goto(`${h5.origin}${IDENTITY_PAGE}`);
    await hands.see('刷脸还没有完成');
    await hands.tap('继续刷脸');
    await page.getByRole('button', { name: '通过：是本人' }).click();
    await hands.see('您已完成实名认证');
  });
});
