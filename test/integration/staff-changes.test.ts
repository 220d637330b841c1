import { endpoints, type StaffChange } from '@acceptance/shared';
import { outboxEntry } from '../../bff/src/database/outbox';
import { shownBy } from '../support/authenticator';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import {
  acceptedMember,
  acceptInvitation,
  approve,
  askToAdd,
  askToInvite,
  askToReset,
  cancel,
  newUsername,
  OWN_PASSWORD,
  PROOF,
  STAFF_PASSWORD,
  type StaffClient,
  setRoles,
  signInStaff,
  staffPerson,
} from '../support/staff-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const HOUR = 3_600_000;
beforeEach(() => system().container().passwordAttempts.deleteMany({}));

const administrator = () => staffPerson(system());
const list = async (client: StaffClient): Promise<StaffChange[]> =>
  (await client.call(endpoints.staff.listChanges, {})).items;
const listed = async (client: StaffClient, id: string): Promise<StaffChange | undefined> =>
  (await list(client)).find((change) => change.id === id);
const rolesOf = async (id: string) => (await system().container().staffMembers.findOne({ _id: id }).lean())!.roles;
const storedChange = (id: string) => system().container().staffChanges.findOne({ _id: id }).lean();
const taskOf = (id: string) =>
  system()
    .container()
    .tasks.findOne({ kind: 'staff-change-waiting', subject: `staffChange:${id}` })
    .lean();
const grant = async (client: StaffClient, id: string, roles: Parameters<typeof setRoles>[2]) =>
  (await setRoles(client, id, roles)).staffChange!;
async function later(ms: number): Promise<void> {
  await system().settle();
  system().clock.advance(ms);
  await system().settle();
}
/** The only administrator who can do anything. */
async function soleAdministrator() {
  const { staffMembers } = system().container();
  await staffMembers.updateMany({ roles: 'administrator' }, { $set: { disabledAt: system().clock.now() } });
  return administrator();
}

describe('one administrator alone', () => {
  it('does not make themselves a reviewer: it waits for a second one, and is effective at once then', async () => {
    const [one, two] = [await administrator(), await administrator()];
    const { member, staffChange } = await setRoles(one.client, one.id, ['reviewer', 'administrator']);
    expect(member.roles).toEqual(['administrator']);
    expect(staffChange).toMatchObject({
      kind: 'grant-roles',
      state: 'waiting',
      granted: ['reviewer'],
      effectiveAt: null,
      isAboutMe: true,
      canApprove: false,
    });
    await expectError(() => one.client.call(endpoints.staff.approveOrder, orderCall), 'auth.forbidden');
    await expectError(() => approve(one.client, staffChange!), 'staff.second_administrator_required');
    await expectError(() => setRoles(one.client, one.id, ['reviewer', 'administrator']), 'staff.change_waiting');
    expect(await listed(two.client, staffChange!.id)).toMatchObject({ canApprove: true, askedBy: one.username });
    expect(await approve(two.client, staffChange!)).toMatchObject({ state: 'effective', approvedBy: two.username });
    expect(await rolesOf(one.id)).toEqual(['reviewer', 'administrator']);
    await expectError(() => list(one.client), 'auth.session_expired');
    await expectError(() => approve(two.client, staffChange!), 'staff.change_settled');
    await later(0);
    expect(await taskOf(staffChange!.id)).toMatchObject({ closedAt: expect.any(Date), outcome: 'effective' });
  });

  it('does not invite a puppet, take over an account or take a second factor away', async () => {
    const [one, victim] = [await administrator(), await staffPerson(system(), ['reviewer'])];
    const secondFactor = { secret: 'x', usedStep: 0, recoveryHashes: [], enrolledAt: system().clock.now() };
    const { staffMembers } = system().container();
    await staffMembers.updateOne({ _id: victim.id }, { $set: { secondFactor } });
    const puppet = await askToAdd(one.client);
    const again = await askToInvite(one.client, victim.id);
    await askToReset(one.client, victim.id);
    for (const { invitationCode } of [puppet, again]) {
      await expectError(() => acceptInvitation(system(), invitationCode), 'staff.invitation_invalid');
    }
    expect(await staffMembers.findOne({ _id: victim.id }).lean()).toMatchObject({ secondFactor });
    expect(await staffMembers.exists({ username: puppet.staffChange.member.username })).toBeNull();
  });

  it('takes rights away at once, without a proof', async () => {
    const [one, other] = [await administrator(), await staffPerson(system(), ['reviewer', 'finance'])];
    const { member, staffChange } = await setRoles(one.client, other.id, ['finance'], {});
    expect(member.roles).toEqual(['finance']);
    expect(staffChange).toBeNull();
    await expectError(() => list(other.client), 'auth.session_expired');
  });

  it('that there is waits 24 hours, in which everybody on the staff sees it', async () => {
    const sole = await soleAdministrator();
    const reviewer = await staffPerson(system(), ['reviewer']);
    const staffChange = await grant(sole.client, sole.id, ['reviewer', 'administrator']);
    const dueAt = new Date(system().clock.now().getTime() + 24 * HOUR).toISOString();
    expect(staffChange).toMatchObject({ state: 'waiting', effectiveAt: dueAt });
    const seen = { askedBy: sole.username, canApprove: false, canCancel: false, isAboutMe: false };
    expect(await listed(reviewer.client, staffChange.id)).toMatchObject(seen);
    await later(24 * HOUR - 1);
    expect(await taskOf(staffChange.id)).toMatchObject({ role: 'administrator', closedAt: null });
    expect(await rolesOf(sole.id)).toEqual(['administrator']);
    await later(1);
    expect(await rolesOf(sole.id)).toEqual(['reviewer', 'administrator']);
    await later(0);
    expect(await taskOf(staffChange.id)).toMatchObject({ outcome: 'effective' });
    const again = await signInStaff(system(), sole.username, STAFF_PASSWORD);
    expect(await listed(again, staffChange.id)).toMatchObject({ state: 'effective', approvedBy: null });
  });

  it('and somebody just made an administrator are not two people for 24 hours', async () => {
    const sole = await soleAdministrator();
    const { staffChange, invitationCode } = await askToAdd(sole.client, newUsername(), ['administrator']);
    await later(24 * HOUR);
    await acceptInvitation(system(), invitationCode);
    system().clock.advance(HOUR);
    const fresh = await signInStaff(system(), staffChange.member.username, OWN_PASSWORD);
    const soleAgain = await signInStaff(system(), sole.username, STAFF_PASSWORD);
    const wish = await grant(soleAgain, sole.id, ['finance', 'administrator']);
    expect(wish.effectiveAt).not.toBeNull();
    const ownProof = { password: OWN_PASSWORD };
    const refusal = await expectError(() => approve(fresh, wish, ownProof), 'staff.role_too_new');
    expect(refusal.details).toMatchObject({ hours: 23 });
    system().clock.advance(23 * HOUR);
    const counted = await signInStaff(system(), staffChange.member.username, OWN_PASSWORD);
    expect(await approve(counted, wish, ownProof)).toMatchObject({ state: 'effective' });
  });
});

const orderCall = {
  params: { orderId: '0123456789abcdef01234567' },
  body: { revision: 1, shownSha256: '0'.repeat(64) },
};

it('does not take the last administrator away by giving them another role', async () => {
  const sole = await soleAdministrator();
  await expectError(() => setRoles(sole.client, sole.id, ['reviewer']), 'staff.last_administrator');
});

describe('the proof', () => {
  it('is asked for, and a wrong password is none', async () => {
    const [one, other] = [await administrator(), await staffPerson(system(), ['finance'])];
    const roles = ['reviewer' as const, 'finance' as const];
    await expectError(() => setRoles(one.client, other.id, roles, {}), 'staff.proof_required');
    const wrong = { password: 'somebody else’s password' };
    await expectError(() => setRoles(one.client, other.id, roles, wrong), 'auth.password_wrong');
    await expectError(() => askToInvite(one.client, other.id, wrong), 'auth.password_wrong');
    const two = await administrator();
    const staffChange = await grant(one.client, other.id, roles);
    await expectError(() => approve(two.client, staffChange, wrong), 'auth.password_wrong');
    expect(await rolesOf(other.id)).toEqual(['finance']);
  });

  it('is an unused code, too, once an authenticator is enrolled', async () => {
    const [one, other] = [await administrator(), await staffPerson(system(), ['finance'])];
    const { secret } = await one.client.call(endpoints.staff.beginSecondFactor, { body: PROOF });
    const shown = () => shownBy(system(), secret);
    await one.client.call(endpoints.staff.confirmSecondFactor, { body: { code: shown() } });
    const ask = (secondFactor?: string) =>
      one.client.call(endpoints.staff.inviteMember, {
        params: { staffId: other.id },
        body: { ...PROOF, secondFactor },
      });
    await expectError(() => ask(), 'auth.second_factor_required');
    await expectError(() => ask(shown()), 'auth.second_factor_wrong');
    system().clock.advance(30_000);
    await ask(shown());
    await expectError(() => askToReset(one.client, other.id), 'auth.second_factor_required');
  });
});

describe('a waiting change', () => {
  it('is stopped by another administrator or by whom it concerns, and is not found by others', async () => {
    const [one, two] = [await administrator(), await administrator()];
    const [her, stranger] = [await staffPerson(system(), ['finance']), await staffPerson(system(), ['finance'])];
    const first = await grant(one.client, her.id, ['reviewer', 'finance']);
    expect(await listed(her.client, first.id)).toMatchObject({ isAboutMe: true, canCancel: true });
    await expectError(() => cancel(stranger.client, first), 'staff.change_not_found');
    expect(await cancel(her.client, first)).toMatchObject({ state: 'cancelled' });
    expect(await cancel(her.client, first)).toMatchObject({ state: 'cancelled' });
    await expectError(() => approve(two.client, first), 'staff.change_settled');
    const second = await grant(one.client, her.id, ['reviewer', 'finance']);
    await cancel(two.client, second);
    expect(await rolesOf(her.id)).toEqual(['finance']);
    expect((await list(stranger.client)).map(({ id }) => id)).not.toContain(second.id);
    await later(0);
    // Whether it was opened before it was settled depends on who was faster; open it is not.
    expect((await taskOf(second.id))?.closedAt).not.toBeNull();
  });

  it('is agreed to by one of five calls at the same time', async () => {
    const [one, two] = [await administrator(), await administrator()];
    const other = await staffPerson(system(), ['finance']);
    const staffChange = await grant(one.client, other.id, ['reviewer', 'finance']);
    const calls = Array.from({ length: 5 }, () => outcomeOf(approve(two.client, staffChange)));
    const { ok, ...lost } = countOutcomes(await Promise.all(calls));
    expect(ok).toBe(1);
    expect(Object.keys(lost).every((code) => ['staff.change_settled', 'auth.password_delayed'].includes(code))).toBe(
      true,
    );
    const { auditEntries } = system().container();
    const action = 'staff.approveMemberChange';
    const entry = await auditEntries
      .findOne({ action, object: `staffChange:${staffChange.id}`, outcome: 'done' })
      .lean();
    expect(entry).toMatchObject({ actor: { kind: 'staff', id: two.id } });
  });

  it('does not give back what was taken away meanwhile', async () => {
    const [one, two] = [await administrator(), await administrator()];
    const other = await staffPerson(system(), ['finance', 'issuer']);
    const staffChange = await grant(one.client, other.id, ['reviewer', 'finance', 'issuer']);
    await setRoles(two.client, other.id, ['issuer'], {});
    await approve(two.client, staffChange);
    expect(await rolesOf(other.id)).toEqual(['reviewer', 'issuer']);
  });

  it('goes with who asked for it, and with the disabling of whom it concerns', async () => {
    const [one, two, three] = [await administrator(), await administrator(), await administrator()];
    const [her, him] = [await staffPerson(system(), ['finance']), await staffPerson(system(), ['finance'])];
    const forHer = await grant(one.client, her.id, ['reviewer', 'finance']);
    const forHim = await grant(two.client, him.id, ['reviewer', 'finance']);
    await two.client.call(endpoints.staff.disableMember, { params: { staffId: one.id } });
    expect(await approve(two.client, forHer)).toMatchObject({ state: 'failed' });
    expect(await storedChange(forHer.id)).toMatchObject({ failure: 'asker-left' });
    await three.client.call(endpoints.staff.disableMember, { params: { staffId: him.id } });
    expect(await listed(three.client, forHim.id)).toMatchObject({ state: 'cancelled' });
    await three.client.call(endpoints.staff.enableMember, { params: { staffId: him.id } });
    expect(await rolesOf(him.id)).toEqual(['finance']);
    expect(await rolesOf(her.id)).toEqual(['finance']);
  });

  it('to which nobody agrees is over after seven days', async () => {
    const [one, other] = [await administrator(), await staffPerson(system(), ['finance'])];
    const staffChange = await grant(one.client, other.id, ['reviewer', 'finance']);
    await later(7 * 24 * HOUR);
    expect(await storedChange(staffChange.id)).toMatchObject({ state: 'expired' });
    expect(await rolesOf(other.id)).toEqual(['finance']);
  });

  it('that a crash interrupts is finished by its job, once', async () => {
    const [one, two] = [await administrator(), await administrator()];
    const { staffChanges, staffMembers } = system().container();
    const member = await acceptedMember(system(), one.client);
    const { staffChange, invitationCode } = await askToInvite(one.client, member.id);
    await approve(two.client, staffChange);
    await acceptInvitation(system(), invitationCode, 'another password of mine');
    // As if the process had ended after the invitation was written and before the change said so.
    const interrupted = { state: 'approved' as const, settledAt: null, codeHash: 'that of the used code' };
    const outbox = outboxEntry({ name: 'settle-staff-change' }, system().clock.now());
    await staffChanges.updateOne({ _id: staffChange.id }, { $set: interrupted, $push: { outbox } });
    await later(0);
    expect(await storedChange(staffChange.id)).toMatchObject({ state: 'effective' });
    expect(await staffMembers.findOne({ _id: member.id }).lean()).not.toHaveProperty('invitation');
  });
});
