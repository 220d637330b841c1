import { LATIN_NAME_LIMIT } from '@acceptance/shared';
import { makePerson } from '../../../../scripts/story/people';
import { signIn } from '../application-walk';
import { handsOn } from '../phone-hands';
import { tellStory } from '../story-teller';
import { startHostedWorld } from '../weapp-world';

/** View and code of an old phone that is busy. */
const SLOW = { toLogicMs: 40, toViewMs: 120 };
const QUICK_KEY_MS = 30;
const SLOW_KEY_MS = 200;

describe('typing', () => {
  let world: Awaited<ReturnType<typeof startHostedWorld>>;
  beforeAll(async () => {
    world = await startHostedWorld();
  });
  beforeEach(async () => {
    world.host.phone.link = { toLogicMs: 0, toViewMs: 0 };
    await world.forgetRateLimits();
    await world.owner.startsAnew();
    await world.owner.agreesToPrivacy();
  });
  afterAll(() => world.stop());

  const keyboard = () => world.host.keyboard();
  const idle = () => world.host.running().activity.whenIdle();
  const hands = () => handsOn(world.miniProgram);
  const enter = async (label: string) => {
    await (await hands().field(label)).tap();
  };
  const shown = async (label: string): Promise<string> => (await (await hands().field(label)).value()) as string;
  const openSignIn = async () => {
    await hands().tap('登录后开始申请');
    await hands().see('用手机号登录');
  };
  const codesAskedFor = async () => (await world.callsOf('auth.requestSmsCode')).length;

  it.each([
    ['quickly', QUICK_KEY_MS],
    ['slowly', SLOW_KEY_MS],
  ])('keeps every digit of who types %s on a slow phone, and sends the code to that number', async (_, keyMs) => {
    const { phone } = makePerson(210);
    const story = tellStory(`somebody types ${_}`);
    await openSignIn();
    world.host.phone.link = SLOW;
    await story.step('types the number', async () => {
      await enter('手机号');
      await keyboard().type(phone, keyMs);
      expect([keyboard().text(), keyboard().caret()]).toEqual([phone, phone.length]);
      await idle();
      expect([keyboard().text(), keyboard().caret()]).toEqual([phone, phone.length]);
    });
    await story.step('gets the code', async () => {
      await hands().tap('获取验证码');
      await hands().see('验证码已发送到');
      expect(world.smsCode(phone)).toMatch(/^\d{6}$/);
    });
    expect(world.exceptions).toEqual([]);
  });

  it('keeps the caret where a correction is made, and the keyboard when an error appears or goes', async () => {
    const story = tellStory('somebody forgets a digit in the middle');
    const wrong = '1381241234';
    await openSignIn();
    await story.step('is told after leaving the field', async () => {
      await enter('手机号');
      await keyboard().type(wrong, 1);
      await enter('短信验证码');
      await hands().see('请输入 11 位手机号');
    });
    world.host.phone.link = SLOW;
    await story.step('puts it in, digit by digit', async () => {
      await enter('手机号');
      keyboard().moveTo(5);
      await keyboard().type('3', SLOW_KEY_MS);
      await idle();
      expect([keyboard().text(), keyboard().caret()]).toEqual(['13812341234', 6]);
      keyboard().erase();
      await idle();
      expect([keyboard().text(), keyboard().caret()]).toEqual([wrong, 5]);
      await keyboard().type('3', QUICK_KEY_MS);
      await idle();
      expect([keyboard().text(), keyboard().caret()]).toEqual(['13812341234', 6]);
    });
    await story.step('is not told off any more', async () => {
      expect(await hands().read()).not.toContain('请输入 11 位手机号');
    });
  });

  it('sends no code to the number that is left when a digit too many is cut off', async () => {
    const { phone } = makePerson(211);
    const story = tellStory('somebody types a digit twice');
    await openSignIn();
    const before = await codesAskedFor();
    await story.step('types twelve digits', async () => {
      await enter('手机号');
      await keyboard().type(`${phone}1`, 1);
      await hands().tap('获取验证码');
      await hands().see('请输入 11 位手机号');
      expect(await shown('手机号')).toBe(`${phone}1`);
    });
    expect(await codesAskedFor()).toBe(before);
    expect(world.smsCode(phone)).toBe('');
  });

  it('shows what is sent: a number that is pasted with its country and spaces, a code with a letter', async () => {
    const { phone } = makePerson(212);
    const story = tellStory('somebody pastes');
    await openSignIn();
    await story.step('a number out of the address book', async () => {
      await enter('手机号');
      keyboard().paste(`+86 ${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`);
      await hands().tap('获取验证码');
      await hands().see('验证码已发送到');
      expect(await shown('手机号')).toBe(phone);
    });
    await story.step('a code with a letter too many', async () => {
      await enter('短信验证码');
      keyboard().paste(`${world.smsCode(phone)}a`);
      await hands().tick('我已阅读并同意服务协议与隐私政策');
      await hands().tap('登录');
      await hands().see('验证码是 6 位数字');
      expect(await shown('短信验证码')).toBe(`${world.smsCode(phone)}A`);
    });
    await story.step('the code in two groups', async () => {
      const code = world.smsCode(phone);
      await (await hands().field('短信验证码')).tap();
      while (keyboard().text() !== '') keyboard().erase();
      keyboard().paste(`${code.slice(0, 3)} ${code.slice(3)}`);
      await hands().tap('登录');
      await hands().find('button', '开始申请');
    });
  });

  it('empties a field that the person has typed into when its picture is another one', async () => {
    const { phone } = makePerson(213);
    await openSignIn();
    await hands().follow('密码登录');
    await hands().follow('忘记密码？');
    await hands().type('手机号或邮箱', phone);
    await enter('图形验证码');
    await keyboard().type('????', 1);
    await hands().tap('获取短信验证码');
    await hands().see('图形验证码不对或已过期');
    await hands().waitFor('the answer to be gone', async () => (await shown('图形验证码')) === '');
    await enter('图形验证码');
    await keyboard().type('????', 1);
    await hands().tap('获取短信验证码');
    await hands().waitFor('the second answer to be gone', async () => (await shown('图形验证码')) === '');
  });

  it('takes an ID number with its gaps whole, and refuses one digit too many', async () => {
    const person = makePerson(214);
    await signIn({ hands: hands(), person, smsCode: world.smsCode });
    await world.miniProgram.callWxMethod('navigateTo', { url: '/subpackages/apply/pages/identity/index' });
    const { idNumber } = person;
    await enter('身份证号码');
    keyboard().paste(
      `${idNumber.slice(0, 6)} ${idNumber.slice(6, 10)} ${idNumber.slice(10, 14)} ${idNumber.slice(14)}`,
    );
    await enter('姓名');
    await hands().waitFor('the number without gaps', async () => (await shown('身份证号码')) === idNumber);
    expect(await hands().read()).not.toContain('证件号码是 18 位');
    await enter('身份证号码');
    keyboard().press('1');
    await enter('姓名');
    await hands().see('证件号码是 18 位');
    expect(await shown('身份证号码')).toBe(`${idNumber}1`);
    expect(world.exceptions).toEqual([]);
  });

  it('ends a text where there is no room, also one that is pasted on a slow phone', async () => {
    const person = makePerson(215);
    await signIn({ hands: hands(), person, smsCode: world.smsCode });
    await world.miniProgram.callWxMethod('navigateTo', { url: '/subpackages/apply/pages/identity/index' });
    await enter('姓名');
    world.host.phone.link = SLOW;
    keyboard().paste('示'.repeat(100));
    await idle();
    expect(Array.from(keyboard().text())).toHaveLength(LATIN_NAME_LIMIT);
    await keyboard().type('例', QUICK_KEY_MS);
    await idle();
    expect(Array.from(keyboard().text())).toHaveLength(LATIN_NAME_LIMIT);
  });
});
