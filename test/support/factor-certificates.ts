import { type CertificateAnswer, endpoints, type StaffRole, type StepUp } from '@acceptance/shared';
import type { SigningKey } from '../../bff/src/pki';
import { shownBy } from './authenticator';
import { answerOf, type Holder, provingDevice } from './certificate-holders';
import { newDeviceId } from './password-people';
import { agree, PROOF, STAFF_PASSWORD, type StaffClient, type StaffPerson, staffPerson } from './staff-people';
import type { TestSystem } from './test-system';

/** What a key says to a challenge for the session of who is signed in. */
export async function sessionAnswer(
  client: StaffClient,
  key: SigningKey,
  claimed: SigningKey = key,
): Promise<CertificateAnswer> {
  const deviceId = newDeviceId();
  const challenge = await client.call(endpoints.certificateSignIn.requestSessionChallenge, { body: { deviceId } });
  return answerOf({ deviceId }, challenge, key, claimed);
}

/** What a key says to a challenge for a sign-in of staff. */
export async function entryAnswer(
  system: TestSystem,
  key: SigningKey,
  device = provingDevice(system),
): Promise<CertificateAnswer> {
  return answerOf(device, await device.ask('second-factor'), key);
}

export const bind = (client: StaffClient, newCertificate: CertificateAnswer, proof: StepUp = PROOF) =>
  client.call(endpoints.staff.askToBindCertificate, { body: { ...proof, newCertificate } });

export const unbind = (client: StaffClient, factorCertificateId: string, proof: StepUp) =>
  client.call(endpoints.staff.unbindCertificate, { params: { factorCertificateId }, body: proof });

export const boundOf = async (client: StaffClient) =>
  (await client.call(endpoints.staff.readSecondFactor, {})).certificates;

/** A member whose second factor is the certificate of that key, signed in from before. */
export async function boundMember(
  system: TestSystem,
  key: SigningKey,
  roles: StaffRole[] = ['administrator'],
): Promise<StaffPerson> {
  const person = await staffPerson(system, roles);
  await agree(system, await bind(person.client, await sessionAnswer(person.client, key)));
  return person;
}

/** Sign-in by password and the answer of a certificate. */
export const enter = (
  { client }: { readonly client: StaffClient },
  username: string,
  certificate?: CertificateAnswer,
  password = STAFF_PASSWORD,
) => client.call(endpoints.staff.signInStaff, { body: { username, password, certificate } });

/** The proof of somebody who is signed in, by the certificate of that key. */
export const byCertificate = async ({ client }: StaffPerson, key: SigningKey): Promise<StepUp> => ({
  ...PROOF,
  certificate: await sessionAnswer(client, key),
});

/** Enrols an authenticator; answers how a proof is given with its next code. */
export async function enrolAuthenticator(
  system: TestSystem,
  { client }: StaffPerson,
  proof: StepUp = PROOF,
): Promise<() => StepUp> {
  const { secret } = await client.call(endpoints.staff.beginSecondFactor, { body: proof });
  await client.call(endpoints.staff.confirmSecondFactor, { body: { code: shownBy(system, secret) } });
  return () => {
    system.clock.advance(30_000);
    return { ...PROOF, secondFactor: shownBy(system, secret) };
  };
}

/** Staff put a certificate on hold; answers how it is released. */
export async function suspend(system: TestSystem, { certificate }: Holder): Promise<() => Promise<void>> {
  const { client } = await staffPerson(system, ['issuer']);
  const params = { certificateId: certificate.id };
  await client.call(endpoints.certificateDesk.suspendCertificate, { params, body: { note: '持有人来电' } });
  await system.settle();
  return async () => {
    await client.call(endpoints.certificateDesk.releaseCertificate, { params });
    await system.settle();
  };
}

/** A key speaks for one member only: with this each test begins with keys that speak for nobody. */
export async function forgetBindings(system: TestSystem): Promise<void> {
  const { passwordAttempts, staffMembers, staffChanges } = system.container();
  await passwordAttempts.deleteMany({});
  await staffMembers.updateMany({}, { $unset: { factorCertificates: 1 } });
  await staffChanges.deleteMany({});
}
