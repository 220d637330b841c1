import { NAME_STROKES } from '../../../scripts/story/name-strokes';
import { makePerson, type StoryPerson } from '../../../scripts/story/people';
import { orderOf } from '../../../scripts/story/story-context';
import { EMS, madeAtDesk, nextNumber, SCANNED, send, staffDelivery, statusOf } from '../../support/delivery-people';
import { signIn } from './application-walk';
import { handsOn, type PhoneHands } from './phone-hands';
import { signInAsStaff } from './staff-walk';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

jest.setTimeout(240_000);

describe('a UKey on its way to its holder, in WeChat', () => {
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
  afterAll(() => world.stop());

  const goHome = () => world.miniProgram.native().switchTab({ url: 'pages/home/index' });
  const signInAs = async (person: StoryPerson) => {
    await world.forgetRateLimits();
    await goHome();
    await signIn({ hands, person, smsCode: world.smsCode });
  };
  const scanParcel = async (number: string, state: keyof typeof SCANNED, text: string) => {
    await world.system.standIns.kuaidi100.scan(EMS, number, { state: SCANNED[state], text });
    await world.world.settle();
  };

  it('is followed from the desk to the door, and its receipt finishes the application', async () => {
    const person = makePerson(101);
    const story = tellStory(`${person.name} waits for a parcel`);
    const context = await madeAtDesk(world.world, person, 'courier');
    const number = nextNumber();
    await story.step('sees that the UKey waits to be sent', async () => {
      await signInAs(person);
      await hands.tap('查看物流');
      await hands.see('UKey 已制好，等待寄出');
      expect(await hands.read()).not.toContain('确认收到');
    });
    await story.step('the desk sends it', async () => {
      await send(context, number);
      await world.world.settle();
    });
    await story.step('sees its number, and no news of it yet', async () => {
      await goHome();
      await hands.tap('查看物流');
      await hands.see('UKey 已寄出');
      await hands.see(number);
      await hands.see('还没有物流记录');
    });
    await story.step('sees where it is, newest first', async () => {
      await scanParcel(number, 'onTheWay', '【演示】到达示例市处理中心');
      await scanParcel(number, 'arriving', '【演示】正在派送');
      await goHome();
      await hands.tap('查看物流');
      await hands.see('快递员今天会与您联系');
      expect(await hands.read()).toMatch(/正在派送[\s\S]*到达示例市处理中心/);
    });
    await story.step('thinks better of confirming what is not there yet', async () => {
      await hands.tap('确认收到');
      await world.miniProgram.native().cancelModal();
      await hands.rest();
      expect(await statusOf(context)).toBe('delivered');
    });
    await story.step('confirms the receipt', async () => {
      await hands.tap('确认收到');
      await world.miniProgram.native().confirmModal();
      await hands.see('UKey 已交到您手里');
    });
    expect(await statusOf(context)).toBe('completed');
    expect(await world.callsOf('deliveries.confirmReceived')).toEqual(['done']);
    expect(world.exceptions).toEqual([]);
  });

  /** The letters below the QR code, and the code that its picture is of, as it is read aloud. */
  const readVoucher = async (): Promise<string> => {
    const letters = await (await (await hands.page()).$('.pick-up__letters'))?.text();
    const code = (letters ?? '').replace(/ /g, '');
    const picture = await hands.find('img', new RegExp(`^领取码 ${code} 的二维码$`));
    expect(String(await picture.attribute('style'))).toContain('data:image/svg+xml');
    return code;
  };
  const openPickUpDesk = async () => {
    await signInAsStaff(hands, world);
    await hands.follow('寄送');
    await hands.follow('现场领取');
    await hands.see('扫描申请人出示的二维码');
  };

  it('is fetched at the desk: a code that is scanned, a document, a signature', async () => {
    const person = makePerson(102);
    const story = tellStory(`${person.name} fetches the UKey`);
    const context = await madeAtDesk(world.world, person, 'pick-up');
    const { orderNumber } = orderOf(context);
    const code = await story.step('shows the code on the phone, and opens the voucher', async () => {
      await signInAs(person);
      await hands.tap('出示领取码');
      await hands.see('要带什么');
      const shown = await readVoucher();
      await hands.tap(/^领取凭证/);
      await hands.waitFor('the voucher', async () => (await world.owner.countOf('openDocument')) === 1);
      return shown;
    });
    expect(code).toMatch(/^[0-9A-Z]{12}$/);

    await story.step('the desk opens the page for pick-ups', openPickUpDesk);
    await story.step('goes back from the scanner: nothing happens', async () => {
      await world.owner.answersScanner({ kind: 'cancels' });
      await hands.tap('扫码');
      await hands.rest();
      expect(await hands.read()).not.toContain('没能扫码');
    });
    await story.step('has a phone that cannot scan: is told to type', async () => {
      await world.owner.answersScanner({ kind: 'cannot' });
      await hands.tap('扫码');
      await hands.see('这部手机没能扫码，请再试一次，或手工输入');
    });
    await story.step('scans the bar code of a parcel by mistake: it is no code for a pick-up', async () => {
      await world.owner.answersScanner({ kind: 'scans', text: nextNumber(), code: 'CODE_128' });
      await hands.tap('扫码');
      await hands.see('领取码');
      await hands.rest();
      expect(await hands.read()).not.toContain('应由谁领取');
    });
    await story.step('scans the code, and sees who may have the UKey', async () => {
      await world.owner.answersScanner({ kind: 'scans', text: code, code: 'QR_CODE' });
      await hands.tap('扫码');
      await hands.see('应由谁领取');
      await hands.see(person.name);
      await hands.see(orderNumber);
      expect(await hands.read()).not.toContain(person.idNumber);
    });
    await story.step('cannot hand over without document and signature', async () => {
      await hands.tap('交付 UKey');
      await hands.see('请先核对证件，再打勾');
      await hands.see('还没有签名');
    });
    expect(await statusOf(context)).toBe('issued');
    await story.step('compares the document, has it signed for and hands it over', async () => {
      await hands.tick('证件原件已核对，与来人一致');
      await hands.draw('#pick-up-canvas', NAME_STROKES);
      await hands.tap('交付 UKey');
      await hands.see(`${orderNumber} 已交付，申请办结`);
    });
    expect(await statusOf(context)).toBe('completed');
    expect((await staffDelivery(context)).collected).toMatchObject({ by: 'holder' });

    await story.step('the same code opens nothing again', async () => {
      await hands.tap('下一位');
      await hands.tap('扫码');
      await hands.see('已经领取过了，不要再交付');
      expect(await hands.read()).not.toContain('交付 UKey');
    });
    await story.step(`${person.name} sees that it is done`, async () => {
      await world.miniProgram.native().switchTab({ url: 'pages/orders/index' });
      await hands.see(orderNumber);
      await hands.see('已完成');
    });
    expect(world.exceptions).toEqual([]);
  });
});
