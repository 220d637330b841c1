import { endpoints, type StaffRole } from '@acceptance/shared';
import { addStaff } from '../../bff/src/modules/staff';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { newClient } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const PASSWORD = 'password of an administrator';
const OWN = 'a password of my own';
const HOUR = 3_600_000;
beforeEach(() => system().container().passwordAttempts.deleteMany({}));

type Client = ReturnType<typeof newClient>;
let members = 0;
const newName = (): string => {
  members += 1;
  return `desk-${members}`;
};
async function signIn(username: string, password: string): Promise<Client> {
  const client = newClient(system());
  client.accessToken = (await client.call(endpoints.staff.signInStaff, { body: { username, password } })).accessToken;
  return client;
}
async function administrator(username = newName()): Promise<{ client: Client; id: string; username: string }> {
  const now = system().clock.now();
  const { staffMembers } = system().container();
  await addStaff(staffMembers, { username, displayName: username, password: PASSWORD, roles: ['administrator'], now });
  const client = await signIn(username, PASSWORD);
  return { client, username, id: (await client.call(endpoints.staff.readStaff, {})).id };
}
const add = (client: Client, username = newName(), roles: StaffRole[] = ['reviewer']) =>
  client.call(endpoints.staff.addMember, { body: { username, displayName: '王芳', roles } });
const accept = (code: string, newPassword = OWN) =>
  newClient(system()).call(endpoints.staff.acceptInvitation, { body: { code, newPassword } });
const setRoles = (client: Client, staffId: string, roles: StaffRole[]) =>
  client.call(endpoints.staff.setMemberRoles, { params: { staffId }, body: { roles } });
const disable = (client: Client, staffId: string) =>
  client.call(endpoints.staff.disableMember, { params: { staffId } });
const invite = (client: Client, staffId: string) => client.call(endpoints.staff.inviteMember, { params: { staffId } });
const nobody = '0123456789abcdef01234567';

/** A member who has accepted the invitation, signed in. */
async function acceptedMember(client: Client, roles: StaffRole[] = ['reviewer']) {
  const { id, username, invitationCode } = await add(client, newName(), roles);
  await accept(invitationCode);
  return { id, username, client: await signIn(username, OWN) };
}

describe('an invitation', () => {
  it('lets somebody set a password, with the name and roles that the administrator gave', async () => {
    const { client } = await administrator();
    const username = newName();
    const invited = await add(client, username.toUpperCase(), ['finance', 'reviewer', 'finance']);
    expect(invited).toMatchObject({ username, roles: ['reviewer', 'finance'], state: 'invited', secondFactor: false });
    await expectError(() => signIn(username, OWN), 'auth.password_wrong');
    expect(await accept(invited.invitationCode.toLowerCase().replaceAll('-', ' '))).toEqual({ username });
    const member = await signIn(username, OWN);
    expect(await member.call(endpoints.staff.readStaff, {})).toMatchObject({ roles: ['reviewer', 'finance'] });
  });

  it('is good once, for one of five at the same time, and not after 48 hours', async () => {
    const { client } = await administrator();
    const first = await add(client);
    const tries = Array.from({ length: 5 }, (_, index) => outcomeOf(accept(first.invitationCode, `${OWN} ${index}`)));
    expect(countOutcomes(await Promise.all(tries))).toEqual({ ok: 1, 'staff.invitation_invalid': 4 });
    const late = await add(client);
    system().clock.advance(48 * HOUR);
    await expectError(() => accept(late.invitationCode), 'staff.invitation_invalid');
    await expectError(() => accept('AAAA-BBBB'), 'staff.invitation_invalid');
  });

  it('is void after a new one, which also replaces a forgotten password and ends sessions', async () => {
    const { client } = await administrator();
    const member = await acceptedMember(client);
    const first = await invite(client, member.id);
    const second = await invite(client, member.id);
    await expectError(() => accept(first.invitationCode), 'staff.invitation_invalid');
    await member.client.call(endpoints.staff.readStaff, {});
    await accept(second.invitationCode, 'another password of mine');
    await expectError(() => member.client.call(endpoints.staff.readStaff, {}), 'auth.session_expired');
    await expectError(() => signIn(member.username, OWN), 'auth.password_wrong');
    await signIn(member.username, 'another password of mine');
  });

  it('takes no weak password, and is not used up by one', async () => {
    const { client } = await administrator();
    const { invitationCode } = await add(client);
    await expectError(() => accept(invitationCode, '123456'), 'request.invalid');
    await accept(invitationCode);
  });

  it('is stored as a keyed hash and stands in no log', async () => {
    const { client } = await administrator();
    const { invitationCode } = await add(client);
    const stored = JSON.stringify(await system().container().staffMembers.find().lean());
    const audit = JSON.stringify(await system().container().auditEntries.find().lean());
    for (const text of [stored, audit, system().logText()]) {
      expect(text).not.toContain(invitationCode);
      expect(text).not.toContain(invitationCode.replaceAll('-', ''));
    }
  });
});

describe('administering staff', () => {
  it('lists everybody with roles and state', async () => {
    const { client, username } = await administrator();
    const invited = await add(client);
    const { items } = await client.call(endpoints.staff.listMembers, {});
    expect(items.find((member) => member.username === username)).toMatchObject({ state: 'active', invitedUntil: null });
    expect(items.find(({ id }) => id === invited.id)).toMatchObject({
      state: 'invited',
      invitedUntil: new Date(system().clock.now().getTime() + 48 * HOUR).toISOString(),
    });
  });

  it.each(['', 'ab', '王芳', 'has space', '1first'])('does not add the user name %j', async (username) => {
    const { client } = await administrator();
    await expectError(() => add(client, username), 'request.invalid');
  });

  it('adds a user name once, for one of two at the same time', async () => {
    const { client } = await administrator();
    const username = newName();
    const outcomes = await Promise.all([outcomeOf(add(client, username)), outcomeOf(add(client, username))]);
    expect(countOutcomes(outcomes)).toEqual({ ok: 1, 'staff.username_taken': 1 });
  });

  it('refuses a token of before a change of roles, and the lost right after it', async () => {
    const { client } = await administrator();
    const member = await acceptedMember(client, ['reviewer', 'administrator']);
    await setRoles(client, member.id, ['finance']);
    await expectError(() => member.client.call(endpoints.staff.readStaff, {}), 'auth.session_expired');
    const again = await signIn(member.username, OWN);
    await expectError(() => again.call(endpoints.staff.listMembers, {}), 'auth.forbidden');
    await setRoles(client, member.id, ['finance']);
    await again.call(endpoints.staff.readStaff, {});
  });

  it('disables at once, with sessions and invitation, and enables again', async () => {
    const { client } = await administrator();
    const member = await acceptedMember(client);
    const { invitationCode } = await invite(client, member.id);
    expect(await disable(client, member.id)).toMatchObject({ state: 'disabled', invitedUntil: null });
    expect(await disable(client, member.id)).toMatchObject({ state: 'disabled' });
    await expectError(() => member.client.call(endpoints.staff.readStaff, {}), 'auth.session_expired');
    await expectError(() => signIn(member.username, OWN), 'auth.password_wrong');
    await expectError(() => accept(invitationCode), 'staff.invitation_invalid');
    await expectError(() => invite(client, member.id), 'staff.member_disabled');
    await client.call(endpoints.staff.enableMember, { params: { staffId: member.id } });
    await signIn(member.username, OWN);
  });

  it('finds nobody under an unknown id', async () => {
    const { client } = await administrator();
    const params = { staffId: nobody };
    const refusals = [
      () => invite(client, nobody),
      () => setRoles(client, nobody, ['finance']),
      () => disable(client, nobody),
      () => client.call(endpoints.staff.enableMember, { params }),
      () => client.call(endpoints.staff.resetMemberSecondFactor, { params }),
    ];
    for (const refused of refusals) {
      await expectError(refused, 'staff.member_not_found');
    }
  });

  it('keeps a last administrator, whatever two of them do to each other', async () => {
    const { staffMembers } = system().container();
    await staffMembers.updateMany({ roles: 'administrator' }, { $set: { disabledAt: system().clock.now() } });
    const [one, two] = [await administrator(), await administrator()];
    const outcomes = await Promise.all([
      outcomeOf(disable(one.client, two.id)),
      outcomeOf(setRoles(two.client, one.id, ['reviewer'])),
    ]);
    expect(outcomes.filter((outcome) => outcome === 'ok').length).toBeLessThan(2);
    const left = await staffMembers.countDocuments({ roles: 'administrator', disabledAt: null });
    expect(left).toBeGreaterThanOrEqual(1);
    await staffMembers.updateMany({ username: { $ne: one.username } }, { $set: { disabledAt: system().clock.now() } });
    await staffMembers.updateOne({ username: one.username }, { $set: { disabledAt: null, roles: ['administrator'] } });
    const last = await signIn(one.username, PASSWORD);
    await expectError(() => disable(last, one.id), 'staff.last_administrator');
    await expectError(() => setRoles(last, one.id, ['reviewer']), 'staff.last_administrator');
    // An invited administrator is none yet.
    await add(last, newName(), ['administrator']);
    await expectError(() => disable(last, one.id), 'staff.last_administrator');
  });

  it('is recorded, with who did it to whom', async () => {
    const { client, id } = await administrator();
    const member = await acceptedMember(client);
    await disable(client, member.id);
    const { auditEntries } = system().container();
    const [entry] = await auditEntries.find({ action: 'staff.disableMember', object: `staff:${member.id}` }).lean();
    expect(entry).toMatchObject({ actor: { kind: 'staff', id, role: 'administrator' }, outcome: 'done' });
  });
});

describe('a required second factor', () => {
  const requiring = async (run: () => Promise<void>) => {
    const { staffPolicy } = system().container();
    const policy = staffPolicy as { secondFactorRequired: boolean };
    policy.secondFactorRequired = true;
    try {
      await run();
    } finally {
      policy.secondFactorRequired = false;
    }
  };

  it('leaves somebody without one nothing but to enrol', () =>
    requiring(async () => {
      const { client, username } = await administrator();
      expect(await client.call(endpoints.staff.readStaff, {})).toMatchObject({ mustEnrolSecondFactor: true });
      await expectError(() => client.call(endpoints.staff.listMembers, {}), 'auth.second_factor_not_enrolled');
      await expectError(() => client.call(endpoints.staff.listQueue, {}), 'auth.second_factor_not_enrolled');
      await client.call(endpoints.staff.beginSecondFactor, { body: { password: PASSWORD } });
      const { staffMembers } = system().container();
      const { pendingSecret } = (await staffMembers.findOne({ username }).lean())!;
      await staffMembers.updateOne(
        { username },
        {
          $set: {
            secondFactor: {
              secret: pendingSecret!,
              usedStep: 0,
              recoveryHashes: [],
              enrolledAt: system().clock.now(),
            },
          },
        },
      );
      await client.call(endpoints.staff.listMembers, {});
    }));

  it('is taken away by an administrator when the phone is lost, and must be enrolled again', () =>
    requiring(async () => {
      const { client, username, id } = await administrator();
      const { staffMembers } = system().container();
      const secondFactor = { secret: 'x', usedStep: 0, recoveryHashes: [], enrolledAt: system().clock.now() };
      await staffMembers.updateOne({ username }, { $set: { secondFactor } });
      await client.call(endpoints.staff.resetMemberSecondFactor, { params: { staffId: id } });
      await expectError(() => client.call(endpoints.staff.readStaff, {}), 'auth.session_expired');
      const again = await signIn(username, PASSWORD);
      await expectError(() => again.call(endpoints.staff.listMembers, {}), 'auth.second_factor_not_enrolled');
    }));
});

it('has no public endpoint but sign-in and the acceptance of what an administrator made', () => {
  const open = Object.values(endpoints.staff).filter(({ access }) => access === 'public');
  expect(open.map(({ id }) => id).toSorted()).toEqual(['staff.acceptInvitation', 'staff.signIn']);
});
