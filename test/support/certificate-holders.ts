import { createHash } from 'node:crypto';
import {
  type CertificateAnswer,
  type CertificateView,
  type Challenge,
  type ChallengePurpose,
  challengeBytes,
  endpoints,
  TERMS_VERSION,
} from '@acceptance/shared';
import {
  buildCsr,
  generatePrivateKeyPem,
  type KeyAlgorithm,
  openSigningKeyPem,
  type SigningKey,
} from '../../bff/src/pki';
import { type ApiClient, createApiClient } from '../../scripts/api-client/create-api-client';
import type { StoryContext } from '../../scripts/story/story-context';
import { paidOrder } from './order-copies';
import { newDeviceId } from './password-people';
import { staffPerson } from './staff-people';
import { newClient, paramsOf } from './story-people';
import type { TestSystem } from './test-system';

export const newKey = async (algorithm: KeyAlgorithm): Promise<SigningKey> =>
  openSigningKeyPem(await generatePrivateKeyPem(algorithm));

/** Somebody with a certificate and its key. */
export interface Holder {
  readonly context: StoryContext;
  readonly certificate: CertificateView;
  readonly key: SigningKey;
}

const csrOf = async (key: SigningKey): Promise<string> =>
  Buffer.from(await buildCsr(key, [{ type: 'commonName', value: '持有人' }])).toString('base64');

/** A new person with a software certificate. */
export async function softwareHolder(
  system: TestSystem,
  algorithm: 'sm2' | 'ecdsa-p256' = 'ecdsa-p256',
): Promise<Holder> {
  const context = await paidOrder(system, {
    projectId: 'personal-signing',
    applicantType: 'person',
    delivery: 'download',
  });
  const key = await newKey(algorithm);
  const params = paramsOf(context);
  await context.applicant.call(endpoints.certificates.requestCertificate, { params, body: { csr: await csrOf(key) } });
  return issuedTo(system, context, key);
}

/** A new person whose certificate, of an RSA key, was made at the desk as for a UKey. */
export async function ukeyHolder(system: TestSystem): Promise<Holder> {
  const context = await paidOrder(system);
  const { client } = await staffPerson(system, ['issuer']);
  const key = await newKey('rsa-2048');
  const params = paramsOf(context);
  await client.call(endpoints.certificateDesk.startIssuing, { params });
  const body = { csr: await csrOf(key), tokenSerialNumber: 'UK20260001' };
  await client.call(endpoints.certificateDesk.requestCertificate, { params, body });
  return issuedTo(system, context, key);
}

async function issuedTo(system: TestSystem, context: StoryContext, key: SigningKey): Promise<Holder> {
  await system.settle();
  const { certificate } = await context.applicant.call(endpoints.certificates.readIssuing, {
    params: paramsOf(context),
  });
  expect(certificate?.state).toBe('issued');
  return { context, certificate: certificate!, key };
}

export const keyIdOf = ({ publicKeyInfoDer }: SigningKey): string =>
  createHash('sha256').update(publicKeyInfoDer).digest('hex');

/** A page or a mini-program on a device, where somebody proves to hold a certificate. */
export interface ProvingDevice {
  readonly client: ApiClient;
  readonly deviceId: string;
  ask(purpose?: ChallengePurpose): Promise<Challenge>;
  signIn(answer: CertificateAnswer, acceptedTermsVersion?: string): ReturnType<typeof signInBy>;
}

const signInBy = (client: ApiClient, answer: CertificateAnswer, acceptedTermsVersion: string) =>
  client.call(endpoints.certificateSignIn.signIn, { body: { ...answer, acceptedTermsVersion } });

/** @param page origin of the page; absent: the mini-program */
export function provingDevice(system: TestSystem, page?: string): ProvingDevice {
  const client = page ? createApiClient(system.origin, page) : newClient(system);
  const deviceId = newDeviceId();
  return {
    client,
    deviceId,
    ask: (purpose = 'sign-in') =>
      client.call(endpoints.certificateSignIn.requestChallenge, { body: { purpose, deviceId } }),
    signIn: (answer, acceptedTermsVersion = TERMS_VERSION) => signInBy(client, answer, acceptedTermsVersion),
  };
}

/** What a key says to a challenge; `claimed`: for another key than it is. */
export async function answerOf(
  { deviceId }: Pick<ProvingDevice, 'deviceId'>,
  challenge: Challenge,
  key: SigningKey,
  claimed: SigningKey = key,
): Promise<CertificateAnswer> {
  const signature = await key.sign(challengeBytes(challenge));
  return {
    nonce: challenge.nonce,
    deviceId,
    publicKeySha256: keyIdOf(claimed),
    signature: Buffer.from(signature).toString('base64'),
  };
}
