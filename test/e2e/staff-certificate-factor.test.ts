import { endpoints, type StaffRole } from '@acceptance/shared';
import { addStaff } from '../../bff/src/modules/staff';
import { totpCode, totpStep } from '../../bff/src/modules/staff/totp';
import { createApiClient } from '../../scripts/api-client/create-api-client';
import { signInByPhone } from '../../scripts/story/browser/applicant-walk';
import { DESK, openPage } from '../../scripts/story/browser/open-browser';
import { handsOn, type PageHands } from '../../scripts/story/browser/page-hands';
import { makePerson } from '../../scripts/story/people';
import { orderOf } from '../../scripts/story/story-context';
import { walkStory } from '../../scripts/story/walk-story';
import { secretBytes } from '../support/authenticator';
import { useH5 } from './h5-world';

jest.setTimeout(240_000);

const PIN = 'yun-Zhong7hai';
const PASSWORD = 'password of the desk';

const h5 = useH5({ settings: (origin) => ({ WEB_ORIGINS: origin }) });

async function openAt(hands: PageHands, path: string): Promise<void> {
  await hands.page.goto(`${h5.origin}/#/${path}`);
  await hands.page.reload();
}

/** Somebody on the staff, signed in over HTTP. */
async function memberOf(username: string, displayName: string, roles: StaffRole[]) {
  const { staffMembers } = h5.system.container();
  await addStaff(staffMembers, { username, displayName, password: PASSWORD, roles, now: new Date() });
  const client = createApiClient(h5.system.origin);
  client.accessToken = (
    await client.call(endpoints.staff.signInStaff, { body: { username, password: PASSWORD } })
  ).accessToken;
  return client;
}

/** A member with an authenticator. Answers the recovery codes: each stands for a code, at once. */
async function memberWithCodes(username: string): Promise<string[]> {
  const client = await memberOf(username, '王审核', ['reviewer']);
  const { secret } = await client.call(endpoints.staff.beginSecondFactor, { body: { password: PASSWORD } });
  const code = totpCode(secretBytes(secret), totpStep(new Date()));
  return (await client.call(endpoints.staff.confirmSecondFactor, { body: { code } })).recoveryCodes;
}

async function typePassword(hands: PageHands, username: string): Promise<void> {
  await openAt(hands, 'subpackages/staff/pages/sign-in/index');
  await hands.type('账号', username);
  await hands.type('密码', PASSWORD);
  await hands.tap('登录');
}

it('a member binds the certificate of their PC, another administrator agrees, and it opens the desk without a code', async () => {
  const story = await walkStory(h5.world, {
    person: makePerson(1),
    until: 'pay',
    projectId: 'personal-signing',
    applicantType: 'person',
    delivery: 'download',
  });
  const { page, context } = await openPage(h5.browser, DESK);
  const hands = handsOn(page);
  const { origin } = h5;
  const station = async () => undefined;
  await signInByPhone({ hands, origin, person: story.person, readSmsCode: h5.smsCode, station });
  await openAt(hands, `subpackages/certificate/pages/receive/index?orderId=${orderOf(story).id}`);
  await hands.type('证书密码', PIN);
  await hands.type('再输一遍', PIN);
  await hands.tap('生成密钥，领取证书');
  await hands.see('证书已签发');

  const [forSignIn = '', forBinding = ''] = await memberWithCodes('wang.shenhe');
  await typePassword(hands, 'wang.shenhe');
  await hands.type('动态验证码', forSignIn);
  await hands.tap('登录');
  await hands.see('王审核');
  await openAt(hands, 'subpackages/staff/pages/security/index');
  await hands.tap('登记证书');
  await hands.type('本人登录密码', PASSWORD);
  await hands.type('本人动态验证码', forBinding);
  await hands.type('证书密码', PIN);
  await hands.tap('提出登记');
  await hands.see(/等待另一位管理员同意/);

  const administrator = await memberOf('li.guanli', '李管理', ['administrator']);
  const [change] = (await administrator.call(endpoints.staff.listChanges, {})).items;
  await administrator.call(endpoints.staff.approveMemberChange, {
    params: { staffChangeId: change?.id ?? '' },
    body: { password: PASSWORD },
  });
  await openAt(hands, 'subpackages/staff/pages/security/index');
  await hands.see(change?.certificate ?? 'no certificate');

  await page.evaluate(`localStorage.removeItem('staff-session')`);
  await typePassword(hands, 'wang.shenhe');
  await hands.choose('数字证书');
  await hands.type('证书密码', 'yun-Zhong8hai');
  await hands.tap('登录');
  await hands.see('密码不对，请再试');
  await hands.type('证书密码', PIN);
  await hands.tap('登录');
  await hands.see('王审核');
  await context.close();
});
