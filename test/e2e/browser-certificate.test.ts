import { readFileSync } from 'node:fs';
import type { BrowserContext } from 'playwright-core';
import { phonePhoto } from '../../scripts/story/application-steps';
import { signInByPhone } from '../../scripts/story/browser/applicant-walk';
import {
  downloadFile,
  finish,
  type HolderWalk,
  makeKeyInBrowser,
  openCertificate,
  revoke,
} from '../../scripts/story/browser/certificate-walk';
import { openPage, PHONE } from '../../scripts/story/browser/open-browser';
import { handsOn } from '../../scripts/story/browser/page-hands';
import { type CertificateJudge, createCertificateJudge } from '../../scripts/story/certificate-judge';
import { makePerson, type StoryPerson } from '../../scripts/story/people';
import { walkStory } from '../../scripts/story/walk-story';
import { useH5 } from './h5-world';

jest.setTimeout(240_000);

const PIN = 'yun-Zhong-7';

describe('a software certificate in a browser', () => {
  let later = 0;
  const now = () => new Date(Date.now() + later);
  const h5 = useH5({ now });
  const judges: CertificateJudge[] = [];
  const judgeUnder = (rootPem: string): CertificateJudge => {
    const judge = createCertificateJudge({ rootPem, now });
    judges.push(judge);
    return judge;
  };

  afterAll(async () => {
    for (const judge of judges) {
      judge.remove();
    }
  });

  interface Holder extends HolderWalk {
    readonly person: StoryPerson;
    readonly orderNumber: string;
    readonly problems: readonly string[];
    readonly context: BrowserContext;
  }

  /** Somebody whose application is paid, signed in in a browser of their own. */
  async function holder(n: number): Promise<Holder> {
    const person = makePerson(n);
    const personal = { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' } as const;
    const { order } = await walkStory(h5.world, { person, ...personal, until: 'pay' });
    await h5.forgetRateLimits();
    const { page, context, problems } = await openPage(h5.browser, PHONE);
    const hands = handsOn(page);
    const photo = await phonePhoto('front');
    await signInByPhone({
      ...{ hands, origin: h5.origin, person, photos: { front: photo, back: photo } },
      readSmsCode: h5.smsCode,
      station: async () => undefined,
    });
    return { hands, origin: h5.origin, pin: PIN, person, orderNumber: order?.orderNumber ?? '', problems, context };
  }

  it('is made, downloaded, trusted by openssl, downloaded again, revoked, and trusted no more', async () => {
    const walk = await holder(81);
    const judge = judgeUnder(h5.system.trialAuthority.rootPem);
    await makeKeyInBrowser(walk, /ECDSA/);
    const file = await downloadFile(walk);
    expect(file.name).toBe(`certificate-${walk.orderNumber}.p12`);
    await finish(walk);
    await judge.openFile(file.bytes, PIN);
    expect(await judge.subject()).toContain(`CN=${walk.person.name}`);
    expect(await judge.chain()).toMatch(/leaf\.pem: OK/);
    const good = await judge.status();
    expect(good).toMatch(/leaf\.pem: good/);
    expect(good).toMatch(/Response verify OK/);

    await openCertificate(walk, walk.person.name);
    // Once more, for an old computer.
    await walk.hands.choose(/^兼容格式/);
    const again = await downloadFile(walk);
    expect(again.bytes.equals(file.bytes)).toBe(false);
    await judge.openFile(again.bytes, PIN);
    expect(await judge.chain()).toMatch(/leaf\.pem: OK/);

    await h5.forgetRateLimits();
    await revoke(walk, () => h5.smsCode(walk.person.phone));
    await h5.settle();
    // Revocations of ten seconds share a list.
    later += 11_000;
    expect(await judge.chain()).toMatch(/certificate revoked/);
    expect(await judge.status()).toMatch(/leaf\.pem: revoked[\s\S]*keyCompromise/);
    expect(walk.problems).toEqual([]);
    await walk.context.close();
  });

  it('has a key of SM2, if its holder wishes, that openssl trusts as well', async () => {
    const walk = await holder(82);
    const chain = readFileSync(h5.system.environment.LOCAL_CA_SM2_CHAIN_FILE ?? '', 'utf8');
    const judge = judgeUnder(chain.slice(chain.lastIndexOf('-----BEGIN')));
    await makeKeyInBrowser(walk, /SM2/);
    const file = await downloadFile(walk);
    await judge.openFile(file.bytes, PIN);
    expect(await judge.chainOfSm2()).toMatch(/leaf\.pem: OK[\s\S]*issuer\.pem: OK/);
    expect(walk.problems).toEqual([]);
    await walk.context.close();
  });
});
