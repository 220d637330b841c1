import { endpoints, type StaffPhoneChange } from '@acceptance/shared';
import { addStaff } from '../../bff/src/modules/staff';
import type { StoryContext } from '../../scripts/story/story-context';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { newDeviceId, signInByCode } from '../support/password-people';
import { freshPhone, receiveNumberCode, requestPhoneChange } from '../support/phone-changing';
import { acceptedMember, OWN_PASSWORD, signInStaff, staffPerson } from '../support/staff-people';
import { storedAccount } from '../support/stored-state';
import { meet, newClient, nextPerson, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const HOUR = 3_600_000;
beforeEach(async () => {
  await system().container().passwordAttempts.deleteMany({});
  await system().container().phoneChanges.deleteMany({});
});

type Client = ReturnType<typeof newClient>;
let reviewers = 0;
async function reviewer(): Promise<Client> {
  reviewers += 1;
  const [username, password] = [`changes-${reviewers}`, 'password of a reviewer'];
  const { staffMembers } = system().container();
  const now = system().clock.now();
  await addStaff(staffMembers, { username, displayName: username, password, roles: ['reviewer'], now });
  const client = newClient(system());
  client.accessToken = (await client.call(endpoints.staff.signInStaff, { body: { username, password } })).accessToken;
  return client;
}
const verified = () => meet(system(), 'sign-in', 'identity');
const listed = async (client: Client): Promise<StaffPhoneChange> =>
  (await client.call(endpoints.phoneChanges.listChanges, {})).items[0]!;
const approve = (client: Client, { id, revision }: Pick<StaffPhoneChange, 'id' | 'revision'>) =>
  client.call(endpoints.phoneChanges.approveChange, { params: { phoneChangeId: id }, body: { revision } });
const refuse = (client: Client, { id, revision }: StaffPhoneChange, reason = '照片与本人不符') =>
  client.call(endpoints.phoneChanges.refuseChange, { params: { phoneChangeId: id }, body: { revision, reason } });
const readOwn = ({ applicant }: StoryContext) => applicant.call(endpoints.phoneChanges.readOwnChange, {});
const object = ({ applicant }: StoryContext) => applicant.call(endpoints.phoneChanges.objectToChange, {});
const readReceipt = (receipt: string) =>
  newClient(system()).call(endpoints.phoneChanges.readReceipt, { body: { receipt } });
const liveSessions = async (context: StoryContext, subjectId?: string): Promise<number> =>
  system()
    .container()
    .sessions.countDocuments({
      subjectId: subjectId ?? (await storedAccount(system(), context))._id.toHexString(),
      endedAt: null,
    });
const texts = (phone: string): string[] =>
  system()
    .standIns.tencentCloud.sms(phone)
    .map(({ templateId }) => templateId);
/** Lets the day to object pass, with the jobs that wait for its end. */
async function waitADay(): Promise<void> {
  await system().settle();
  system().clock.advance(24 * HOUR);
  await system().settle();
}

describe('a changed number', () => {
  it('takes effect a day after it was asked for: from then on the new number signs in and the old one does not', async () => {
    const context = await verified();
    const { person } = context;
    const deviceId = newDeviceId();
    const before = await storedAccount(system(), context);
    await signInByCode(system(), person, deviceId);
    const newPhone = freshPhone();
    const { receipt } = await requestPhoneChange(system(), person, newPhone);
    await system().settle();
    expect(texts(person.phone)[0]).toBe('demo-phone-change-requested');
    const staff = await reviewer();
    const change = await listed(staff);
    expect(change).toMatchObject({ state: 'requested', approvalsNeeded: 1, liveOrders: 0, reason: 'stopped' });
    expect(await approve(staff, change)).toMatchObject({ state: 'approved', approvals: 1, approvedByMe: true });
    await system().settle();
    // Not a moment before the day is over.
    await context.applicant.call(endpoints.account.readAccount, {});
    await waitADay();
    expect(await readReceipt(receipt)).toMatchObject({ state: 'effective', refusal: null });
    expect(texts(person.phone)[0]).toBe('demo-phone-changed');
    expect(texts(newPhone)[0]).toBe('demo-phone-change-result');
    expect(await liveSessions(context, before._id.toHexString())).toBe(0);
    expect(await system().container().trustedDevices.countDocuments()).toBe(0);
    const again = await signInByCode(system(), { ...person, phone: newPhone });
    expect(again.session.account.id).toBe(before._id.toHexString());
    expect(again.session.account).toMatchObject({ wechatBound: false, identity: { nameMasked: expect.any(String) } });
    const other = await signInByCode(system(), person);
    expect(other.session.account.id).not.toBe(before._id.toHexString());
  });

  it('needs two people when orders are under way', async () => {
    const context = await walkTo(system(), 'submit');
    await requestPhoneChange(system(), context.person, freshPhone());
    const [one, two] = [await reviewer(), await reviewer()];
    const change = await listed(one);
    expect(change).toMatchObject({ approvalsNeeded: 2, liveOrders: 1 });
    const once = await approve(one, change);
    expect(once).toMatchObject({ state: 'requested', approvals: 1, approvedByMe: true });
    await expectError(() => approve(one, once), 'phone_changes.second_person_required');
    await expectError(() => approve(two, change), 'request.conflict');
    expect(await listed(two)).toMatchObject({ approvals: 1, approvedByMe: false });
    expect(await approve(two, once)).toMatchObject({ state: 'approved', approvals: 2 });
    await expectError(() => approve(two, { ...once, revision: 2 }), 'phone_changes.decided');
  });

  it('is not agreed to by a reviewer who was made within the last day, where two are needed', async () => {
    const context = await walkTo(system(), 'submit');
    await requestPhoneChange(system(), context.person, freshPhone());
    const [one, administrator] = [await reviewer(), await staffPerson(system())];
    const fresh = await acceptedMember(system(), administrator.client);
    const once = await approve(one, await listed(one));
    await expectError(() => approve(fresh.client, once), 'staff.role_too_new');
    system().clock.advance(24 * HOUR);
    const later = await signInStaff(system(), fresh.username, OWN_PASSWORD);
    expect(await approve(later, once)).toMatchObject({ state: 'approved', approvals: 2 });
  });

  it('is not agreed to by whose account it is', async () => {
    const context = await verified();
    await requestPhoneChange(system(), context.person, freshPhone());
    const own = await staffPerson(system(), ['reviewer']);
    await own.client.call(endpoints.staff.addOwnPhone, { body: { phone: context.person.phone } });
    await expectError(async () => approve(own.client, await listed(own.client)), 'staff.own_order');
  });

  it('is approved by one of five calls at the same time', async () => {
    const context = await verified();
    await requestPhoneChange(system(), context.person, freshPhone());
    const staff = await reviewer();
    const change = await listed(staff);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(approve(staff, change))));
    const { ok, ...lost } = countOutcomes(outcomes);
    expect(ok).toBe(1);
    expect(Object.keys(lost).every((code) => ['request.conflict', 'phone_changes.decided'].includes(code))).toBe(true);
  });

  it('is stopped by the owner of the old number, also after it was approved', async () => {
    const context = await verified();
    const newPhone = freshPhone();
    const { receipt } = await requestPhoneChange(system(), context.person, newPhone);
    expect(await readOwn(context)).toMatchObject({ change: { state: 'requested', canObject: true } });
    const staff = await reviewer();
    await approve(staff, await listed(staff));
    expect(await object(context)).toMatchObject({ change: { state: 'objected', canObject: false } });
    expect(await object(context)).toMatchObject({ change: { state: 'objected' } });
    await waitADay();
    expect(await readReceipt(receipt)).toMatchObject({ state: 'objected' });
    expect(await liveSessions(context)).toBe(1);
    expect((await storedAccount(system(), context)).phoneMasked).toContain(context.person.phone.slice(-4));
    expect(texts(newPhone)[0]).toBe('demo-phone-change-result');
    const late = await reviewer();
    await expectError(async () => approve(late, await listed(late)), 'phone_changes.decided');
  });

  it('is refused by staff with a reason, which the person who asked reads', async () => {
    const context = await verified();
    const newPhone = freshPhone();
    const { receipt } = await requestPhoneChange(system(), context.person, newPhone);
    const staff = await reviewer();
    await expectError(async () => refuse(staff, await listed(staff), ' '), 'request.invalid');
    await refuse(staff, await listed(staff));
    await system().settle();
    expect(await readReceipt(receipt)).toMatchObject({ state: 'refused', refusal: '照片与本人不符' });
    expect(texts(newPhone)[0]).toBe('demo-phone-change-result');
    await expectError(() => object(context), 'phone_changes.not_found');
    // Another try is possible.
    await requestPhoneChange(system(), context.person, newPhone);
  });

  it('tells the WeChat of the old number, too', async () => {
    const context = await verified();
    const { accounts } = system().container();
    const openid = 'oDemo_of_the_old_number_0001';
    const account = await storedAccount(system(), context);
    await accounts.updateOne({ _id: account._id }, { $set: { openid } });
    system().standIns.wechat.grantSubscription(openid, system().container().config.WECHAT_REVIEW_TEMPLATE_ID, 2);
    await requestPhoneChange(system(), context.person, freshPhone());
    const staff = await reviewer();
    await approve(staff, await listed(staff));
    await waitADay();
    const messages = system()
      .standIns.wechat.subscriptionMessages()
      .filter((message) => message.openId === openid);
    expect(messages).toHaveLength(2);
    expect(JSON.stringify(messages)).toContain('已更换');
  });
});

describe('asking for another number', () => {
  it.each([
    ['somebody else', { name: '王芳' }, 'phone_changes.not_matched'],
    ['a wrong code', { code: '000000' }, 'auth.code_wrong'],
    ['the same number', {}, 'request.invalid'],
  ] as const)('is refused for %s, and nothing is asked for', async (what, change, code) => {
    const context = await verified();
    const stranger = nextPerson();
    const newPhone = what === 'the same number' ? context.person.phone : freshPhone();
    const body =
      what === 'somebody else' ? { name: stranger.name, idNumber: stranger.idNumber } : (change as { code?: string });
    const request = async () => {
      const right = await receiveNumberCode(system(), newPhone);
      return requestPhoneChange(system(), context.person, newPhone, {
        ...body,
        code: 'code' in body && right !== '000000' ? body.code : right,
      });
    };
    await expectError(request, code, () => system().container().phoneChanges.countDocuments());
  });

  it('answers alike for a number that nobody has and an account that was never verified', async () => {
    const [person, unverified] = [nextPerson(), await meet(system(), 'sign-in')];
    for (const asked of [person, unverified.person]) {
      await expectError(() => requestPhoneChange(system(), asked, freshPhone()), 'phone_changes.not_matched');
    }
  });

  it('is refused when the real-name check says so, before anything is said about the account', async () => {
    const context = await verified();
    system().standIns.tencentCloud.setIdentityAnswer(context.person.idNumber, { phoneVerification: '-4' });
    await expectError(() => requestPhoneChange(system(), context.person, freshPhone()), 'identity.mismatch');
    system().standIns.tencentCloud.setIdentityAnswer(context.person.idNumber, {});
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error', onPath: 'PhoneVerification' });
    await expectError(() => requestPhoneChange(system(), context.person, freshPhone()), 'identity.unavailable');
  });

  it('does not take the code of another purpose', async () => {
    const context = await verified();
    const newPhone = freshPhone();
    await newClient(system()).call(endpoints.auth.requestSmsCode, { body: { phone: newPhone } });
    const { code } = system().standIns.tencentCloud.sms(newPhone)[0]!;
    await expectError(() => requestPhoneChange(system(), context.person, newPhone, { code }), 'auth.code_expired');
  });

  it('is possible once at a time, also for two at once', async () => {
    const context = await verified();
    const phones = [freshPhone(), freshPhone()];
    const codes: string[] = [];
    for (const phone of phones) {
      codes.push(await receiveNumberCode(system(), phone));
    }
    const outcomes = await Promise.all(
      phones.map((phone, at) => outcomeOf(requestPhoneChange(system(), context.person, phone, { code: codes[at] }))),
    );
    expect(countOutcomes(outcomes)).toEqual({ ok: 1, 'phone_changes.already_requested': 1 });
  });

  it('takes a number over whose account is empty, and not one with an application', async () => {
    const context = await verified();
    const empty = await meet(system(), 'sign-in');
    const busy = await walkTo(system(), 'submit');
    await expectError(
      () => requestPhoneChange(system(), context.person, busy.person.phone),
      'phone_changes.number_in_use',
    );
    await requestPhoneChange(system(), context.person, empty.person.phone);
    const staff = await reviewer();
    await approve(staff, await listed(staff));
    await waitADay();
    await expectError(() => empty.applicant.call(endpoints.account.readAccount, {}), 'auth.session_expired');
    const { session } = await signInByCode(system(), empty.person);
    expect(session.account.identity).not.toBeNull();
  });

  it('fails when the new number has got an application meanwhile', async () => {
    const context = await verified();
    const other = await meet(system(), 'sign-in');
    const { receipt } = await requestPhoneChange(system(), context.person, other.person.phone);
    const staff = await reviewer();
    await approve(staff, await listed(staff));
    await system().settle();
    await system()
      .container()
      .accounts.updateOne(
        { _id: (await storedAccount(system(), other))._id },
        {
          $set: { identity: (await storedAccount(system(), context)).identity },
        },
      );
    await waitADay();
    expect(await readReceipt(receipt)).toMatchObject({ state: 'failed' });
    expect((await storedAccount(system(), context)).phoneMasked).toContain(context.person.phone.slice(-4));
  });

  it('survives a provider that is down when the old number must be told', async () => {
    const context = await verified();
    const newPhone = freshPhone();
    const code = await receiveNumberCode(system(), newPhone);
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error', onPath: 'SendSms' });
    await requestPhoneChange(system(), context.person, newPhone, { code });
    await system().settle();
    system().standIns.faults.reset();
    system().clock.advance(2000);
    await system().settle();
    expect(texts(context.person.phone).filter((id) => id === 'demo-phone-change-requested')).toHaveLength(1);
  });

  it('keeps numbers and names out of storage in clear, logs and the audit', async () => {
    const context = await verified();
    const newPhone = freshPhone();
    const { receipt } = await requestPhoneChange(system(), context.person, newPhone);
    await system().settle();
    const { connection, auditEntries } = system().container();
    const stored = JSON.stringify(await connection.collection('phone_changes').find().toArray());
    const audit = JSON.stringify(await auditEntries.find().lean());
    for (const secret of [newPhone, context.person.phone, context.person.name, context.person.idNumber, receipt]) {
      for (const text of [stored, audit, system().logText()]) {
        expect(text).not.toContain(secret);
      }
    }
  });
});

it('an unknown receipt or change is not found', async () => {
  await expectError(() => readReceipt('0'.repeat(64)), 'phone_changes.not_found');
  const staff = await reviewer();
  const unknown = { id: '0123456789abcdef01234567', revision: 0 };
  await expectError(() => approve(staff, unknown), 'phone_changes.not_found');
  await expectError(() => refuse(staff, unknown as StaffPhoneChange), 'phone_changes.not_found');
  const context = await meet(system(), 'sign-in');
  expect(await readOwn(context)).toEqual({ change: null });
  await expectError(() => object(context), 'phone_changes.not_found');
});
