import { endpoints } from '@acceptance/shared';
import type { BrowserContext } from 'playwright-core';
import { createApiClient } from '../../scripts/api-client/create-api-client';
import { DEMO_STAFF } from '../../scripts/demo/seed-demo';
import { phonePhoto } from '../../scripts/story/application-steps';
import * as apply from '../../scripts/story/browser/applicant-walk';
import { openPage, PHONE } from '../../scripts/story/browser/open-browser';
import { handsOn } from '../../scripts/story/browser/page-hands';
import { keepContract } from '../../scripts/story/browser/tell-in-browser';
import { makeAgent, makePerson, type StoryPerson } from '../../scripts/story/people';
import { drawName } from '../support/draw-name';
import { laidOutTextOf } from '../support/pdf-text';
import { useH5 } from './h5-world';

jest.setTimeout(240_000);

/** Extension I: no font has its second character. */
const RARE = '张\u{2ebf0}';
const TO_THE_SEALED_CONTRACT = [apply.readContract, apply.signContract, apply.readSealedContract];

interface Applicant {
  readonly walk: apply.ApplicantWalk;
  readonly contract: () => Buffer;
  readonly problems: readonly string[];
}

describe('who applies in a browser', () => {
  const h5 = useH5();
  let context: BrowserContext;

  // All of them share one address, and its codes are limited.
  beforeEach(() => h5.forgetRateLimits());
  afterEach(async () => {
    h5.system.standIns.faults.reset();
    await context.close();
  });

  async function arrive(person: StoryPerson): Promise<Applicant> {
    const opened = await openPage(h5.browser, PHONE);
    context = opened.context;
    const walk: apply.ApplicantWalk = {
      hands: handsOn(opened.page),
      origin: h5.origin,
      person,
      readSmsCode: h5.smsCode,
      photos: { front: await phonePhoto('front', person), back: await phonePhoto('back', person) },
      station: async () => undefined,
    };
    return { walk, contract: await keepContract(opened.page), problems: opened.problems };
  }

  async function take(walk: apply.ApplicantWalk, steps: readonly ((walk: apply.ApplicantWalk) => Promise<void>)[]) {
    for (const step of steps) {
      await step(walk);
    }
    await walk.hands.see('发票');
  }

  it('is a person: the contract names no unit', async () => {
    const person = makePerson(81);
    const { walk, contract, problems } = await arrive(person);
    await take(walk, [
      apply.signInByPhone,
      apply.startPersonalApplication,
      apply.tellHowToReach,
      apply.proveIdentity,
      apply.photographCards,
      ...TO_THE_SEALED_CONTRACT,
    ]);
    const text = laidOutTextOf(contract());
    expect(text).toContain(person.name);
    expect(text).toContain(person.idNumber);
    expect(text).not.toContain('单位名称');
    expect(text).not.toContain(person.unifiedSocialCreditCode);
    expect(problems).toEqual([]);
  });

  it.each([
    ['its legal representative', makePerson(82), '法定代表人（负责人）本人'],
    ['an agent', makeAgent(83), '经办人'],
  ] as const)('is a unit by %s: the contract names both, the fee and the term', async (_by, person, role) => {
    const { walk, contract, problems } = await arrive(person);
    await take(walk, [
      apply.signInByPhone,
      apply.startApplication,
      apply.tellParticulars,
      apply.proveIdentity,
      apply.photographCards,
      ...TO_THE_SEALED_CONTRACT,
    ]);
    const text = laidOutTextOf(contract());
    for (const printed of [person.unitName, person.unifiedSocialCreditCode, person.legalRepresentative, person.name]) {
      expect(text).toContain(printed);
    }
    expect(text).toMatch(/人民币\s*260\.00\s*元/);
    expect(text).toMatch(/1\s*年/);
    expect(text.includes(`代表${person.unitName}`) || text.includes(role)).toBe(true);
    expect(problems).toEqual([]);
  });

  const toStaff = async ({ hands, person, photos }: apply.ApplicantWalk, why: string | RegExp) => {
    await hands.see('填写您本人的身份信息');
    await hands.type('姓名', person.name);
    await hands.type('身份证号码', person.idNumber);
    await hands.tick('我单独同意为上述目的处理我的身份证号码');
    await hands.tap('开始认证');
    await hands.see(why);
    await hands.page.getByRole('link', { name: '去拍证件照片' }).locator('visible=true').first().click();
    await hands.see('身份证照片');
    for (const [index, [label, photo]] of (
      [
        ['从相册选身份证人像面', photos.front],
        ['从相册选身份证国徽面', photos.back],
      ] as const
    ).entries()) {
      await hands.give(label, { name: 'card.jpg', mimeType: 'image/jpeg', buffer: photo });
      await hands.page.getByText('重拍', { exact: true }).locator('visible=true').nth(index).waitFor();
    }
    await hands.tap('回到实名认证');
    await hands.see('正反两面都已拍好');
  };
  const handIn = async ({ hands }: apply.ApplicantWalk) => {
    await hands.tap('提交人工核验');
    await hands.see('工作人员核验中');
  };
  const reviewer = async () => {
    const staff = createApiClient(h5.system.origin);
    const body = { username: DEMO_STAFF.username, password: h5.system.staffPassword };
    staff.accessToken = (await staff.call(endpoints.staff.signInStaff, { body })).accessToken;
    const { items } = await staff.call(endpoints.identityChecks.listChecks, {});
    const params = { identityCheckId: items[0]?.id ?? '' };
    return { staff, params, check: await staff.call(endpoints.identityChecks.readCheck, { params }) };
  };
  const goOnVerified = async ({ hands }: apply.ApplicantWalk) => {
    await hands.page.reload();
    await hands.see('您已完成实名认证');
    await hands.tap('继续申请');
  };
  const UP_TO_IDENTITY = [apply.signInByPhone, apply.startPersonalApplication, apply.tellHowToReach];

  it('has a name that no font has: staff put a picture to it, and the contract prints it', async () => {
    const ordinary = makePerson(84);
    const { walk: opened, contract, problems } = await arrive(ordinary);
    const walk = { ...opened, person: { ...ordinary, name: RARE } };
    for (const step of UP_TO_IDENTITY) {
      await step(walk);
    }
    await toStaff(walk, /暂时无法印在合同上/);
    await walk.hands.type('这个字怎么写', '左边王字旁，右边一个吉');
    await handIn(walk);
    const { staff, params, check } = await reviewer();
    expect(check).toMatchObject({ person: { name: RARE }, needsNamePicture: true });
    const file = { bytes: drawName(), mediaType: 'image/png', fileName: 'name.png' };
    const { revision } = await staff.call(endpoints.identityChecks.putNamePicture, { params, file });
    await staff.call(endpoints.identityChecks.confirmCheck, { params, body: { revision } });
    await goOnVerified(walk);
    await walk.hands.see('先看要点');
    await walk.hands.page.locator('.name-picture__image').locator('visible=true').first().waitFor();
    await take(walk, TO_THE_SEALED_CONTRACT);
    // Whoever copies it has the name, in the table and under the signature.
    expect(laidOutTextOf(contract()).split(RARE)).toHaveLength(3);
    expect(problems.filter((problem) => !/status of 422/.test(problem))).toEqual([]);
  });

  it('meets a provider that is down: staff compare the photos, and the application goes on', async () => {
    const person = makePerson(85);
    const { walk, contract, problems } = await arrive(person);
    for (const step of UP_TO_IDENTITY) {
      await step(walk);
    }
    h5.system.standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    await toStaff(walk, '身份核验服务暂时没有响应');
    await handIn(walk);
    const { staff, params, check } = await reviewer();
    expect(check).toMatchObject({ reason: 'unavailable', needsNamePicture: false });
    await staff.call(endpoints.identityChecks.confirmCheck, { params, body: { revision: check.revision } });
    await goOnVerified(walk);
    await take(walk, TO_THE_SEALED_CONTRACT);
    expect(laidOutTextOf(contract())).toContain(person.name);
    expect(problems.filter((problem) => !/status of 50[23]/.test(problem))).toEqual([]);
  });
});
