import { endpoints, TERMS_VERSION } from '@acceptance/shared';
import { expectError } from '../support/expect-error';
import { storedAccount } from '../support/stored-state';
import { meet, newClient, nextPerson } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

const signIn = (phoneCode: string, loginCode?: string) =>
  newClient(system()).call(endpoints.auth.signInWithWechatPhone, {
    body: { phoneCode, loginCode, acceptedTermsVersion: TERMS_VERSION },
  });
const accountCount = () => system().container().accounts.countDocuments();

describe('signing in with the phone number that WeChat knows', () => {
  it('registers the number and signs in', async () => {
    const { phone } = nextPerson();
    const session = await signIn(system().standIns.wechat.issuePhoneCode(phone));
    expect(session.account).toMatchObject({ identity: null, wechatBound: false });
    expect(session.account.phoneMasked.slice(-4)).toBe(phone.slice(-4));
  });

  it('finds the account that was registered by SMS code', async () => {
    const context = await meet(system(), 'sign-in');
    const session = await signIn(system().standIns.wechat.issuePhoneCode(context.person.phone));
    expect(session.account.id).toBe((await storedAccount(system(), context))._id.toHexString());
  });

  it('binds WeChat in the same call', async () => {
    const { code } = system().standIns.wechat.issueLoginCode();
    const session = await signIn(system().standIns.wechat.issuePhoneCode(nextPerson().phone), code);
    expect(session.account.wechatBound).toBe(true);
  });

  it('signs in although the binding fails: the phone code is used up, the binding can be made up for', async () => {
    const session = await signIn(system().standIns.wechat.issuePhoneCode(nextPerson().phone), 'made-up');
    expect(session.account.wechatBound).toBe(false);
  });

  it('refuses a code that was used', async () => {
    const code = system().standIns.wechat.issuePhoneCode(nextPerson().phone);
    await signIn(code);
    await expectError(() => signIn(code), 'auth.wechat_code_invalid', accountCount);
  });

  it('refuses a code that WeChat never gave', async () => {
    await expectError(() => signIn('made-up'), 'auth.wechat_code_invalid', accountCount);
  });

  it.each(['server-error', 'busy', 'garbled'] as const)('tells when WeChat answers %s', async (fault) => {
    const code = system().standIns.wechat.issuePhoneCode(nextPerson().phone);
    system().standIns.faults.set({ standIn: 'wechat', fault, onPath: 'getuserphonenumber' });
    await expectError(() => signIn(code), 'auth.wechat_unavailable', accountCount);
  });

  it('gets over an access token that WeChat has ended', async () => {
    await signIn(system().standIns.wechat.issuePhoneCode(nextPerson().phone));
    system().standIns.wechat.expireAccessToken();
    const session = await signIn(system().standIns.wechat.issuePhoneCode(nextPerson().phone));
    expect(session.account.identity).toBeNull();
  });

  it('refuses outdated terms and leaves the code good', async () => {
    const phoneCode = system().standIns.wechat.issuePhoneCode(nextPerson().phone);
    const outdated = { phoneCode, acceptedTermsVersion: '2020-01' };
    await expectError(
      () => newClient(system()).call(endpoints.auth.signInWithWechatPhone, { body: outdated }),
      'auth.terms_outdated',
    );
    expect((await signIn(phoneCode)).accessToken).toMatch(/\./);
  });
});

describe('binding WeChat to a signed-in account', () => {
  it('remembers the openid, which no answer contains', async () => {
    const context = await meet(system(), 'sign-in');
    const { code, openId } = system().standIns.wechat.issueLoginCode();
    await context.applicant.call(endpoints.auth.bindWechat, { body: { loginCode: code } });
    const account = await context.applicant.call(endpoints.account.readAccount, {});
    expect(account.wechatBound).toBe(true);
    expect(JSON.stringify(account)).not.toContain(openId);
    expect((await storedAccount(system(), context)).openid).toBe(openId);
  });

  it('refuses a used code and leaves the binding as it was', async () => {
    const context = await meet(system(), 'sign-in');
    const { code } = system().standIns.wechat.issueLoginCode();
    const bind = () => context.applicant.call(endpoints.auth.bindWechat, { body: { loginCode: code } });
    await bind();
    await expectError(bind, 'auth.wechat_code_invalid', () => storedAccount(system(), context));
  });

  it('tells when WeChat is down and binds nothing', async () => {
    const context = await meet(system(), 'sign-in');
    const { code } = system().standIns.wechat.issueLoginCode();
    system().standIns.faults.set({ standIn: 'wechat', fault: 'server-error' });
    await expectError(
      () => context.applicant.call(endpoints.auth.bindWechat, { body: { loginCode: code } }),
      'auth.wechat_unavailable',
      () => storedAccount(system(), context),
    );
  });
});
