import { X509Certificate } from 'node:crypto';
import { API_BASE_PATH, type CertificateView, endpoints, type TaskView } from '@acceptance/shared';
import { buildCsr, generatePrivateKeyPem, type KeyAlgorithm, openSigningKeyPem } from '../../bff/src/pki';
import type { Fault } from '../../scripts/stand-ins';
import type { StoryContext } from '../../scripts/story/story-context';
import { expectError } from '../support/expect-error';
import { paidOrder } from '../support/order-copies';
import { type StaffClient, staffPerson } from '../support/staff-people';
import { newClient, newestSms, paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem({ certificateAuthority: 'ejbca' });

const ENROL_PATH = 'pkcs10enroll';
const personal = { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' } as const;
const paid = (): Promise<StoryContext> => paidOrder(system(), personal);
const settle = () => system().settle();
const ejbca = () => system().standIns.ejbca;
const fail = (fault: Fault, times: number, onPath?: string) =>
  system().standIns.faults.set({ standIn: 'ejbca', fault, times, onPath });
async function settleAfter(seconds: number): Promise<void> {
  system().clock.advance(seconds * 1000);
  await settle();
}

async function csrOf(algorithm: KeyAlgorithm): Promise<string> {
  const key = openSigningKeyPem(await generatePrivateKeyPem(algorithm));
  return Buffer.from(await buildCsr(key, [{ type: 'commonName', value: '随便什么人' }])).toString('base64');
}
const request = (context: StoryContext, csr: string) =>
  context.applicant.call(endpoints.certificates.requestCertificate, { params: paramsOf(context), body: { csr } });
const issuing = (context: StoryContext) =>
  context.applicant.call(endpoints.certificates.readIssuing, { params: paramsOf(context) });

/** What EJBCA has made for a certificate of ours. */
const madeFor = ({ id }: { id: string }) => ejbca().certificates(`acceptance-${id}`);

async function requested(): Promise<{ context: StoryContext; certificate: CertificateView }> {
  const context = await paid();
  const { certificate } = await request(context, await csrOf('ecdsa-p256'));
  return { context, certificate: certificate! };
}

async function expectIssued(context: StoryContext): Promise<CertificateView> {
  const { certificate } = await issuing(context);
  expect(certificate).toMatchObject({ state: 'issued' });
  expect(madeFor(certificate!)).toMatchObject([
    { serialNumber: certificate!.serialNumber, notAfter: certificate!.notAfter, revocationReason: null },
  ]);
  return certificate!;
}

/** Whoever is at the issuer's desk, of a UKey or of a task. */
const issuer = async (): Promise<StaffClient> => (await staffPerson(system(), ['issuer'])).client;

async function tasksOf(client: StaffClient, { id }: { id: string }): Promise<TaskView[]> {
  const { items } = await client.call(endpoints.tasks.listTasks, { query: { limit: '50' } });
  return items.filter(({ subject }) => subject.id === id);
}

describe('a paid application gets its certificate from EJBCA', () => {
  it('for the P-256 key of the holder’s device, and is completed', async () => {
    const context = await takeSteps(await paid(), 'request-certificate', 'receive-certificate');
    const certificate = context.certificate!;
    expect(certificate).toMatchObject({ algorithm: 'ecdsa-p256', name: context.person.name });
    expect(madeFor(certificate)).toMatchObject([{ serialNumber: certificate.serialNumber }]);
    const [leaf, issuingCa, root, ...more] = certificate.chainPem.map((pem) => new X509Certificate(pem));
    expect(more).toEqual([]);
    expect([leaf!.verify(issuingCa!.publicKey), issuingCa!.verify(root!.publicKey)]).toEqual([true, true]);
    expect(leaf!.subject).not.toContain(context.person.idNumber);
    expect(system().logText()).not.toContain(context.person.name);
  });

  it('for the RSA key that was made in a UKey at the desk', async () => {
    const context = await paidOrder(system());
    const client = await issuer();
    const params = paramsOf(context);
    const { algorithms } = await client.call(endpoints.certificateDesk.startIssuing, { params });
    // The project offers SM2 as well, which EJBCA does not sign.
    expect(algorithms).toEqual(['rsa-2048']);
    const body = { csr: await csrOf('rsa-2048'), tokenSerialNumber: 'UK-EJBCA-1' };
    await client.call(endpoints.certificateDesk.requestCertificate, { params, body });
    await settle();
    const { algorithm, subject, chainPem } = await expectIssued(context);
    expect(algorithm).toBe('rsa-2048');
    const named = new X509Certificate(chainPem[0]!).subject.split('\n').map((line) => line.replace(/^\w+=/, ''));
    expect(named.toSorted()).toEqual(subject.map(({ value }) => value).toSorted());
  });

  it('but not for an SM2 key, which is refused in words before anybody is asked', async () => {
    const context = await paid();
    expect((await issuing(context)).algorithms).toEqual(['ecdsa-p256']);
    system().standIns.requests.clear();
    const csr = await csrOf('sm2');
    await expectError(
      () => request(context, csr),
      'certificates.algorithm_not_offered',
      () => issuing(context),
    );
    await settle();
    expect(system().standIns.requests.list()).toEqual([]);
  });
});

it('a project whose only kind of key EJBCA does not sign is offered to nobody, and nobody pays for nothing', async () => {
  const { projects } = system().container();
  const listed = async () =>
    (await newClient(system()).call(endpoints.public.listProjects, {})).items.map(({ id }) => id);
  const { applicant } = await walkTo(system(), 'sign-in');
  const body = { projectId: 'personal-signing', applicantType: 'person', clientToken: 'sm2-only-0123456789' } as const;
  expect(await listed()).toContain('personal-signing');
  const { certificate } = (await projects.findById('personal-signing').lean())!;
  await projects.updateOne({ _id: 'personal-signing' }, { $set: { 'certificate.algorithms': ['sm2'] } });
  try {
    expect(await listed()).not.toContain('personal-signing');
    await expectError(() => applicant.call(endpoints.orders.createOrder, { body }), 'projects.not_found');
  } finally {
    await projects.updateOne({ _id: 'personal-signing' }, { $set: { certificate } });
  }
  await applicant.call(endpoints.orders.createOrder, { body });
});

describe('an answer that does not come', () => {
  it('after EJBCA has issued leads to that one certificate', async () => {
    await system().restartBff({ EJBCA_TIMEOUT_SECONDS: '1' });
    const { context, certificate } = await requested();
    fail('lost-answer', 1, ENROL_PATH);
    await settle();
    expect(await issuing(context)).toMatchObject({ stage: 'requested' });
    const [made] = madeFor(certificate);
    await settleAfter(1);
    expect((await expectIssued(context)).serialNumber).toBe(made!.serialNumber);
  });

  it('because EJBCA is down is asked for again until it comes', async () => {
    const { context, certificate } = await requested();
    fail('html-error', 2);
    await settle();
    await settleAfter(1);
    expect(await issuing(context)).toMatchObject({ stage: 'requested', certificate: { state: 'requested' } });
    expect(madeFor(certificate)).toEqual([]);
    await settleAfter(5);
    await expectIssued(context);
  });
});

it('a certificate with a wrong chain is handed to nobody, and is a task at the issuer’s desk', async () => {
  const { context, certificate } = await requested();
  fail('wrong-chain', 1, ENROL_PATH);
  await settle();
  expect(await issuing(context)).toMatchObject({ stage: 'failed', certificate: { state: 'failed', chainPem: [] } });
  const download = () =>
    context.applicant.call(endpoints.certificates.downloadCertificate, { params: { certificateId: certificate.id } });
  await expectError(download, 'certificates.not_issued');
  const client = await issuer();
  const [task, ...others] = await tasksOf(client, certificate);
  expect(others).toEqual([]);
  expect(task).toMatchObject({ kind: 'certificate-not-issued', canRedo: true });
  expect(task!.facts).toContainEqual({ name: 'reason', value: 'wrong_certificate' });
  // Somebody has looked, and EJBCA answers with its own chain again: nothing is made twice.
  await client.call(endpoints.tasks.redoTask, { params: { taskId: task!.id } });
  await settle();
  await expectIssued(context);
  expect(await tasksOf(client, certificate)).toEqual([]);
});

describe('the end of a certificate', () => {
  const KEY_COMPROMISE = 1;
  const ON_HOLD = 6;
  const holder = async () => {
    const context = await takeSteps(await paid(), 'request-certificate', 'receive-certificate');
    return { context, certificate: context.certificate! };
  };
  const reasonAtEjbca = (certificate: CertificateView) => madeFor(certificate)[0]?.revocationReason;

  it('arrives at EJBCA, also when EJBCA is down at first', async () => {
    const { context, certificate } = await holder();
    await context.applicant.call(endpoints.personalData.requestProof, {});
    const code = newestSms(system(), context.person)?.code ?? '';
    fail('server-error', 1);
    const revoked = await context.applicant.call(endpoints.certificates.revokeCertificate, {
      params: { certificateId: certificate.id },
      body: { reason: 'keyCompromise', code },
    });
    expect(revoked.state).toBe('revoked');
    await settle();
    expect(reasonAtEjbca(certificate)).toBeNull();
    await settleAfter(2);
    expect(reasonAtEjbca(certificate)).toBe(KEY_COMPROMISE);
  });

  it('may be a hold, which the desk sets and ends', async () => {
    const { certificate } = await holder();
    const client = await issuer();
    const params = { certificateId: certificate.id };
    const body = { note: '持有人来电，UKey 找不到了' };
    await client.call(endpoints.certificateDesk.suspendCertificate, { params, body });
    await settle();
    expect(reasonAtEjbca(certificate)).toBe(ON_HOLD);
    await client.call(endpoints.certificateDesk.releaseCertificate, { params });
    await settle();
    expect(reasonAtEjbca(certificate)).toBeNull();
  });
});

describe('whoever asks us about a certificate of EJBCA', () => {
  const url = (path: string) => `${system().origin}${API_BASE_PATH}${path}`;

  it('for its revocation list is told that it is published elsewhere, and EJBCA is not asked', async () => {
    system().standIns.requests.clear();
    const answer = await fetch(url(`/crl/${'0'.repeat(40)}.crl`));
    expect([answer.status, await answer.json()]).toMatchObject([
      404,
      { error: { code: 'revocation_status.published_elsewhere', message: expect.stringContaining('不在这里公布') } },
    ]);
    expect(system().standIns.requests.list()).toEqual([]);
  });

  it('by OCSP is told in its words that we do not answer for it', async () => {
    const answer = await fetch(url('/ocsp'), { method: 'POST', body: new Uint8Array([0x30, 0]) });
    // unauthorized (6), RFC 6960, 4.2.1
    expect([answer.status, Buffer.from(await answer.arrayBuffer()).toString('hex')]).toEqual([200, '30030a0106']);
  });
});
