import { endpoints, IDENTITY_CONSENT_VERSION } from '@acceptance/shared';
import { unzipSync } from 'fflate';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { expectError, outcomeOf } from '../support/expect-error';
import {
  confirmCheck,
  listChecks,
  openCheck,
  readIdentityState,
  refuseCheck,
  requestCheck,
  storedCheck,
  unproved,
} from '../support/identity-checking';
import { newReviewer } from '../support/staff-people';
import { storedAccount } from '../support/stored-state';
import { meet, newestSms, paramsOf, takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const consentVersion = IDENTITY_CONSENT_VERSION;
const RESULT = 'demo-identity-check-result';
const DAY_MS = 86_400_000;
beforeEach(async () => {
  await system().container().identityChecks.deleteMany({});
});

const verify = ({ applicant, person }: StoryContext) =>
  applicant.call(endpoints.identity.verifyIdentity, {
    body: { name: person.name, idNumber: person.idNumber, consentVersion },
  });
const showOwn = ({ applicant }: StoryContext) => applicant.call(endpoints.identity.showOwn, {});
const laterOn = async (ms: number): Promise<void> => {
  system().clock.advance(ms);
  await system().settle();
};

describe('a confirmation', () => {
  it('makes the account verified as a match does, and tells the person', async () => {
    const context = await unproved(system());
    await context.applicant.call(endpoints.identity.saveDraft, { body: { name: '张' } });
    await requestCheck(context);
    const staff = await newReviewer(system());
    const confirmed = await confirmCheck(staff, await openCheck(system(), staff, context));
    expect(confirmed.state).toBe('confirmed');
    await system().settle();
    expect(newestSms(system(), context.person)).toMatchObject({ templateId: RESULT });
    const told = system().standIns.tencentCloud.sms(context.person.phone);
    expect(told.map(({ templateId }) => templateId)).toContain('demo-identity-used');
    const account = await storedAccount(system(), context);
    expect(account.identity).toMatchObject({ verifiedBy: 'staff' });
    expect(account.identityDraft).toBeUndefined();
    expect(await listChecks(staff)).toEqual([]);
    // The application goes on as anybody's.
    await takeSteps(context, 'consent', 'signature', 'sign');
    expect(orderOf(context).contract.state).toBe('sealed');
  });

  it('is made once by two who decide at the same moment', async () => {
    const context = await unproved(system());
    await requestCheck(context);
    const staff = [await newReviewer(system()), await newReviewer(system())];
    const check = await openCheck(system(), staff[0]!, context);
    const outcomes = await Promise.all(staff.map((client) => outcomeOf(confirmCheck(client, check))));
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    await system().settle();
    const told = system().standIns.tencentCloud.sms(context.person.phone);
    expect(told.filter(({ templateId }) => templateId === RESULT)).toHaveLength(1);
  });

  it('and a refusal at the same moment: one of them holds, for check and account alike', async () => {
    const context = await unproved(system());
    await requestCheck(context);
    const staff = [await newReviewer(system()), await newReviewer(system())] as const;
    const check = await openCheck(system(), staff[0], context);
    const outcomes = await Promise.all([
      outcomeOf(confirmCheck(staff[0], check)),
      outcomeOf(refuseCheck(staff[1], check, '照片不清')),
    ]);
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    const { state } = await storedCheck(system(), context);
    expect(state).toBe(outcomes[0] === 'ok' ? 'confirmed' : 'refused');
    expect((await storedAccount(system(), context)).identity !== null).toBe(state === 'confirmed');
  });

  it('that died before its end is done again', async () => {
    const context = await unproved(system());
    await requestCheck(context);
    const { identityChecks } = system().container();
    const { _id } = await storedCheck(system(), context);
    const confirming = { staffId: 'somebody', at: system().clock.now() };
    await identityChecks.updateOne({ _id }, { $set: { confirming }, $inc: { revision: 1 } });
    const staff = await newReviewer(system());
    const check = await openCheck(system(), staff, context);
    await expectError(() => refuseCheck(staff, check, '照片不清'), 'request.conflict');
    expect((await confirmCheck(staff, check)).state).toBe('confirmed');
  });

  it('of somebody who is verified for another account is refused, and can be decided otherwise', async () => {
    const first = await meet(system(), 'sign-in', 'identity');
    const second = await unproved(system());
    const { name, idNumber } = first.person;
    await requestCheck(second, { name, idNumber });
    const staff = await newReviewer(system());
    await expectError(
      () => openCheck(system(), staff, second).then((check) => confirmCheck(staff, check)),
      'identity.known_elsewhere',
    );
    expect((await storedAccount(system(), second)).identity).toBeNull();
    expect((await refuseCheck(staff, await openCheck(system(), staff, second), '已在另一账号认证')).state).toBe(
      'refused',
    );
  });

  it('of something that was seen before it changed is refused', async () => {
    const context = await unproved(system());
    await requestCheck(context);
    const staff = await newReviewer(system());
    const { id, revision } = await openCheck(system(), staff, context);
    await expectError(() => confirmCheck(staff, { id, revision: revision + 1 }), 'request.conflict');
    await refuseCheck(staff, { id, revision }, '照片不清');
    await expectError(() => confirmCheck(staff, { id, revision: revision + 1 }), 'identity_checks.decided');
  });
});

describe('a refusal', () => {
  it('tells why, and the person can ask again', async () => {
    const context = await unproved(system());
    await requestCheck(context);
    const staff = await newReviewer(system());
    await refuseCheck(staff, await openCheck(system(), staff, context), '照片反光，看不清');
    await system().settle();
    expect(newestSms(system(), context.person)).toMatchObject({ templateId: RESULT });
    expect((await readIdentityState(context)).check).toMatchObject({ state: 'refused', refusal: '照片反光，看不清' });
    expect((await storedAccount(system(), context)).identity).toBeNull();
    expect((await requestCheck(context)).state).toBe('open');
    await confirmCheck(staff, await openCheck(system(), staff, context));
    expect((await readIdentityState(context)).check).toMatchObject({ state: 'confirmed' });
  });
});

describe('an open check ends by itself', () => {
  it('when the person is verified automatically meanwhile', async () => {
    const context = await unproved(system());
    await requestCheck(context);
    await verify(context);
    expect((await readIdentityState(context)).check).toMatchObject({ state: 'closed' });
    const staff = await newReviewer(system());
    await expectError(
      () => openCheck(system(), staff, context).then((check) => confirmCheck(staff, check)),
      'identity_checks.decided',
    );
  });

  it('with the account verified once, when the person and staff do it at the same moment', async () => {
    const context = await unproved(system());
    await requestCheck(context);
    const staff = await newReviewer(system());
    const check = await openCheck(system(), staff, context);
    const [own] = await Promise.all([outcomeOf(verify(context)), outcomeOf(confirmCheck(staff, check))]);
    expect(own).toBe('ok');
    expect(await showOwn(context)).toMatchObject({ idNumber: context.person.idNumber });
    expect((await storedCheck(system(), context)).state).not.toBe('open');
    expect(await listChecks(staff)).toEqual([]);
  });

  it('when its application is deleted', async () => {
    const context = await unproved(system());
    await requestCheck(context);
    await context.applicant.call(endpoints.orders.deleteDraft, { params: paramsOf(context) });
    expect((await readIdentityState(context)).check).toMatchObject({ state: 'closed' });
  });
});

describe('the photos of an open check', () => {
  it('stay when the application gets others, and go when the check is settled', async () => {
    const context = await unproved(system());
    await requestCheck(context);
    const { id: fileId } = orderOf(context).idCard.front!;
    await takeSteps(context, 'id-card');
    expect(orderOf(context).idCard.front!.id).not.toBe(fileId);
    const { files } = system().container();
    await laterOn(2 * DAY_MS);
    expect(await files.countDocuments({ _id: fileId })).toBe(1);
    const staff = await newReviewer(system());
    const check = await openCheck(system(), staff, context);
    expect(check.idCard.front!.id).toBe(fileId);
    await confirmCheck(staff, check);
    await laterOn(2 * DAY_MS);
    expect(await files.countDocuments({ _id: fileId })).toBe(0);
  });
});

describe('a check that is later than promised', () => {
  it('is a task for the reviewers, which the decision closes', async () => {
    const context = await unproved(system());
    const { promisedBy } = await requestCheck(context);
    system().clock.advance(Date.parse(promisedBy) - system().clock.now().getTime() + 60_000);
    await system().settle();
    const staff = await newReviewer(system());
    const tasks = async () =>
      (
        await staff.call(endpoints.tasks.listTasks, {
          query: { limit: '50', kind: 'identity-check-overdue', state: 'open' },
        })
      ).items;
    const check = await openCheck(system(), staff, context);
    expect(await tasks()).toMatchObject([{ subject: { kind: 'identityCheck', id: check.id } }]);
    await confirmCheck(staff, check);
    await system().settle();
    expect(await tasks()).toEqual([]);
    expect((await storedCheck(system(), context)).outbox).toEqual([]);
  });
});

it('a settled check is removed after a month', async () => {
  const context = await unproved(system());
  await requestCheck(context);
  const staff = await newReviewer(system());
  await refuseCheck(staff, await openCheck(system(), staff, context), '照片不清');
  const count = () => system().container().identityChecks.countDocuments({});
  await laterOn(29 * DAY_MS);
  expect(await count()).toBe(1);
  await laterOn(DAY_MS);
  expect(await count()).toBe(0);
});

describe('what is kept of an identity', () => {
  const proof = async ({ applicant, person }: StoryContext): Promise<{ code: string }> => {
    system().clock.advance(61_000);
    await applicant.call(endpoints.personalData.requestProof, {});
    return { code: newestSms(system(), person)!.code! };
  };

  it('is exported: what was asked of the staff, the consent and the draft', async () => {
    const context = await unproved(system());
    await context.applicant.call(endpoints.identity.saveDraft, { body: { name: '张' } });
    await requestCheck(context, { reason: 'name', nameNote: '左边王字旁' });
    const staff = await newReviewer(system());
    await refuseCheck(staff, await openCheck(system(), staff, context), '照片不清');
    const { id } = await context.applicant.call(endpoints.personalData.requestExport, { body: await proof(context) });
    await system().settle();
    const zip = await context.applicant.call(endpoints.personalData.readExport, { params: { exportId: id } });
    const files = unzipSync(zip);
    const read = (name: string): unknown => JSON.parse(Buffer.from(files[name]!).toString('utf8'));
    const { name, idNumber, phone } = context.person;
    expect(read('account.json')).toMatchObject({
      identityDraft: { name: '张' },
      identityConsents: [{ version: consentVersion }],
    });
    expect(read('identity-checks.json')).toMatchObject([
      { person: { name, idNumber, phone }, nameNote: '左边王字旁', state: 'refused', refusal: '照片不清' },
    ]);
    expect(JSON.stringify(read('access-log.json'))).toContain('identityChecks.readCheck');
  });

  it('goes with the account, also while a check is open', async () => {
    const context = await unproved(system());
    const { _id } = await storedAccount(system(), context);
    await requestCheck(context);
    await context.applicant.call(endpoints.personalData.requestDeletion, { body: await proof(context) });
    await system().settle();
    await laterOn(7 * DAY_MS);
    await laterOn(60_000);
    const { identityChecks, accounts } = system().container();
    expect(await identityChecks.countDocuments({})).toBe(0);
    expect(await accounts.countDocuments({ _id })).toBe(0);
  });

  it('cannot be confirmed while the account is being deleted', async () => {
    const context = await unproved(system());
    await requestCheck(context);
    const { _id } = await storedAccount(system(), context);
    const { accounts } = system().container();
    await accounts.updateOne({ _id }, { $set: { closedAt: system().clock.now() } });
    const staff = await newReviewer(system());
    const check = await openCheck(system(), staff, context);
    await expectError(() => confirmCheck(staff, check), 'identity_checks.not_found');
    expect((await storedAccount(system(), context)).identity).toBeNull();
  });
});
