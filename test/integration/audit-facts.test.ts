import { endpoints, TERMS_VERSION } from '@acceptance/shared';
import { contentDigest } from '../../bff/src/http/content-digest';
import { actsOn, actsOnSubject } from '../../bff/src/modules/audit';
import { STAFF_CHANGE_JOBS } from '../../bff/src/modules/staff/staff-change-jobs';
import { asShown } from '../../scripts/story/shown-to-reviewer';
import { orderOf } from '../../scripts/story/story-context';
import { auditEntries, recordedBy, verifyAudit } from '../support/audit-records';
import { expectError } from '../support/expect-error';
import { rawRequest } from '../support/raw-request';
import { acceptedMember, agree, approve, askToAdd, setRoles, staffPerson } from '../support/staff-people';
import { newClient, nextPerson, paramsOf, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const last = async (action: string) =>
  (await auditEntries(system()).find({ action }).sort({ seq: -1 }).limit(1).lean())[0]!;
const found = async (kind: 'phone' | 'login' | 'email' | 'id-number', typed: string) =>
  (await actsOnSubject(auditEntries(system()), system().container().cipher, kind, typed)).items.map(
    ({ action, outcome }) => `${action} ${outcome}`,
  );

describe('whom an act was about', () => {
  it('is found by who knows the number, also of what was refused, and cannot be read', async () => {
    const { phone } = nextPerson();
    const body = { phone, code: '000000', acceptedTermsVersion: TERMS_VERSION };
    await newClient(system()).call(endpoints.auth.requestSmsCode, { body: { phone } });
    await expectError(() => newClient(system()).call(endpoints.auth.signInWithSmsCode, { body }), 'auth.code_wrong');
    expect(await found('phone', phone)).toEqual(['auth.requestSmsCode done', 'auth.signInWithSmsCode auth.code_wrong']);
    expect(JSON.stringify(await auditEntries(system()).find().lean())).not.toContain(phone);
    expect(await found('phone', nextPerson().phone)).toEqual([]);
  });

  it('is the login name of somebody on the staff, whoever uses it in whatever letters', async () => {
    const { username } = await staffPerson(system());
    const body = { username: username.toUpperCase(), password: 'wrong' };
    await expectError(() => newClient(system()).call(endpoints.staff.signInStaff, { body }), 'auth.password_wrong');
    expect((await found('login', username)).at(-1)).toBe('staff.signIn auth.password_wrong');
  });

  it('is the ID number of an identity check', async () => {
    const { person } = await walkTo(system(), 'identity');
    expect((await found('id-number', person.idNumber)).at(-1)).toBe('identity.verifyIdentity done');
  });
});

describe('roles', () => {
  it('are recorded by name: those of who acts, and those that were taken, asked for and given', async () => {
    const { client } = await staffPerson(system(), ['administrator', 'reviewer']);
    const other = await staffPerson(system(), ['finance', 'issuer']);
    await setRoles(client, other.id, ['issuer'], {});
    expect(await last('staff.setMemberRoles')).toMatchObject({
      actor: { role: 'administrator' },
      object: `staff:${other.id}`,
      notes: {
        callerRoles: 'administrator+reviewer',
        rolesBefore: 'finance+issuer',
        rolesGranted: '-',
        rolesRevoked: 'finance',
      },
    });
    const { staffChange } = await setRoles(client, other.id, ['reviewer', 'issuer']);
    expect((await last('staff.setMemberRoles')).notes).toMatchObject({
      change: 'grant-roles',
      rolesGranted: 'reviewer',
    });
    await agree(system(), staffChange!);
    expect((await last('staff.approveMemberChange')).notes).toMatchObject({
      member: other.id,
      rolesBefore: 'issuer',
      rolesGranted: 'reviewer',
      rolesRevoked: '-',
      effect: 'effective',
    });
    await client.call(endpoints.staff.disableMember, { params: { staffId: other.id } });
    expect((await last('staff.disableMember')).notes).toMatchObject({ rolesHeld: 'reviewer+issuer' });
  });

  it('are recorded of who accepts an invitation, with who that is', async () => {
    const { client } = await staffPerson(system());
    const { id, username } = await acceptedMember(system(), client, ['reviewer', 'issuer']);
    expect((await last('staff.acceptInvitation')).notes).toEqual({ member: id, rolesHeld: 'reviewer+issuer' });
    expect(await found('login', username)).toContain('staff.acceptInvitation done');
  });

  it('are recorded by the job that gives them when their time has come', async () => {
    const { client, id } = await staffPerson(system());
    const { staffMembers } = system().container();
    const alone = { _id: { $ne: id }, roles: 'administrator' as const };
    await staffMembers.updateMany(alone, { $set: { disabledAt: system().clock.now() } });
    const other = await staffPerson(system(), ['issuer']);
    const { staffChange } = await setRoles(client, other.id, ['reviewer', 'issuer']);
    await staffMembers.updateMany(alone, { $set: { disabledAt: null } });
    system().clock.advance(24 * 3_600_000);
    await system().settle();
    const run = await auditEntries(system())
      .findOne({ object: `staffChange:${staffChange!.id}`, action: `job.${STAFF_CHANGE_JOBS.settle.name}` })
      .lean();
    expect(run!.notes).toMatchObject({ rolesBefore: 'issuer', rolesGranted: 'reviewer', effect: 'effective' });
  });
});

describe('a decision', () => {
  it('on an application is recorded with the revision and the digest of what the reviewer saw', async () => {
    const context = await walkTo(system(), 'review');
    const seen = context.reviewed!;
    const body = asShown(seen);
    const decide = () => context.staff.call(endpoints.staff.approveOrder, { params: paramsOf(context), body });
    await decide();
    const { id, revision, project, applicantType, applicant, form, unitCheck } = seen;
    const { idCard, idCardReading, signature, attachments } = seen;
    const contract = { number: seen.contract.contractNumber, sha256: seen.contract.sha256 };
    const papers = { idCard, idCardReading, signature, attachments };
    const content = { project, applicantType, applicant, form, unitCheck, ...papers, contract };
    const contentSha256 = contentDigest({ order: id, revision, decision: { event: 'approve' }, ...content });
    expect((await last('staff.approveOrder')).notes).toMatchObject({ revision, contentSha256 });
    await decide();
    expect((await last('staff.approveOrder')).notes).toEqual({ revision, callerRoles: expect.any(String) });
  });

  it('is another digest when it is another decision or another form', async () => {
    const context = await walkTo(system(), 'review');
    const reject = (reason: string) =>
      context.staff.call(endpoints.staff.rejectOrder, {
        params: { orderId: orderOf(context).id },
        body: { ...asShown(context.reviewed!), reason },
      });
    await reject('照片与本人不符');
    const { notes } = await last('staff.rejectOrder');
    await expectError(() => reject('材料不全'), 'request.conflict');
    expect((await last('staff.rejectOrder')).notes).not.toHaveProperty('contentSha256');
    expect(notes!.contentSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(await actsOn(auditEntries(system()), `order:${orderOf(context).id}`))).not.toContain('照片');
  });

  it('on a member of staff is the same digest where it was asked for and where it was agreed to', async () => {
    const [one, two] = [await staffPerson(system()), await staffPerson(system())];
    const { staffChange } = await askToAdd(one.client);
    const asked = await last('staff.addMember');
    await approve(two.client, staffChange);
    const agreed = await last('staff.approveMemberChange');
    expect(agreed.notes!.contentSha256).toBe(asked.notes!.contentSha256);
    expect(agreed.notes!.contentSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('on a task is recorded with what the task was', async () => {
    const context = await walkTo(system(), 'staff-sign-in');
    const { tasks } = system().container();
    const at = system().clock.now();
    const task = {
      kind: 'refund-not-done' as const,
      subject: 'system:test',
      role: 'finance' as const,
      facts: {},
      openedAt: at,
    };
    const fresh = { redo: null, dueAt: at, claimedBy: null, redoneAt: null, closedAt: null, closedBy: null };
    const { _id } = await tasks.create({ ...task, ...fresh, outcome: null, note: null });
    const taskId = _id.toHexString();
    const body = { settlement: 'returned-by-transfer', note: '银行回单已存档' } as const;
    await context.staff.call(endpoints.tasks.settleTask, { params: { taskId }, body });
    const contentSha256 = contentDigest({ task: taskId, ...task, ...body });
    expect((await last('tasks.settleTask')).notes).toMatchObject({ settlement: 'returned-by-transfer', contentSha256 });
  });
});

it('leaves one authentic chain, and calls without a body to read as they were', async () => {
  const recorded = await recordedBy(system(), () =>
    rawRequest(system(), 'POST', '/auth/sessions/sms', { method: 'POST' }),
  );
  expect(recorded).toMatchObject([{ subjects: [], notes: {} }]);
  expect((await verifyAudit(system())).brokenLink).toBeNull();
});
