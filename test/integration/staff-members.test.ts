import { endpoints } from '@acceptance/shared';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import {
  acceptedMember,
  acceptInvitation,
  agree,
  askToAdd,
  askToInvite,
  askToReset,
  newUsername,
  OWN_PASSWORD,
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

const administrator = (username = newUsername()) => staffPerson(system(), ['administrator'], username);
const signIn = (username: string, password: string) => signInStaff(system(), username, password);
const accept = (code: string, newPassword = OWN_PASSWORD) => acceptInvitation(system(), code, newPassword);
const storedMember = (staffId: string) => system().container().staffMembers.findOne({ _id: staffId }).lean();
const disable = (client: StaffClient, staffId: string) =>
  client.call(endpoints.staff.disableMember, { params: { staffId } });
const invitedAdministrator = { displayName: '王芳', roles: ['administrator' as const], disabledAt: null };
const nobody = '0123456789abcdef01234567';

/** Adds somebody, with another administrator's consent. */
async function add(client: StaffClient, ...wish: [username?: string, roles?: Parameters<typeof askToAdd>[2]]) {
  const { staffChange, invitationCode } = await askToAdd(client, ...wish);
  return { id: await agree(system(), staffChange), invitationCode };
}
/** Invites somebody again, with another administrator's consent. */
async function invite(client: StaffClient, staffId: string) {
  const { staffChange, invitationCode } = await askToInvite(client, staffId);
  await agree(system(), staffChange);
  return { invitationCode };
}
const member = (client: StaffClient, ...roles: Parameters<typeof askToAdd>[2] & object) =>
  acceptedMember(system(), client, roles.length > 0 ? roles : ['reviewer']);

describe('an invitation', () => {
  it('lets somebody set a password, with the name and roles that the administrator gave', async () => {
    const { client } = await administrator();
    const username = newUsername();
    const invited = await add(client, username.toUpperCase(), ['finance', 'reviewer', 'finance']);
    const { items } = await client.call(endpoints.staff.listMembers, {});
    const expected = { username, roles: ['reviewer', 'finance'], state: 'invited', secondFactor: false };
    expect(items.find(({ id }) => id === invited.id)).toMatchObject(expected);
    await expectError(() => signIn(username, OWN_PASSWORD), 'auth.password_wrong');
    expect(await accept(invited.invitationCode.toLowerCase().replaceAll('-', ' '))).toEqual({ username });
    const her = await signIn(username, OWN_PASSWORD);
    expect(await her.call(endpoints.staff.readStaff, {})).toMatchObject({ roles: ['reviewer', 'finance'] });
  });

  it('is good once, for one of five at the same time, and not after 48 hours', async () => {
    const { client } = await administrator();
    const first = await add(client);
    const tries = Array.from({ length: 5 }, (_, index) =>
      outcomeOf(accept(first.invitationCode, `${OWN_PASSWORD} ${index}`)),
    );
    expect(countOutcomes(await Promise.all(tries))).toEqual({ ok: 1, 'staff.invitation_invalid': 4 });
    const late = await add(client);
    system().clock.advance(48 * HOUR);
    await expectError(() => accept(late.invitationCode), 'staff.invitation_invalid');
    await expectError(() => accept('AAAA-BBBB'), 'staff.invitation_invalid');
  });

  it('is void after a new one, which also replaces a forgotten password and ends sessions', async () => {
    const { client } = await administrator();
    const person = await member(client);
    const first = await invite(client, person.id);
    const second = await invite(client, person.id);
    await expectError(() => accept(first.invitationCode), 'staff.invitation_invalid');
    await person.client.call(endpoints.staff.readStaff, {});
    await accept(second.invitationCode, 'another password of mine');
    await expectError(() => person.client.call(endpoints.staff.readStaff, {}), 'auth.session_expired');
    await expectError(() => signIn(person.username, OWN_PASSWORD), 'auth.password_wrong');
    await signIn(person.username, 'another password of mine');
  });

  it('takes no weak password, and is not used up by one', async () => {
    const { client } = await administrator();
    const { invitationCode } = await add(client);
    await expectError(() => accept(invitationCode, '123456'), 'request.invalid');
    await accept(invitationCode);
  });

  it('may come back with a number of one’s own, stored as a keyed hash, to which another may be added', async () => {
    const { client } = await administrator();
    const { id, invitationCode } = await add(client);
    const { username } = await acceptInvitation(system(), invitationCode, OWN_PASSWORD, '13900000001');
    const her = await signIn(username, OWN_PASSWORD);
    const body = { phone: '13900000002' };
    expect(await her.call(endpoints.staff.addOwnPhone, { body })).toEqual({ phoneMasked: '139****0002' });
    await her.call(endpoints.staff.addOwnPhone, { body });
    const stored = await storedMember(id);
    expect(stored!.ownPhones!.map(({ phoneMasked }) => phoneMasked)).toEqual(['139****0001', '139****0002']);
    expect(JSON.stringify(stored)).not.toContain('13900000002');
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
    await expectError(() => askToAdd(client, username), 'request.invalid');
  });

  it('adds a user name once, for one of two at the same time', async () => {
    const { client } = await administrator();
    const username = newUsername();
    const outcomes = await Promise.all([outcomeOf(askToAdd(client, username)), outcomeOf(askToAdd(client, username))]);
    expect(countOutcomes(outcomes)).toEqual({ ok: 1, 'staff.change_waiting': 1 });
    const taken = await administrator();
    await expectError(() => askToAdd(client, taken.username), 'staff.username_taken');
  });

  it('refuses a token of before a change of roles, and the lost right after it', async () => {
    const { client } = await administrator();
    const person = await member(client, 'reviewer', 'administrator');
    await setRoles(client, person.id, ['reviewer']);
    await expectError(() => person.client.call(endpoints.staff.readStaff, {}), 'auth.session_expired');
    const again = await signIn(person.username, OWN_PASSWORD);
    await expectError(() => again.call(endpoints.staff.listMembers, {}), 'auth.forbidden');
    await setRoles(client, person.id, ['reviewer']);
    await again.call(endpoints.staff.readStaff, {});
  });

  it('disables at once, with sessions and invitation, and enables again', async () => {
    const { client } = await administrator();
    const person = await member(client);
    const { invitationCode } = await invite(client, person.id);
    expect(await disable(client, person.id)).toMatchObject({ state: 'disabled', invitedUntil: null });
    expect(await disable(client, person.id)).toMatchObject({ state: 'disabled' });
    await expectError(() => person.client.call(endpoints.staff.readStaff, {}), 'auth.session_expired');
    await expectError(() => signIn(person.username, OWN_PASSWORD), 'auth.password_wrong');
    await expectError(() => accept(invitationCode), 'staff.invitation_invalid');
    await expectError(() => askToInvite(client, person.id), 'staff.member_disabled');
    await client.call(endpoints.staff.enableMember, { params: { staffId: person.id } });
    await signIn(person.username, OWN_PASSWORD);
  });

  it('finds nobody under an unknown id', async () => {
    const { client } = await administrator();
    const params = { staffId: nobody };
    const refusals = [
      () => askToInvite(client, nobody),
      () => setRoles(client, nobody, ['finance']),
      () => disable(client, nobody),
      () => client.call(endpoints.staff.enableMember, { params }),
      () => askToReset(client, nobody),
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
    const last = await signIn(one.username, STAFF_PASSWORD);
    await expectError(() => disable(last, one.id), 'staff.last_administrator');
    await expectError(() => setRoles(last, one.id, ['reviewer']), 'staff.last_administrator');
    // An invited administrator is none yet.
    await staffMembers.create({ ...invitedAdministrator, username: newUsername(), createdAt: system().clock.now() });
    await expectError(() => disable(last, one.id), 'staff.last_administrator');
  });

  it('is recorded, with who did it to whom', async () => {
    const { client, id } = await administrator();
    const person = await member(client);
    await disable(client, person.id);
    const { auditEntries } = system().container();
    const [entry] = await auditEntries.find({ action: 'staff.disableMember', object: `staff:${person.id}` }).lean();
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
      await client.call(endpoints.staff.beginSecondFactor, { body: { password: STAFF_PASSWORD } });
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

  it('is taken away by two administrators when the phone is lost, and must be enrolled again', async () => {
    const [asking, lost] = [await administrator(), await administrator()];
    const { staffMembers } = system().container();
    const secondFactor = { secret: 'x', usedStep: 0, recoveryHashes: [], enrolledAt: system().clock.now() };
    await staffMembers.updateOne({ username: lost.username }, { $set: { secondFactor } });
    const { staffChange } = await askToReset(asking.client, lost.id);
    await lost.client.call(endpoints.staff.readStaff, {});
    await agree(system(), staffChange);
    await requiring(async () => {
      await expectError(() => lost.client.call(endpoints.staff.readStaff, {}), 'auth.session_expired');
      const again = await signIn(lost.username, STAFF_PASSWORD);
      await expectError(() => again.call(endpoints.staff.listMembers, {}), 'auth.second_factor_not_enrolled');
    });
  });
});

it('has no public endpoint but sign-in, refreshing and the acceptance of what an administrator made', () => {
  const open = Object.values(endpoints.staff).filter(({ access }) => access === 'public');
  expect(open.map(({ id }) => id).toSorted()).toEqual([
    'staff.acceptInvitation',
    'staff.refreshSession',
    'staff.signIn',
  ]);
});
