import { endpoints, type StaffRole } from '@acceptance/shared';
import { addStaff } from '../../bff/src/modules/staff';
import { newClient } from './story-people';
import type { TestSystem } from './test-system';

export const STAFF_PASSWORD = 'password of the staff tests';
/** What somebody without an authenticator proves again. */
export const PROOF = { password: STAFF_PASSWORD };
export const OWN_PASSWORD = 'a password of my own';
/** Where somebody of the staff can be: a system of tests, or a story's that goes by the real clock. */
export type StaffedSystem = Pick<TestSystem, 'origin' | 'container'> & {
  readonly clock: Pick<TestSystem['clock'], 'now'>;
};
export type StaffClient = ReturnType<typeof newClient>;

export interface StaffPerson {
  readonly client: StaffClient;
  readonly id: string;
  readonly username: string;
}

let people = 0;
export const newUsername = (): string => {
  people += 1;
  return `desk-${people}`;
};

export async function signInStaff(
  system: Pick<TestSystem, 'origin'>,
  username: string,
  password: string,
): Promise<StaffClient> {
  const client = newClient(system);
  client.accessToken = (await client.call(endpoints.staff.signInStaff, { body: { username, password } })).accessToken;
  return client;
}

/** Somebody who has always been on the staff, signed in. */
export async function staffPerson(
  system: StaffedSystem,
  roles: StaffRole[] = ['administrator'],
  username = newUsername(),
): Promise<StaffPerson> {
  const { staffMembers } = system.container();
  const now = system.clock.now();
  await addStaff(staffMembers, { username, displayName: username, password: STAFF_PASSWORD, roles, now });
  const client = await signInStaff(system, username, STAFF_PASSWORD);
  return { client, username, id: (await client.call(endpoints.staff.readStaff, {})).id };
}

/** A reviewer whom nobody has met, signed in. */
export const newReviewer = async (system: TestSystem): Promise<StaffClient> =>
  (await staffPerson(system, ['reviewer'])).client;

export const askToAdd = (client: StaffClient, username = newUsername(), roles: StaffRole[] = ['reviewer']) =>
  client.call(endpoints.staff.addMember, { body: { username, displayName: '王芳', roles, ...PROOF } });
export const askToInvite = (client: StaffClient, staffId: string, proof: { password: string } = PROOF) =>
  client.call(endpoints.staff.inviteMember, { params: { staffId }, body: proof });
export const askToReset = (client: StaffClient, staffId: string) =>
  client.call(endpoints.staff.resetMemberSecondFactor, { params: { staffId }, body: PROOF });
export const setRoles = (client: StaffClient, staffId: string, roles: StaffRole[], proof: object = PROOF) =>
  client.call(endpoints.staff.setMemberRoles, { params: { staffId }, body: { roles, ...proof } });
export const approve = (client: StaffClient, { id }: { id: string }, proof: { password: string } = PROOF) =>
  client.call(endpoints.staff.approveMemberChange, { params: { staffChangeId: id }, body: proof });
export const cancel = (client: StaffClient, { id }: { id: string }) =>
  client.call(endpoints.staff.cancelMemberChange, { params: { staffChangeId: id } });
export const acceptInvitation = (system: TestSystem, code: string, newPassword = OWN_PASSWORD, ownPhone?: string) =>
  newClient(system).call(endpoints.staff.acceptInvitation, { body: { code, newPassword, ownPhone } });

/** Another administrator agrees; answers whom it concerned. */
export async function agree(system: TestSystem, { id }: { id: string }): Promise<string> {
  const { client } = await staffPerson(system);
  return (await approve(client, { id })).member.id ?? '';
}

/** A member who was asked for by `client`, agreed to by another administrator, and has accepted the invitation. */
export async function acceptedMember(
  system: TestSystem,
  client: StaffClient,
  roles: StaffRole[] = ['reviewer'],
): Promise<StaffPerson> {
  const username = newUsername();
  const { staffChange, invitationCode } = await askToAdd(client, username, roles);
  const id = await agree(system, staffChange);
  await acceptInvitation(system, invitationCode);
  return { id, username, client: await signInStaff(system, username, OWN_PASSWORD) };
}
