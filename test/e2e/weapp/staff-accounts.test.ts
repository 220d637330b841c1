import { addStaff } from '../../../bff/src/modules/staff';
import { totpCode, totpStep } from '../../../bff/src/modules/staff/totp';
import { DEMO_ADMINISTRATOR } from '../../../scripts/demo/seed-demo';
import { handsOn, type PhoneHands } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

const PASSWORD = 'a password of my own';

/** Two people administer: what one asks for the other agrees to. */
const SECOND = { username: 'admin.two', displayName: '管理员乙', roles: ['administrator' as const] };

/** What an authenticator makes of the key that is shown (RFC 4648, Base32). */
function codeOf(key: string, now: Date): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(key, (letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return totpCode(secret, totpStep(now));
}

describe('accounts of the staff', () => {
  let world: WeappWorld;
  let hands: PhoneHands;
  let later = 0;
  const now = () => new Date(Date.now() + later);
  beforeAll(async () => {
    world = await startWeappWorld({ now });
    hands = handsOn(world.miniProgram);
    const { staffMembers } = world.system.container();
    await addStaff(staffMembers, { ...SECOND, password: world.system.staffPassword, now: now() });
  });
  afterAll(() => world.stop());

  const openSignIn = async () => {
    await world.miniProgram.native().switchTab({ url: 'pages/mine/index' });
    await hands.tap(/^工作人员入口/);
  };
  const signIn = async (username: string, password: string) => {
    await hands.type('账号', username);
    await hands.type('密码', password);
    await hands.tap('登录');
  };

  it('are made by an administrator, opened by an invitation, and locked by a second factor', async () => {
    const story = tellStory('王芳 joins the staff');
    let invitation = '';
    let key = '';
    await story.step('the administrator adds her and hands the invitation over', async () => {
      await openSignIn();
      await signIn(DEMO_ADMINISTRATOR.username, world.system.staffPassword);
      await hands.follow(/^工作人员/);
      await hands.tap('新增工作人员');
      await hands.type('姓名', '王芳');
      await hands.type('账号', 'wang.fang');
      await hands.tick('审核员');
      await hands.type('本人登录密码', world.system.staffPassword);
      await hands.tap('提出新增并生成邀请码');
      await hands.see('王芳的邀请码');
      invitation = /([A-Z2-7]{4}-){7}[A-Z2-7]{4}/.exec(await hands.read())?.[0] ?? '';
      await hands.tap('知道了');
      await hands.see('等待另一位管理员同意');
      await world.miniProgram.native().navigateLeft();
      await hands.tap('退出登录');
    });
    await story.step('another administrator agrees', async () => {
      await signIn(SECOND.username, world.system.staffPassword);
      await hands.follow(/^工作人员/);
      await hands.tap('同意：王芳');
      await hands.type('本人登录密码', world.system.staffPassword);
      await hands.tap('同意');
      await hands.see('已生效');
      await world.miniProgram.native().navigateLeft();
      await hands.tap('退出登录');
    });
    await story.step('she sets her password and signs in', async () => {
      await hands.follow('有邀请码？在这里设置密码');
      await hands.type('邀请码', invitation);
      await hands.type('登录密码', PASSWORD);
      await hands.tap('设置密码');
      await hands.see('您的账号是 wang.fang');
      await hands.tap('去登录');
      await signIn('wang.fang', PASSWORD);
      await hands.see('王芳');
    });
    await story.step('she enrols an authenticator and keeps the recovery codes', async () => {
      await hands.follow('登录安全');
      await hands.type('本人登录密码', PASSWORD);
      await hands.tap('开始启用');
      await hands.see('手工输入密钥');
      key = /((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})/.exec(await hands.read())?.[0]?.replaceAll(' ', '') ?? '';
      await hands.type('身份验证器显示的 6 位数字', codeOf(key, now()));
      await hands.tap('完成启用');
      await hands.see('请保存备用码');
      await hands.tick('我已经保存好备用码');
      await hands.tap('开始工作');
      await hands.tap('退出登录');
    });
    await story.step('after that her password alone is not enough', async () => {
      later += 60_000;
      await signIn('wang.fang', PASSWORD);
      await hands.see('手机不在身边时');
      await hands.type('动态验证码', codeOf(key, now()));
      await hands.tap('登录');
      await hands.see('王芳');
    });
    expect(await world.callsOf('staff.acceptInvitation')).toEqual(['done']);
    expect((await world.callsOf('staff.signIn')).at(-2)).toBe('auth.second_factor_required');
    expect(world.exceptions).toEqual([]);
  });
});
