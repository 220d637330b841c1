import { createStandInEnvironment, type EjbcaStandIn, type Fault, startEjbca } from '../../../../scripts/stand-ins';
import { createTlsAuthority } from '../../../../scripts/stand-ins/ejbca/trial-authorities';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import type { CertificateAuthority } from '../../ports/certificate-authority';
import { portErrorOf } from '../testing/port-error-of';
import { createEjbcaAuthority } from './create-ejbca-authority';
import { answerFailure, connectionFailure } from './ejbca-failure';
import type { EjbcaSettings } from './ejbca-settings';
import { orderOf, settingsOf, UNIT_NAME } from './testing/trial-orders';

const SHORT_MS = 400;

const credentials = sharedCredentials();
const environment = createStandInEnvironment();
const { faults } = environment;
let ejbca: EjbcaStandIn;

beforeAll(async () => {
  ejbca = await startEjbca({ credentials, environment });
});
afterAll(() => ejbca.stop());
beforeEach(() => faults.reset());

const authority = (changes: Partial<EjbcaSettings> = {}) =>
  createEjbcaAuthority(settingsOf(credentials.ejbca, { url: ejbca.url, ...changes }));
const failureOf = (promise: Promise<unknown>) => portErrorOf(promise, [UNIT_NAME, 'PRIVATE KEY', 'abababab']);

const OPERATIONS: readonly (readonly [name: string, run: (ours: CertificateAuthority) => Promise<unknown>])[] = [
  ['issue', (ours) => ours.issue(orderOf())],
  ['findByKey', (ours) => ours.findByKey('some-key')],
  ['status', (ours) => ours.status('4711')],
  ['revoke', (ours) => ours.revoke('4711', 'superseded')],
  ['release', (ours) => ours.release('4711')],
  ['revocationList', (ours) => ours.revocationList()],
  ['health', (ours) => ours.health()],
];

describe.each(OPERATIONS)('%s', (_name, run) => {
  it.each<[Fault, string, string]>([
    ['server-error', 'unavailable', 'HTTP 500'],
    ['html-error', 'unavailable', 'HTTP 502'],
    ['garbled', 'unavailable', 'UNEXPECTED-ANSWER'],
    ['rate-limited', 'rate-limited', 'HTTP 429'],
  ])('says what %s is', async (fault, failure, vendorCode) => {
    faults.set({ standIn: 'ejbca', fault });
    expect(await failureOf(run(authority()))).toMatchObject({ port: 'certificate-authority', failure, vendorCode });
  });

  it('waits no longer than it may', async () => {
    faults.set({ standIn: 'ejbca', fault: 'timeout' });
    expect(await failureOf(run(authority({ timeoutMs: SHORT_MS })))).toMatchObject({
      failure: 'unavailable',
      vendorCode: 'TIMEOUT',
    });
  });

  it('ends with its job', async () => {
    const ended = authority({ signal: () => AbortSignal.abort() });
    expect(await failureOf(run(ended))).toMatchObject({ failure: 'unavailable', vendorCode: 'ABORTED' });
  });
});

describe('enrolling', () => {
  it.each<[Fault, string, string]>([
    ['ca-offline', 'unavailable', 'ca_offline'],
    ['approval-required', 'misconfigured', 'approval_required'],
  ])('tells %s from a refusal', async (fault, failure, vendorCode) => {
    faults.set({ standIn: 'ejbca', fault });
    expect(await failureOf(authority().issue(orderOf()))).toMatchObject({ failure, vendorCode });
  });

  it.each<[string, Partial<EjbcaSettings>, string]>([
    ['a CA', { authorityName: 'unknown' }, 'unknown_name'],
    ['an end entity profile', { endEntityProfile: 'unknown' }, 'HTTP 404'],
    ['a certificate profile', { certificateProfiles: { 'unit-signing': 'unknown' } }, 'unknown_name'],
    ['an API', { url: 'the stand-in without its path' }, 'HTTP 404'],
  ])('with %s that is not there is a matter of settings', async (what, changes, vendorCode) => {
    const url = what === 'an API' ? new URL(ejbca.url).origin : ejbca.url;
    const failure = await failureOf(authority({ ...changes, url }).issue(orderOf()));
    expect(failure.vendorCode).toBe(vendorCode);
    expect(failure.failure).toBe('misconfigured');
  });
});

it('without the right to use the CA, which EJBCA then does not list, is a matter of settings', async () => {
  const { health, status } = authority({ authorityName: 'not listed' });
  for (const refused of [health(), status('4711')]) {
    expect(await failureOf(refused)).toMatchObject({ failure: 'misconfigured', vendorCode: 'unknown_authority' });
  }
});

describe('mutual TLS', () => {
  it('with a certificate that no role of EJBCA names is a matter of settings', async () => {
    const { otherClientCertificate, otherClientKey } = credentials.ejbca;
    const stranger = { clientCertificatePem: otherClientCertificate, clientKeyPem: otherClientKey };
    expect(await failureOf(authority(stranger).health())).toMatchObject({
      failure: 'misconfigured',
      vendorCode: 'HTTP 403',
    });
  });

  it('with a certificate of another authority ends in a broken connection, for EJBCA says nothing', async () => {
    const { certificate, key } = createTlsAuthority().client('nobody');
    const nobody = authority({ clientCertificatePem: certificate, clientKeyPem: key });
    expect(await failureOf(nobody.issue(orderOf()))).toMatchObject({ failure: 'unavailable' });
  });

  it('does not talk to a server of another authority', async () => {
    environment.requests.clear();
    const foreign = authority({ serverCaPem: createTlsAuthority().certificate });
    expect(await failureOf(foreign.issue(orderOf()))).toMatchObject({ failure: 'misconfigured' });
    expect(environment.requests.list()).toEqual([]);
  });

  it('does not talk to a server of another name', async () => {
    const { clientCertificate, clientKey } = credentials.ejbca;
    const impostor = await startEjbca({
      environment,
      credentials: {
        ...credentials,
        ejbca: { ...credentials.ejbca, serverCertificate: clientCertificate, serverKey: clientKey },
      },
    });
    const failure = await failureOf(authority({ url: impostor.url }).health());
    await impostor.stop();
    expect(failure.failure).toBe('misconfigured');
  });

  it('refuses settings whose certificates cannot be read at once', () => {
    expect(() => authority({ trustedRootPem: 'no certificate' })).toThrow();
  });
});

describe('the meaning of', () => {
  it.each([
    ['ECONNREFUSED', 'unavailable'],
    ['ECONNRESET', 'unavailable'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'misconfigured'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'misconfigured'],
    ['CERT_HAS_EXPIRED', 'misconfigured'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'misconfigured'],
  ])('the connection error %s is %s', (code, failure) => {
    expect(connectionFailure(code).failure).toBe(failure);
  });

  it.each<[number, string | null, string, string]>([
    [401, null, 'misconfigured', 'HTTP 401'],
    [302, null, 'misconfigured', 'HTTP 302'],
    [400, null, 'unavailable', 'HTTP 400'],
    [400, 'Invalid certificate request', 'rejected', 'HTTP 400'],
    [422, 'User does not fulfil the profile', 'rejected', 'HTTP 422'],
    [503, 'Device was unavailable.', 'unavailable', 'HTTP 503'],
    [
      400,
      "User 'a' is not allowed to use same subject DN as the user(s) 'b'",
      'misconfigured',
      'unique_subject_enforced',
    ],
    [
      400,
      'Single transaction enrollment request rejected since approvals are enabled for this CA',
      'misconfigured',
      'approval_required',
    ],
  ])('an answer %i with the words %j', (status, sentence, failure, vendorCode) => {
    expect(answerFailure(status, sentence)).toMatchObject({ failure, vendorCode });
  });
});
