import { endpoints } from '@acceptance/shared';
import type { OrderRecord } from '../../../bff/src/modules/orders';
import { createApiClient } from '../../../scripts/api-client/create-api-client';
import { DEMO_STAFF } from '../../../scripts/demo/seed-demo';
import { makePerson, type StoryPerson } from '../../../scripts/story/people';
import { drawName } from '../../support/draw-name';
import { laidOutTextOf } from '../../support/pdf-text';
import { PERSONAL_STEPS } from './application-walk';
import { handsOn, type PhoneHands } from './phone-hands';
import { type StoryTeller, tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

jest.setTimeout(240_000);

/** Extension I: no font has its second character. */
const RARE = '张\u{2ebf0}';

describe('somebody whom only staff can verify', () => {
  let world: WeappWorld;
  let hands: PhoneHands;
  beforeAll(async () => {
    world = await startWeappWorld();
    hands = handsOn(world.miniProgram);
  });
  beforeEach(async () => {
    await world.forgetRateLimits();
    await world.owner.startsAnew();
    await world.owner.agreesToPrivacy();
  });
  afterEach(() => world.system.standIns.faults.reset());
  afterAll(() => world.stop());

  const walk = async (story: StoryTeller, person: StoryPerson, names: readonly string[]) => {
    for (const name of names) {
      const { run } = PERSONAL_STEPS.find((step) => step.name === name)!;
      await story.step(`${person.name} ${name}`, () => run({ hands, person, smsCode: world.smsCode }));
    }
  };
  const UP_TO_IDENTITY = [
    'signs in by a code sent to the phone',
    'starts an application',
    'says which unit the certificate is for',
  ];
  const FROM_CONTRACT = [
    'reads the contract to its end and agrees',
    'signs by hand, checks and signs the contract',
    'opens the sealed contract and acknowledges it',
  ];
  const typeIdentity = async ({ name, idNumber }: StoryPerson) => {
    await hands.see('填写您本人的身份信息');
    await hands.type('姓名', name);
    await hands.type('身份证号码', idNumber);
    await hands.tick('我单独同意为上述目的处理我的身份证号码');
    await hands.tap('开始认证');
    await hands.see('交工作人员人工核验');
  };
  const photograph = async () => {
    await hands.follow('去拍证件照片');
    await hands.see('身份证照片');
    await hands.tap('从相册选身份证人像面');
    await hands.find('button', '重拍身份证人像面');
    await hands.tap('从相册选身份证国徽面');
    await hands.find('button', '重拍身份证国徽面');
    await hands.tap('回到实名认证');
    await hands.see('正反两面都已拍好');
  };
  const handIn = async () => {
    await hands.tap('提交人工核验');
    await hands.see('工作人员核验中');
    await hands.see(/预计 .+ 前完成/);
  };
  const reviewer = async () => {
    const staff = createApiClient(world.system.origin);
    const body = { username: DEMO_STAFF.username, password: world.system.staffPassword };
    staff.accessToken = (await staff.call(endpoints.staff.signInStaff, { body })).accessToken;
    const { items } = await staff.call(endpoints.identityChecks.listChecks, {});
    const params = { identityCheckId: items[0]!.id };
    return { staff, params, check: await staff.call(endpoints.identityChecks.readCheck, { params }) };
  };
  const comeBackVerified = async () => {
    await world.owner.leavesWechat();
    await world.owner.returnsToWechat();
    await hands.see('您已完成实名认证');
    await hands.tap('继续申请');
  };
  /** The order with the contract that was read last. */
  const acknowledged = async (person: StoryPerson): Promise<{ order: OrderRecord; pdf: Buffer }> => {
    const { accounts, orders, fileStore } = world.system.container();
    const account = await accounts.findOne({ phoneMasked: new RegExp(`${person.phone.slice(-4)}$`) }).lean();
    const own = { accountId: account!._id.toHexString(), 'contract.state': 'acknowledged' } as const;
    await hands.waitFor('the contract to be acknowledged', async () => (await orders.exists(own)) !== null);
    const order = await orders.findOne(own).lean<OrderRecord>();
    return { order: order!, pdf: (await fileStore.read(order!.contract.fileId!))! };
  };

  it('because no font has a character of the name: a reviewer cuts the name out, and the contract prints it', async () => {
    const person = { ...makePerson(71), name: RARE };
    const story = tellStory('a name that cannot be printed');
    await walk(story, person, UP_TO_IDENTITY);
    await story.step('is told that the name cannot be printed, and what helps', async () => {
      await typeIdentity(person);
      await hands.see('暂时无法印在合同上');
    });
    await story.step('photographs the card, describes the character and hands it in', async () => {
      await photograph();
      await hands.type('这个字怎么写', '左边王字旁，右边一个吉');
      await handIn();
    });
    await story.step('a reviewer puts a picture of the name to it and confirms', async () => {
      const { staff, params, check } = await reviewer();
      expect(check).toMatchObject({ person: { name: RARE }, needsNamePicture: true, namePicture: null });
      const file = { bytes: drawName(), mediaType: 'image/png', fileName: 'name.png' };
      const { revision } = await staff.call(endpoints.identityChecks.putNamePicture, { params, file });
      await staff.call(endpoints.identityChecks.confirmCheck, { params, body: { revision } });
    });
    await story.step('comes back verified', comeBackVerified);
    await story.step('sees in the contract what it will print', async () => {
      await hands.see('先看要点');
      const picture = await (await hands.page()).$('.name-picture__image');
      expect(String(await picture?.attribute('src'))).toMatch(/^data:image\/png;base64,/);
    });
    await walk(story, person, FROM_CONTRACT);
    const { order, pdf } = await acknowledged(person);
    // Who copies it has the name, in the table and under the signature.
    expect(laidOutTextOf(pdf).split(RARE)).toHaveLength(3);
    expect(await world.system.container().contractMaker.problemsOf(pdf, order.contract.sealedAt!)).toEqual([]);
    expect(world.exceptions).toEqual([]);
  });

  it('because the provider is down: a reviewer compares the photos, and the application goes on', async () => {
    const person = makePerson(72);
    const story = tellStory(`${person.name} applies while the provider is down`);
    await walk(story, person, UP_TO_IDENTITY);
    world.system.standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    await story.step('is told that the provider does not answer, and who can help', async () => {
      await typeIdentity(person);
      await hands.see('身份核验服务暂时没有响应');
    });
    await story.step('photographs the card and hands it in, and sees until when', async () => {
      await photograph();
      await handIn();
    });
    await story.step('a reviewer confirms', async () => {
      const { staff, params, check } = await reviewer();
      expect(check).toMatchObject({ reason: 'unavailable', needsNamePicture: false });
      for (const side of ['front', 'back'] as const) {
        const photo = { ...params, fileId: check.idCard[side]!.id };
        await staff.call(endpoints.identityChecks.readPhoto, { params: photo });
      }
      const body = { revision: check.revision };
      await staff.call(endpoints.identityChecks.confirmCheck, { params, body });
    });
    await story.step('comes back verified', comeBackVerified);
    await walk(story, person, FROM_CONTRACT);
    const { pdf } = await acknowledged(person);
    expect(laidOutTextOf(pdf)).toContain(person.name);
    expect(world.exceptions).toEqual([]);
  });
});
