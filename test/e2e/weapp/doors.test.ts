import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STROKE_LETTERS } from '../../../bff/src/modules/auth/stroke-letters';
import { importAccounts } from '../../../scripts/import-accounts/import-accounts';
import { makePerson, type StoryPerson } from '../../../scripts/story/people';
import { signIn } from './application-walk';
import { handsOn, type PhoneHands } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

const PASSWORD = 'correct horse battery';
const NEW_PASSWORD = 'staple of another kind';
const CONSENT = '我已阅读并同意服务协议与隐私政策';

describe('the doors of an account inside WeChat', () => {
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

  const openSecurity = async () => {
    await world.miniProgram.native().switchTab({ url: 'pages/mine/index' });
    await hands.tap(/^账号与安全/);
    await hands.see('登录方式');
  };
  const signOut = async (change: { forgetDevice?: boolean } = {}) => {
    await world.miniProgram.native().switchTab({ url: 'pages/mine/index' });
    await hands.tap('退出登录');
    if (change.forgetDevice) {
      await hands.tick('这台设备不再信任');
    }
    await hands.tap('退出');
    await hands.see('您还没有登录');
  };
  const openPasswordSignIn = async () => {
    await world.miniProgram.native().switchTab({ url: 'pages/mine/index' });
    await hands.tap('登录');
    await hands.follow('密码登录');
  };
  const typePassword = async (account: string, password: string) => {
    await hands.type('手机号或邮箱', account);
    await hands.type('密码', password);
    await hands.tick(CONSENT);
    await hands.tap('登录');
  };
  const setPassword = async () => {
    await openSecurity();
    await hands.tap(/^登录密码/);
    await hands.type('新密码', PASSWORD);
    await hands.tap('设置密码');
    await hands.see('已设置');
  };
  /** What an eye does: finds the characters that the picture shows. */
  const readPicture = async (): Promise<string> => {
    const { pictureCodes, cipher } = world.system.container();
    const picture = await pictureCodes.findOne().sort({ expiresAt: -1 }).lean();
    const letters = Array.from(STROKE_LETTERS);
    const words = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
    const answers = words.flatMap((word) => letters.map((letter) => word + letter));
    const found = answers.find(
      (answer) => cipher.lookupHash(`${picture?._id}|${answer}`, 'picture-code') === picture?.answerHash,
    );
    return found ?? '';
  };
  const enter = async (person: StoryPerson) => {
    await signIn({ hands, person, smsCode: world.smsCode });
    await hands.find('button', '开始申请');
  };

  it('sets a password, signs in by it on a known device, and by a code besides on a new one', async () => {
    const person = makePerson(90);
    const story = tellStory(`${person.name} uses a password`);
    await story.step('signs in by a code and sets a password', async () => {
      await enter(person);
      await setPassword();
    });
    await story.step('signs out and in again by the password alone', async () => {
      await signOut();
      await openPasswordSignIn();
      await typePassword(person.phone, 'not the right one');
      await hands.see('账号或密码不对');
      await hands.type('密码', PASSWORD);
      await hands.tap('登录');
      await hands.find('button', /^账号与安全/);
    });
    await story.step('takes a new phone, which is asked for a code', async () => {
      await world.owner.startsAnew();
      await world.forgetRateLimits();
      await openPasswordSignIn();
      await typePassword(person.phone, PASSWORD);
      await hands.see('这是一台新设备');
      await hands.see('验证码已发送到');
      await hands.type('短信验证码', world.smsCode(person.phone));
      await hands.tap('登录');
      await hands.find('button', /^账号与安全/);
    });
    await story.step('sees both devices and signs the other one out', async () => {
      await openSecurity();
      await hands.tap('登录设备');
      await hands.see('本机');
      await hands.tap('让其他设备全部退出');
      await world.miniProgram.native().confirmModal();
      await hands.see('没有其他设备登录您的账号。');
    });
    await story.step('signs out and lets the phone be forgotten: it is a new one again', async () => {
      await signOut({ forgetDevice: true });
      await openPasswordSignIn();
      await typePassword(person.phone, PASSWORD);
      await hands.see('这是一台新设备');
    });
    const outcomes = await world.callsOf('auth.signInWithPassword');
    const asked = 'auth.device_code_required';
    expect(outcomes).toEqual(['auth.password_wrong', 'done', asked, 'done', asked]);
    expect(world.exceptions).toEqual([]);
  });

  it('confirms an e-mail address and signs in by it', async () => {
    const person = makePerson(91);
    const email = 'person.91@mail.example';
    const story = tellStory(`${person.name} signs in by e-mail`);
    await story.step('confirms the address', async () => {
      await enter(person);
      await setPassword();
      await hands.tap(/^登录邮箱/);
      await hands.type('邮箱', email);
      await hands.tap('获取验证码');
      await hands.see('验证码已发送到');
      await hands.type('邮箱验证码', world.system.standIns.mail.mails(email)[0]?.code ?? '');
      await hands.tap('确认邮箱');
      await hands.see('p***@mail.example');
    });
    await story.step('signs in by it', async () => {
      await signOut();
      await openPasswordSignIn();
      await typePassword(email, PASSWORD);
      await hands.find('button', /^账号与安全/);
    });
    expect(world.exceptions).toEqual([]);
  });

  it('lets somebody of the old platform in by the old password, and not by its default one', async () => {
    const person = makePerson(93);
    const story = tellStory(`${person.name} had an account before`);
    const { accounts, cipher } = world.system.container();
    const file = join(mkdtempSync(join(tmpdir(), 'old-platform-')), 'accounts.csv');
    // md5 of `s4ltLotus-2019`
    writeFileSync(
      file,
      `phone,password_scheme,password_hash,password_salt\n${person.phone},md5-salt-first,d430e966e1c2dd09093de0092cd78a0b,s4lt\n`,
    );
    await importAccounts(
      { accounts, cipher, now: () => new Date() },
      { path: file, dryRun: false, progress: { write: () => undefined } },
    );
    await story.step('tries what everybody got, and is led to the code', async () => {
      await openPasswordSignIn();
      await typePassword(person.phone, '123456');
      await hands.see('这是旧平台的初始密码，不能再用');
    });
    await story.step('types the old password, and the code of a new device', async () => {
      await hands.type('密码', 'Lotus-2019');
      await hands.tap('登录');
      await hands.see('验证码已发送到');
      await hands.type('短信验证码', world.smsCode(person.phone));
      await hands.tap('登录');
      await hands.find('button', /^账号与安全/);
    });
    expect(world.exceptions).toEqual([]);
  });

  it('finds a way back in with a forgotten password, and changes it by another code', async () => {
    const person = makePerson(92);
    const story = tellStory(`${person.name} has forgotten the password`);
    await story.step('has set one and signed out', async () => {
      await enter(person);
      await setPassword();
      await signOut();
      await world.forgetRateLimits();
    });
    await story.step('reads the picture wrong, then right', async () => {
      await openPasswordSignIn();
      await hands.follow('忘记密码？');
      await hands.type('手机号或邮箱', person.phone);
      await hands.type('图形验证码', '????');
      await hands.tap('获取短信验证码');
      await hands.see('图形验证码不对或已过期');
      await hands.rest();
      await hands.type('图形验证码', await readPicture());
      await hands.tap('获取短信验证码');
    });
    await story.step('sets a new password and signs in by it', async () => {
      await hands.see('验证码已发送到');
      await hands.type('短信验证码', world.smsCode(person.phone));
      await hands.type('新密码', 'ca123456789');
      await hands.see('这个密码太常见');
      await hands.type('新密码', NEW_PASSWORD);
      await hands.tap('设置新密码');
      await hands.see('密码登录');
      await typePassword(person.phone, NEW_PASSWORD);
      await hands.find('button', /^账号与安全/);
    });
    await story.step('changes it by a code, without the old one', async () => {
      await world.forgetRateLimits();
      await openSecurity();
      await hands.tap(/^登录密码/);
      await hands.follow('忘记原密码？用短信验证码设置');
      await hands.tap('获取验证码');
      await hands.see('验证码已发送到');
      await hands.type('短信验证码', world.smsCode(person.phone));
      await hands.type('新密码', PASSWORD);
      await hands.tap('修改密码');
      await hands.see('登录方式');
    });
    expect(await world.callsOf('auth.resetOwnPassword')).toEqual(['done']);
    expect(world.exceptions).toEqual([]);
  });
});
