import type { Browser, Page } from 'playwright-core';
import { DEMO_STAFF } from '../../demo/seed-demo';
import type { StandIns } from '../../stand-ins';
import { phonePhoto } from '../application-steps';
import type { StoryPerson } from '../people';
import * as apply from './applicant-walk';
import { DESK, openPage, PHONE } from './open-browser';
import { handsOn } from './page-hands';
import { askForPayment, seePaymentArrive } from './payer-walk';
import { approveAtDesk, signInToDesk } from './staff-walk';

export interface BrowserStory {
  /** Where the H5 build is served. */
  readonly origin: string;
  readonly standIns: StandIns;
  readonly staffPassword: string;
  readonly person: StoryPerson;
  readonly onStation?: (name: string, page: Page) => Promise<void>;
}

export interface BrowserStoryEnd {
  readonly orderNumber: string;
  /** The sealed contract as the applicant's browser received it. */
  readonly contractPdf: Buffer;
  /** Errors that the pages reported: exceptions and console errors. */
  readonly problems: readonly string[];
  /** What scripts can read of the two sessions at the end: the storages and cookies of both pages. */
  readonly readable: { readonly applicant: string; readonly staff: string };
}

const APPLICANT_STEPS = [
  apply.signInByPhone,
  apply.startApplication,
  apply.tellParticulars,
  apply.proveIdentity,
  apply.photographCards,
  apply.readContract,
  apply.signContract,
  apply.readSealedContract,
  apply.fillForm,
  apply.attachPapers,
  apply.submitApplication,
];

/** Keeps the sealed contract as it passes to the page: Chromium does not hand out the body of a blob afterwards. */
export async function keepContract(page: Page): Promise<() => Buffer> {
  let kept: Buffer = Buffer.alloc(0);
  await page.route('**/contract/pdf', async (route) => {
    const response = await route.fetch();
    kept = await response.body();
    await route.fulfill({ response, body: kept });
  });
  return () => kept;
}

const READ_ALL = 'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])';

async function orderNumberOn(page: Page): Promise<string> {
  const text = await page.locator('text=/[A-Z]{2,6}-\\d{6}-\\d{4}/').locator('visible=true').first().textContent();
  return /[A-Z]{2,6}-\d{6}-\d{4}/.exec(text ?? '')?.[0] ?? '';
}

/** The main job in a browser: a person at a phone-sized page, a reviewer at a desk, money through the stand-in. */
export async function tellInBrowser(browser: Browser, story: BrowserStory): Promise<BrowserStoryEnd> {
  const { origin, standIns, person, onStation = async () => undefined } = story;
  const phone = await openPage(browser, PHONE);
  const desk = await openPage(browser, DESK);
  const contractPdf = await keepContract(phone.page);
  const walk: apply.ApplicantWalk = {
    hands: handsOn(phone.page),
    origin,
    person,
    readSmsCode: async (number) => standIns.tencentCloud.sms(number)[0]?.code ?? '',
    photos: { front: await phonePhoto('front', person), back: await phonePhoto('back', person) },
    station: (name) => onStation(name, phone.page),
  };
  for (const step of APPLICANT_STEPS) {
    await step(walk);
  }
  const orderNumber = await orderNumberOn(phone.page);
  const staffWalk = {
    hands: handsOn(desk.page),
    origin,
    username: DEMO_STAFF.username,
    password: story.staffPassword,
    orderNumber,
    station: (name: string) => onStation(name, desk.page),
  };
  await signInToDesk(staffWalk);
  await approveAtDesk(staffWalk);
  await askForPayment(walk);
  const begun = standIns.wechatPay.payments().find(({ outTradeNo }) => outTradeNo.startsWith(`${orderNumber}-1-`));
  await standIns.wechatPay.pay(begun?.outTradeNo ?? '');
  await seePaymentArrive(walk);
  const readable = {
    applicant: await phone.page.evaluate<string>(READ_ALL),
    staff: await desk.page.evaluate<string>(READ_ALL),
  };
  const problems = [...phone.problems, ...desk.problems];
  const end = { orderNumber, contractPdf: contractPdf(), problems, readable };
  await phone.context.close();
  await desk.context.close();
  return end;
}
