import { X509Certificate } from 'node:crypto';
import { createStandInEnvironment, type EjbcaStandIn, type Fault, startEjbca } from '../../../../scripts/stand-ins';
import { handMadeCsr, newEcKey, newRsaKey } from '../../../../scripts/stand-ins/ejbca/testing/hand-made-csr';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import { portErrorOf } from '../testing/port-error-of';
import { createEjbcaAuthority } from './create-ejbca-authority';
import type { EjbcaSettings } from './ejbca-settings';
import { ENCRYPTION, orderOf, settingsOf, UNIT_NAME, UNIT_SUBJECT } from './testing/trial-orders';

const ENROL_PATH = '/v1/certificate/pkcs10enroll';
const SHORT_MS = 400;

const credentials = sharedCredentials();
const environment = createStandInEnvironment();
const { faults, requests } = environment;
let ejbca: EjbcaStandIn;

beforeAll(async () => {
  ejbca = await startEjbca({ credentials, environment });
});
afterAll(() => ejbca.stop());
beforeEach(() => {
  faults.reset();
  requests.clear();
});

const authority = (changes: Partial<EjbcaSettings> = {}) =>
  createEjbcaAuthority(settingsOf(credentials.ejbca, { url: ejbca.url, ...changes }));
const failureOf = (promise: Promise<unknown>) =>
  portErrorOf(promise, [UNIT_NAME, 'PRIVATE KEY', 'abababab', '91350100M000100Y43']);
const fail = (fault: Fault, onPath = ENROL_PATH, times = 1) => faults.set({ standIn: 'ejbca', fault, times, onPath });
const madeFor = ({ idempotencyKey }: { idempotencyKey: string }) =>
  ejbca.certificates(`acceptance-${idempotencyKey.replace('O', '_o')}`);

describe('issuing', () => {
  it('certifies our subject, our term and the key of the request, whatever else the request says', async () => {
    const key = newRsaKey();
    const order = orderOf({}, key);
    const issued = await authority().issue(order);
    const certificate = new X509Certificate(issued.certificateDer);
    expect(certificate.publicKey.export({ type: 'spki', format: 'der' })).toEqual(key.publicKeyDer);
    expect(certificate.subject.split('\n')).toEqual(
      expect.arrayContaining([`CN=${UNIT_NAME}`, 'organizationIdentifier=NTRCN-91350100M000100Y43', 'C=CN']),
    );
    expect(certificate.subject).not.toContain('somebody else');
    expect([new Date(certificate.validFrom), new Date(certificate.validTo)]).toEqual([order.notBefore, order.notAfter]);
    expect(issued.serialNumber).toBe(certificate.serialNumber);
  });

  it('delivers the chain up to the root, the issuer first', async () => {
    const { certificateDer, chainDer } = await authority().issue(orderOf());
    const [issuer, root, ...more] = chainDer.map((der) => new X509Certificate(der));
    expect(more).toEqual([]);
    expect(new X509Certificate(certificateDer).verify(issuer!.publicKey)).toBe(true);
    expect(root!.raw).toEqual(new X509Certificate(credentials.ejbca.rootCertificate).raw);
  });

  it.each([
    ['commas, plus and equals signs', 'A, B + C = D'],
    ['a number sign in front', '#1 办公用品'],
    ['brackets and full-width signs', '北京示例（集团）股份有限公司；！'],
    ['characters beyond the basic plane', '𠮷'.repeat(32)],
  ])('certifies a name with %s to the character', async (_what, value) => {
    const { certificateDer } = await authority().issue(orderOf({ subject: [{ type: 'commonName', value }] }));
    expect(new X509Certificate(certificateDer).toLegacyObject().subject).toEqual({ CN: value });
  });

  it.each(['a;b', 'what?', '100%', 'a\\b', 'a"b', 'a<b', 'line\nbreak', ' blank in front', ''])(
    'refuses the name %j, which EJBCA would change, before it asks',
    async (value) => {
      const subject = [{ type: 'commonName' as const, value }];
      expect(await failureOf(authority().issue(orderOf({ subject })))).toMatchObject({
        failure: 'rejected',
        vendorCode: 'unsupported_character',
      });
      expect(requests.list()).toEqual([]);
    },
  );

  it('takes the profile that stands for ours, and does not ask with one that stands for nothing', async () => {
    const order = orderOf({ profile: ENCRYPTION });
    await authority().issue(order);
    expect(madeFor(order)).toMatchObject([{ certificateProfile: credentials.ejbca.certificateProfiles.encryption }]);
    expect(await failureOf(authority().issue(orderOf({ profile: 'unknown' })))).toMatchObject({
      failure: 'misconfigured',
      vendorCode: 'unknown_profile',
    });
  });

  it.each([
    ['broken', () => Buffer.from('not a request'), 'broken_request'],
    ['for a curve that we do not take', () => handMadeCsr(newEcKey('P-384')), 'unsupported_key'],
    ['with names that nobody proved', () => handMadeCsr(newEcKey(), { dnsName: 'bank.example' }), 'names_in_request'],
  ])('refuses a request that is %s before it asks', async (_what, csr, vendorCode) => {
    expect(await failureOf(authority().issue(orderOf({ csrDer: csr() })))).toMatchObject({
      failure: 'rejected',
      vendorCode,
    });
    expect(requests.list()).toEqual([]);
  });

  it('passes on that EJBCA refuses a request that another key has signed', async () => {
    const csrDer = handMadeCsr(newEcKey(), { signedBy: newEcKey() });
    expect(await failureOf(authority().issue(orderOf({ csrDer })))).toMatchObject({
      failure: 'rejected',
      vendorCode: 'HTTP 400',
    });
  });
});

describe('one key, one certificate', () => {
  it('gives the certificate again that the key has made', async () => {
    const order = orderOf();
    const first = await authority().issue(order);
    expect(await authority().issue(order)).toEqual(first);
    expect(await authority().findByKey(order.idempotencyKey)).toEqual(first);
    expect(madeFor(order)).toHaveLength(1);
  });

  it('finds nothing for a key that made nothing, or that differs in a capital', async () => {
    const order = orderOf();
    await authority().issue(order);
    expect(await authority().findByKey('never-used')).toBeNull();
    expect(await authority().findByKey(order.idempotencyKey.toLowerCase())).toBeNull();
  });

  it.each([
    ['key', orderOf().csrDer, UNIT_SUBJECT],
    ['subject', undefined, UNIT_SUBJECT.slice(1)],
  ])('refuses a key that is used again for another %s', async (_what, csrDer, subject) => {
    const order = orderOf();
    await authority().issue(order);
    const other = { ...order, subject, ...(csrDer && { csrDer }) };
    expect(await failureOf(authority().issue(other))).toMatchObject({
      failure: 'rejected',
      vendorCode: 'idempotency_key_reused',
    });
    expect(madeFor(order)).toHaveLength(1);
  });

  it('makes one certificate of two calls at the same moment', async () => {
    const order = orderOf();
    const ours = authority();
    const [one, other] = await Promise.all([ours.issue(order), ours.issue(order)]);
    expect(one).toEqual(other);
    expect(madeFor(order)).toHaveLength(1);
  });

  it('makes one certificate of two processes at the same moment: EJBCA refuses the second enrolment', async () => {
    const order = orderOf();
    const [one, other] = await Promise.all([authority().issue(order), authority().issue(order)]);
    expect(one).toEqual(other);
    expect(madeFor(order)).toHaveLength(1);
  });

  it('keeps one in force where EJBCA let both pass, and both processes keep the same', async () => {
    const order = orderOf();
    fail('enrolled-twice');
    const issued = await authority().issue(order);
    const made = madeFor(order);
    expect(made.map(({ revocationReason }) => revocationReason).sort()).toEqual([4, null]);
    expect(made.find(({ revocationReason }) => revocationReason === null)?.serialNumber).toBe(issued.serialNumber);
    expect(await authority().findByKey(order.idempotencyKey)).toEqual(issued);
  });

  it('still finds the right one of two after it was put on hold and revoked', async () => {
    const order = orderOf();
    fail('enrolled-twice');
    const issued = await authority().issue(order);
    for (const reason of ['certificateHold', 'keyCompromise'] as const) {
      await authority().revoke(issued.serialNumber, reason);
      expect(await authority().findByKey(order.idempotencyKey)).toEqual(issued);
    }
  });

  it('after a time-out says that it is unknown, and finds what was made', async () => {
    const order = orderOf();
    fail('lost-answer');
    const impatient = authority({ timeoutMs: SHORT_MS });
    expect(await failureOf(impatient.issue(order))).toMatchObject({ failure: 'unavailable', vendorCode: 'TIMEOUT' });
    const found = await authority().findByKey(order.idempotencyKey);
    expect(found).toEqual(await authority().issue(order));
    expect(madeFor(order)).toHaveLength(1);
  });

  it.each(['/v2/certificate/search', ENROL_PATH, '/certificate/download'])(
    'killed while it waits for %s, the next run ends with the one certificate',
    async (path) => {
      const order = orderOf();
      const death = new AbortController();
      fail('lost-answer', path);
      const dying = authority({ signal: () => death.signal }).issue(order);
      const dead = failureOf(dying);
      await reached(path);
      death.abort();
      expect(await dead).toMatchObject({ failure: 'unavailable', vendorCode: 'ABORTED' });
      const issued = await authority().issue(order);
      expect(madeFor(order)).toMatchObject([{ serialNumber: issued.serialNumber }]);
    },
  );
});

/** Ends when the stand-in has recorded a request that a fault struck on the path. */
function reached(path: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!requests.list().some((request) => request.fault && request.path.includes(path))) return;
      end();
      resolve();
    };
    const end = environment.watch(look);
    look();
  });
}

describe('what is not what was ordered', () => {
  it.each(['other-key', 'other-subject', 'other-term', 'wrong-chain'] as const)(
    'refuses a certificate with %s and leaves it to be found',
    async (fault) => {
      const order = orderOf();
      fail(fault);
      expect(await failureOf(authority().issue(order))).toMatchObject({
        failure: 'rejected',
        vendorCode: 'wrong_certificate',
      });
      expect(madeFor(order)).toMatchObject([{ revocationReason: null }]);
    },
  );

  it('refuses everything that does not end at the trusted root', async () => {
    const foreign = { trustedRootPem: credentials.ejbca.tlsCaCertificate };
    expect(await failureOf(authority(foreign).issue(orderOf()))).toMatchObject({ vendorCode: 'wrong_certificate' });
    expect(await failureOf(authority(foreign).health())).toMatchObject({
      failure: 'misconfigured',
      vendorCode: 'wrong_chain',
    });
  });

  it('refuses the term of a profile that does not let us choose', async () => {
    ejbca.set({ validityOverride: false });
    const failure = await failureOf(authority().issue(orderOf()));
    ejbca.set({ validityOverride: true });
    expect(failure).toMatchObject({ failure: 'rejected', vendorCode: 'wrong_certificate' });
  });

  it('says that a key belongs to somebody else where EJBCA is set to care', async () => {
    const key = newEcKey();
    await authority().issue(orderOf({}, key));
    ejbca.set({ uniquePublicKeys: true });
    const failure = await failureOf(authority().issue(orderOf({}, key)));
    ejbca.set({ uniquePublicKeys: false });
    expect(failure).toMatchObject({ failure: 'rejected', vendorCode: 'key_reused' });
  });
});
