import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@acceptance/shared';
import type { SigningKey } from '../../bff/src/pki';
import { expectError } from '../support/expect-error';
import {
  csrFor,
  goTo,
  handIn,
  makeWith,
  newHolder,
  newKey,
  readCertificate,
  reviewAndPay,
  revokeAs,
  startSuccessor,
} from '../support/life-cycle-people';
import { paidOrder } from '../support/order-copies';
import { paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

const folder = mkdtempSync(join(tmpdir(), 'compromised-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

const personal = { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' } as const;
const set = (settings: Record<string, unknown>) =>
  system().container().projects.updateOne({ _id: 'personal-signing' }, { $set: settings });
// Short enough that no clock goes on so far that what the contracts are sealed with ends.
beforeAll(() => set({ validityMonths: 3 }));

/** The authority learns that somebody has these keys. */
async function list(...keys: readonly SigningKey[]): Promise<void> {
  const path = join(folder, 'keys.txt');
  const hashes = keys.map(({ publicKeyInfoDer }) => createHash('sha256').update(publicKeyInfoDer).digest('hex'));
  writeFileSync(path, ['# found on the net', ...hashes, ''].join('\n'));
  await system().restartBff({ COMPROMISED_KEYS_FILE: path });
  await set({ validityMonths: 3 });
}

describe('a key that somebody is known to have', () => {
  it('gets no certificate, neither from its holder nor at the desk, and another one does', async () => {
    const known = await newKey();
    await list(known);
    const context = await paidOrder(system(), personal);
    const readIssuing = () => context.applicant.call(endpoints.certificates.readIssuing, { params: paramsOf(context) });
    await expectError(() => makeWith(context, known), 'certificates.key_compromised', readIssuing);
    expect((await makeWith(context, await newKey()))?.state).toBe('issued');

    const atDesk = await paidOrder(system());
    const { staff } = atDesk;
    const knownSm2 = await newKey('sm2');
    await list(known, knownSm2);
    await staff.call(endpoints.certificateDesk.startIssuing, { params: paramsOf(atDesk) });
    const body = { csr: await csrFor(knownSm2), tokenSerialNumber: 'TOKEN-1' };
    await expectError(
      () => staff.call(endpoints.certificateDesk.requestCertificate, { params: paramsOf(atDesk), body }),
      'certificates.key_compromised',
      () => staff.call(endpoints.certificateDesk.readIssuing, { params: paramsOf(atDesk) }),
    );
  });

  it('gets none when that becomes known between handing in and issuing, and staff have a task', async () => {
    const key = await newKey();
    const context = await paidOrder(system(), personal);
    const params = paramsOf(context);
    // Nothing is issued before the next start.
    await system().container().dispatcher.stop();
    await context.applicant.call(endpoints.certificates.requestCertificate, {
      params,
      body: { csr: await csrFor(key) },
    });
    await list(key);
    await system().settle();
    expect((await context.applicant.call(endpoints.certificates.readIssuing, { params })).stage).toBe('failed');
    const { items } = await context.staff.call(endpoints.tasks.listTasks, { query: {} });
    expect(items.filter(({ kind }) => kind === 'certificate-not-issued')).toHaveLength(1);
  });
});

describe('a key for which a certificate was revoked', () => {
  it('takes the renewal that kept it along, and gets no further certificate from anybody', async () => {
    const holder = await newHolder(system());
    const { context, certificate, key } = holder;
    await goTo(system(), holder, 30);
    await set({ 'certificate.renewalKey': 'may-stay' });
    await startSuccessor(context, certificate.id, 'renewal');
    await set({ 'certificate.renewalKey': 'changes' });
    await reviewAndPay(await handIn(context));
    const renewed = await makeWith(context, key);
    expect(renewed).toMatchObject({ state: 'issued', publicKeySha256: certificate.publicKeySha256 });

    await revokeAs(system(), context, certificate.id, 'keyCompromise');
    expect(await readCertificate(context, renewed!.id)).toMatchObject({
      state: 'revoked',
      revocationReason: 'keyCompromise',
    });
    const authority = system().container().certificateAuthority;
    expect(await authority.status(renewed?.serialNumber ?? '')).toMatchObject({ state: 'revoked' });

    const other = await paidOrder(system(), personal);
    await expectError(
      () => makeWith(other, key),
      'certificates.key_compromised',
      () => other.applicant.call(endpoints.certificates.readIssuing, { params: paramsOf(other) }),
    );
  });

  it('is told apart from one whose certificate ended for another reason', async () => {
    const { context, certificate, key } = await newHolder(system());
    await revokeAs(system(), context, certificate.id, 'cessationOfOperation');
    const other = await paidOrder(system(), personal);
    await expectError(
      () => makeWith(other, key),
      'certificates.key_used',
      () => other.applicant.call(endpoints.certificates.readIssuing, { params: paramsOf(other) }),
    );
  });
});
