import { DEMO_STAFF } from '../../../scripts/demo/seed-demo';
import { makePerson } from '../../../scripts/story/people';
import { walkStory } from '../../../scripts/story/walk-story';
import { signIn } from './application-walk';
import { handsOn, type PhoneHands } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

const DAY = 86_400_000;
const NEW_PHONE = '17700000001';

describe('one’s own account inside WeChat', () => {
  let world: WeappWorld;
  let hands: PhoneHands;
  let later = 0;
  const now = () => new Date(Date.now() + later);
  beforeAll(async () => {
    world = await startWeappWorld({ now, runJobs: false });
    hands = handsOn(world.miniProgram);
  });
  beforeEach(async () => {
    await world.forgetRateLimits();
    await world.owner.startsAnew();
    await world.owner.agreesToPrivacy();
  });
  afterAll(() => world.stop());

  const switchTo = (tab: 'home' | 'mine') => world.miniProgram.native().switchTab({ url: `pages/${tab}/index` });
  const askForChange = async (person: ReturnType<typeof makePerson>, newPhone: string) => {
    await switchTo('mine');
    await hands.tap('登录');
    await hands.follow('手机号停用了？更换手机号');
    await hands.type('原手机号', person.phone);
    await hands.type('新手机号', newPhone);
    await hands.tap('获取验证码');
    await hands.see('验证码已发送到');
    await hands.type('新手机号的验证码', world.smsCode(newPhone));
    await hands.type('姓名', person.name);
    await hands.type('身份证号码', person.idNumber);
    await hands.choose(/原手机号已停用/);
    await hands.tick('我单独同意为核验本人身份处理我的身份证号码');
    await hands.tap('申请更换');
    await hands.see('等待审核');
  };

  it('gets another number: asked for on a new phone, agreed to by staff, a day later it signs in', async () => {
    const person = makePerson(95);
    await walkStory(world.world, { person, until: 'identity' });
    const story = tellStory(`${person.name} has lost the SIM card`);
    await story.step('asks for the change without being signed in', () => askForChange(person, NEW_PHONE));
    await story.step('a reviewer looks at it and agrees', async () => {
      await switchTo('mine');
      await hands.tap(/^工作人员入口/);
      await hands.type('账号', DEMO_STAFF.username);
      await hands.type('密码', world.system.staffPassword);
      await hands.tap('登录');
      await hands.follow(/^换号申请/);
      await hands.tap(/^同意更换：/);
      await world.miniProgram.native().confirmModal();
      await hands.see('等待生效');
    });
    await story.step('a day later the page says that it is done', async () => {
      await world.world.settle();
      later += DAY + 60_000;
      await world.world.settle();
      await world.owner.startsAnew();
      await switchTo('mine');
      await hands.tap('登录');
    });
    await story.step('signs in by the new number and finds the old account', async () => {
      await hands.type('手机号', NEW_PHONE);
      await hands.tap('获取验证码');
      await hands.see('验证码已发送到');
      await hands.type('短信验证码', world.smsCode(NEW_PHONE));
      await hands.tick('我已阅读并同意服务协议与隐私政策');
      await hands.tap('登录');
      await hands.see('已实名认证');
    });
    expect(await world.callsOf('job.make-phone-change-effective')).toEqual(['done']);
    expect(world.exceptions).toEqual([]);
  });

  it('stops a change that somebody else has asked for', async () => {
    const person = makePerson(96);
    await walkStory(world.world, { person, until: 'identity' });
    const story = tellStory(`${person.name} reads an alarming message`);
    await story.step('somebody with the papers asks for the change', () => askForChange(person, '17700000002'));
    await story.step('the owner signs in, sees it and stops it', async () => {
      await world.owner.startsAnew();
      await world.forgetRateLimits();
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.see('有人申请把登录手机号换成 177****0002');
      await hands.tap('阻止');
      await world.miniProgram.native().confirmModal();
      await hands.waitFor('the change to be gone', async () => !(await hands.read()).includes('有人申请'));
    });
    expect(await world.callsOf('phoneChanges.objectToChange')).toEqual(['done']);
    expect(world.exceptions).toEqual([]);
  });

  it('takes its data along, asks to be deleted and thinks better of it', async () => {
    const person = makePerson(97);
    const story = tellStory(`${person.name} wants to see what is kept`);
    const proof = async () => {
      await world.forgetRateLimits();
      await hands.tap(/获取/);
      await hands.see('验证码已发送到');
      await hands.type('短信验证码', world.smsCode(person.phone));
    };
    await story.step('signs in and asks for an export', async () => {
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.find('button', '开始申请');
      await switchTo('mine');
      await hands.tap(/^账号与安全/);
      await hands.tap(/^我的数据/);
      await hands.see('导出我的信息');
      await proof();
      await hands.tap('开始导出');
      await world.world.settle();
    });
    await story.step('downloads it and sends it to the own chat', async () => {
      await hands.tap('下载');
      await hands.tap('发送到聊天');
      await hands.see('已下载');
    });
    await story.step('asks for the deletion, and takes it back on the first page', async () => {
      // Opened anew: the wait for another code is over.
      await world.miniProgram.native().navigateLeft();
      await hands.tap(/^我的数据/);
      await hands.tap('我要注销账号');
      await hands.see('申请注销');
      await proof();
      await hands.tap('申请注销');
      await world.miniProgram.native().confirmModal();
      await hands.see('账号将于');
      await switchTo('home');
      await hands.tap('撤回注销');
      await hands.waitFor('the deletion to be gone', async () => !(await hands.read()).includes('账号将于'));
    });
    expect(await world.callsOf('personalData.readExport')).toEqual(['done']);
    expect(await world.callsOf('personalData.cancelDeletion')).toEqual(['done']);
    expect(world.exceptions).toEqual([]);
  });
});
