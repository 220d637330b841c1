import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CertificateView, endpoints } from '@acceptance/shared';
import {
  buildCsr,
  generatePrivateKeyPem,
  type KeyAlgorithm,
  openSigningKeyPem,
  pemBlocksOf,
  readCertificate,
  readCrl,
} from '../../bff/src/pki';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { expectError } from '../support/expect-error';
import { paidOrder } from '../support/order-copies';
import { storedAccount } from '../support/stored-state';
import { newestSms, nextPerson, paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const system = useSystem();

const personal = { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' } as const;
const paid = (): Promise<StoryContext> => paidOrder(system(), personal);

/** A request as the holder's device makes it. */
async function csrOf(algorithm: KeyAlgorithm, change?: (der: Uint8Array) => Uint8Array): Promise<string> {
  const key = openSigningKeyPem(await generatePrivateKeyPem(algorithm));
  const der = await buildCsr(key, [{ type: 'commonName', value: '随便什么人' }]);
  return Buffer.from(change ? change(der) : der).toString('base64');
}

const request = ({ applicant, ...context }: StoryContext, csr: string) =>
  applicant.call(endpoints.certificates.requestCertificate, {
    params: paramsOf({ applicant, ...context }),
    body: { csr },
  });
const issuing = (context: StoryContext) =>
  context.applicant.call(endpoints.certificates.readIssuing, { params: paramsOf(context) });
const settle = () => system().world.settle();

async function issued(context: StoryContext): Promise<CertificateView> {
  await settle();
  const { certificate } = await issuing(context);
  expect(certificate?.state).toBe('issued');
  return certificate!;
}

describe('a software certificate', () => {
  it.each(['ecdsa-p256', 'sm2'] as const)('of %s is made for the key that was handed in', async (algorithm) => {
    const context = await paid();
    expect(await issuing(context)).toMatchObject({ stage: 'needs-key', keyPlace: 'software', certificate: null });
    await request(context, await csrOf(algorithm));
    const certificate = await issued(context);
    expect(certificate).toMatchObject({ algorithm, name: context.person.name, keyPlace: 'software' });
    const order = await context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });
    expect(order.status).toBe('delivered');
    expect(order.timeline.map(({ event }) => event).slice(-3)).toEqual(['start-issuing', 'issue', 'deliver']);
  });

  it('passes the judgement of OpenSSL up to its root, and stands in the list of revoked ones when it is over', async () => {
    const context = await paid();
    await request(context, await csrOf('ecdsa-p256'));
    const { id } = await issued(context);
    const pem = await context.applicant.call(endpoints.certificates.downloadCertificate, {
      params: { certificateId: id },
    });
    const [own = '', ...authorities] = Buffer.from(pem)
      .toString()
      .split(/(?<=-----END CERTIFICATE-----\n)/)
      .filter(Boolean);
    const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
    try {
      const put = (name: string, text: string) => {
        writeFileSync(join(folder, name), text);
        return join(folder, name);
      };
      const root = put('root.pem', authorities.at(-1) ?? '');
      const between = put('between.pem', authorities.join(''));
      const leaf = put('leaf.pem', own);
      const openssl = (...args: string[]) => execFileSync('openssl', args, { encoding: 'utf8' });
      expect(openssl('verify', '-CAfile', root, '-untrusted', between, leaf)).toContain('leaf.pem: OK');
      const said = openssl('x509', '-in', leaf, '-noout', '-subject', '-nameopt', 'utf8,sep_multiline,lname');
      expect(said).toContain(`commonName=${context.person.name}`);
      expect(said).not.toContain(context.person.idNumber);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is completed by its holder, and shown among their certificates', async () => {
    const context = await paid();
    await takeSteps(context, 'request-certificate', 'receive-certificate');
    const { items } = await context.applicant.call(endpoints.certificates.listCertificates, {});
    expect(items.map(({ id }) => id)).toEqual([context.certificate?.id]);
    // A second tap changes nothing.
    const again = await context.applicant.call(endpoints.deliveries.confirmReceived, { params: paramsOf(context) });
    expect(again.status).toBe('completed');
  });
});

describe('a key', () => {
  it('handed in twice, and by several calls at once, makes one certificate', async () => {
    const context = await paid();
    const csr = await csrOf('ecdsa-p256');
    const answers = await Promise.all([1, 2, 3, 4].map(() => request(context, csr)));
    expect(new Set(answers.map(({ certificate }) => certificate?.id)).size).toBe(1);
    const certificate = await issued(context);
    expect((await request(context, csr)).certificate).toEqual(certificate);
    expect((await context.applicant.call(endpoints.certificates.listCertificates, {})).items).toHaveLength(1);
  });

  it('of several at once wins alone', async () => {
    const context = await paid();
    const keys = await Promise.all([csrOf('ecdsa-p256'), csrOf('ecdsa-p256'), csrOf('sm2')]);
    const answers = await Promise.allSettled(keys.map((csr) => request(context, csr)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) {
      expect(answer.status === 'rejected' ? answer.reason.code : 'certificates.already_requested').toBe(
        'certificates.already_requested',
      );
    }
  });

  it('is nobody else’s to use again', async () => {
    const [first, second] = [await paid(), await paid()];
    const csr = await csrOf('ecdsa-p256');
    await request(first, csr);
    await expectError(
      () => request(second, csr),
      'certificates.key_used',
      () => issuing(second),
    );
  });

  it.each([
    ['cannot be read', () => Promise.resolve('bm90IGEgcmVxdWVzdA=='), 'certificates.request_unreadable'],
    [
      'was not signed by its holder',
      () => csrOf('ecdsa-p256', (der) => Uint8Array.from(der, (byte, at) => (at === der.length - 1 ? byte ^ 1 : byte))),
      'certificates.proof_failed',
    ],
    ['is of a kind that the project does not offer', () => csrOf('rsa-2048'), 'certificates.algorithm_not_offered'],
  ] as const)('that %s is refused', async (_title, csr, code) => {
    const context = await paid();
    await expectError(
      async () => request(context, await csr()),
      code,
      () => issuing(context),
    );
  });

  it('is refused before it is time, and from somebody else', async () => {
    const early = await walkTo(system(), 'approve', personal);
    await expectError(
      async () => request(early, await csrOf('sm2')),
      'certificates.not_ready',
      () => issuing(early),
    );
    const stranger = await walkTo(system(), 'identity', { person: nextPerson() });
    await expectError(
      async () =>
        stranger.applicant.call(endpoints.certificates.requestCertificate, {
          params: paramsOf(early),
          body: { csr: await csrOf('sm2') },
        }),
      'orders.not_found',
      () => issuing(early),
    );
  });

  it('of a UKey is made at the desk', async () => {
    const context = await paidOrder(system());
    expect((await issuing(context)).stage).toBe('at-desk');
    await expectError(
      async () => request(context, await csrOf('sm2')),
      'certificates.not_ready',
      () => issuing(context),
    );
  });
});

describe('the end of a certificate', () => {
  const code = async (context: StoryContext) => {
    await context.applicant.call(endpoints.personalData.requestProof, {});
    return newestSms(system(), context.person)?.code ?? '';
  };
  const revoke = (context: StoryContext, certificateId: string, proof: string) =>
    context.applicant.call(endpoints.certificates.revokeCertificate, {
      params: { certificateId },
      body: { reason: 'keyCompromise', code: proof },
    });

  async function holder() {
    const context = await paid();
    await takeSteps(context, 'request-certificate', 'receive-certificate');
    return { context, id: context.certificate?.id ?? '', serialNumber: context.certificate?.serialNumber ?? '' };
  }

  it('comes by its holder with a code, once, and the authority knows', async () => {
    const { context, id, serialNumber } = await holder();
    const revoked = await revoke(context, id, await code(context));
    expect(revoked).toMatchObject({ state: 'revoked', revocationReason: 'keyCompromise' });
    await settle();
    expect(await system().container().certificateAuthority.status(serialNumber)).toMatchObject({
      state: 'revoked',
      reason: 'keyCompromise',
    });
    // Again, with any code: it is over already.
    expect(await revoke(context, id, '000000')).toEqual(revoked);
  });

  it('does not come by a wrong code, nor by somebody else', async () => {
    const { context, id } = await holder();
    const read = () =>
      context.applicant.call(endpoints.certificates.readCertificate, { params: { certificateId: id } });
    await code(context);
    await expectError(() => revoke(context, id, '000000'), 'auth.code_wrong', read);
    const stranger = await walkTo(system(), 'identity');
    await expectError(() => revoke(stranger, id, '000000'), 'certificates.not_found', read);
  });

  it('is asked for before an account is deleted', async () => {
    const { context, id } = await holder();
    const outlook = () => context.applicant.call(endpoints.personalData.readDeletion, {});
    expect(await outlook()).toMatchObject({ liveOrders: 0, validCertificates: 1 });
    await expectError(
      async () =>
        context.applicant.call(endpoints.personalData.requestDeletion, { body: { code: await code(context) } }),
      'personal_data.certificates_valid',
      outlook,
    );
    system().clock.advance(60_000);
    await revoke(context, id, await code(context));
    expect(await outlook()).toMatchObject({ validCertificates: 0, retainedOrders: 1 });
  });

  it('outlives the account of its holder and what the law orders to be kept', async () => {
    const { context, id, serialNumber } = await holder();
    const pem = await context.applicant.call(endpoints.certificates.downloadCertificate, {
      params: { certificateId: id },
    });
    const { _id } = await storedAccount(system(), context);
    await revoke(context, id, await code(context));
    await settle();
    system().clock.advance(60_000);
    await context.applicant.call(endpoints.personalData.requestDeletion, { body: { code: await code(context) } });
    const { accounts, orders, certificateAuthority } = system().container();
    for (const passed of [0, 7 * DAY, 60_000]) {
      system().clock.advance(passed);
      await settle();
    }
    expect(await orders.countDocuments({ _id: orderOf(context).id, retainedUntil: { $exists: true } })).toBe(1);
    await orders.updateOne({ _id: orderOf(context).id }, { $set: { retainedUntil: system().clock.now() } });
    system().clock.advance(HOUR);
    await settle();
    expect(await accounts.countDocuments({ _id })).toBe(0);
    const [own = new Uint8Array()] = pemBlocksOf(Buffer.from(pem).toString(), 'CERTIFICATE');
    const [list = ''] = readCertificate(own).crlUrls;
    const revoked = readCrl(new Uint8Array(await (await fetch(list)).arrayBuffer()));
    expect(revoked.find(serialNumber)).toMatchObject({ reason: 'keyCompromise' });
    expect(await certificateAuthority.status(serialNumber)).toMatchObject({ state: 'revoked' });
  });
});
