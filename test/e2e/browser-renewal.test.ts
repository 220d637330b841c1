import { readFileSync } from 'node:fs';
import { endpoints } from '@acceptance/shared';
import type { BrowserContext } from 'playwright-core';
import { createApiClient } from '../../scripts/api-client/create-api-client';
import * as steps from '../../scripts/story/application-steps';
import * as apply from '../../scripts/story/browser/applicant-walk';
import * as hold from '../../scripts/story/browser/certificate-walk';
import { openPage, PHONE } from '../../scripts/story/browser/open-browser';
import { handsOn } from '../../scripts/story/browser/page-hands';
import { type CertificateJudge, createCertificateJudge } from '../../scripts/story/certificate-judge';
import { makePerson } from '../../scripts/story/people';
import * as office from '../../scripts/story/review-and-payment-steps';
import type { StoryContext } from '../../scripts/story/story-context';
import { walkStory } from '../../scripts/story/walk-story';
import { useH5 } from './h5-world';

jest.setTimeout(240_000);

const DAY = 86_400_000;
const PIN = 'yun-Zhong-7';

describe('a certificate that ends soon', () => {
  let context: BrowserContext;
  let judge: CertificateJudge;
  let later = 0;
  const now = () => new Date(Date.now() + later);
  const h5 = useH5({ now });

  beforeAll(async () => {
    judge = createCertificateJudge({ rootPem: h5.system.trialAuthority.rootPem, now });
  });

  afterAll(async () => {
    judge?.remove();
  });

  /** The person's browser, months after they were here last. */
  async function arrive({ person }: StoryContext) {
    await h5.forgetRateLimits();
    const opened = await openPage(h5.browser, PHONE);
    context = opened.context;
    const walk: apply.ApplicantWalk & hold.HolderWalk = {
      hands: handsOn(opened.page),
      origin: h5.origin,
      person,
      pin: PIN,
      readSmsCode: h5.smsCode,
      photos: { front: await steps.phonePhoto('front', person), back: await steps.phonePhoto('back', person) },
      station: async () => undefined,
    };
    await apply.signInByPhone(walk);
    return { walk, problems: opened.problems };
  }

  async function approveAndPay(story: StoryContext, orderId: string): Promise<void> {
    await h5.forgetRateLimits();
    await steps.signIn(story);
    story.order = await story.applicant.call(endpoints.orders.readOrder, { params: { orderId } });
    await office.signInStaff(story);
    await office.reviewOrder(story);
    await office.approveOrder(story);
    await office.startPayment(story);
    await office.payByWechat(story);
  }

  /** What anybody is told who was shown the seal. */
  const checkSeal = (bytes: Buffer) =>
    createApiClient(h5.system.origin).call(endpoints.electronicSeals.verifySeal, {
      file: { bytes, mediaType: 'application/octet-stream', fileName: 'seal.es' },
    });

  it('is renewed from its own page through every gate; the new one and its seal hold until they are revoked', async () => {
    const person = makePerson(87);
    const personal = { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' } as const;
    const story = await walkStory(h5.world, { person, ...personal });
    const first = story.certificate?.serialNumber ?? '';

    later += Date.parse(story.certificate?.notAfter ?? '') - now().getTime() - 40 * DAY;
    const { walk, problems } = await arrive(story);
    const { hands } = walk;
    await hold.openCertificate(walk, person.name);
    await hands.tap(/^续期/);
    await hold.tickAll(walk);
    await hands.tap('开始办理');
    await apply.photographCards(walk);
    await apply.readContract(walk);
    await apply.signContract(walk);
    await apply.readSealedContract(walk);
    // Filled in as it was: there is nothing left to type.
    await apply.submitApplication(walk);

    const orderId = new URL(hands.page.url().replace('#/', '')).searchParams.get('orderId') ?? '';
    await approveAndPay(story, orderId);
    await hold.makeKeyInBrowser(walk, /ECDSA/);
    const file = await hold.downloadFile(walk);
    await judge.openFile(file.bytes, PIN);
    expect(await judge.subject()).toContain(`CN=${person.name}`);
    expect(await judge.chain()).toMatch(/leaf\.pem: OK/);
    expect(await judge.status()).toMatch(/leaf\.pem: good/);
    expect(await h5.system.container().certificateAuthority.status(first)).toEqual({ state: 'good' });

    await hold.finish(walk);
    await h5.settle();
    await hold.openCertificate(walk, person.name);
    const [download] = await Promise.all([
      hands.page.waitForEvent('download'),
      hands.tap('下载印章文件（盖章软件用）'),
    ]);
    const seal = readFileSync(await download.path());
    expect(await checkSeal(seal)).toMatchObject({ genuine: true, standing: 'ready' });

    await h5.forgetRateLimits();
    await hold.revoke(walk, () => h5.smsCode(person.phone));
    await h5.settle();
    later += 11_000;
    expect(await judge.chain()).toMatch(/certificate revoked/);
    expect(await checkSeal(seal)).toMatchObject({ genuine: true, standing: 'revoked' });
    expect(await h5.system.container().certificateAuthority.status(first)).toEqual({ state: 'good' });
    expect(problems).toEqual([]);
    await context.close();
  });
});
