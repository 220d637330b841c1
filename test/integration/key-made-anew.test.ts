import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints, type TaskView } from '@acceptance/shared';
import { openRequest } from '../../bff/src/modules/certificates/certificate.model';
import type { SigningKey } from '../../bff/src/pki';
import type { StoryContext } from '../../scripts/story/story-context';
import { tasksOf } from '../support/delivery-people';
import { expectError } from '../support/expect-error';
import { csrFor, makeWith, newKey } from '../support/life-cycle-people';
import { paidOrder } from '../support/order-copies';
import { staffPerson } from '../support/staff-people';
import { paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const folder = mkdtempSync(join(tmpdir(), 'key-made-anew-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MINUTE_MS = 60_000;
const personal = { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' } as const;
const hashOf = ({ publicKeyInfoDer }: SigningKey) => createHash('sha256').update(publicKeyInfoDer).digest('hex');

/** The authority learns that somebody has the key. */
async function list(key: SigningKey): Promise<void> {
  const path = join(folder, 'keys.txt');
  writeFileSync(path, `${hashOf(key)}\n`);
  await system().restartBff({ COMPROMISED_KEYS_FILE: path });
}

const issuing = (context: StoryContext) =>
  context.applicant.call(endpoints.certificates.readIssuing, { params: paramsOf(context) });
const atDesk = (context: StoryContext) =>
  context.staff.call(endpoints.certificateDesk.readIssuing, { params: paramsOf(context) });

/** Nothing is issued before the next start, when the key has become known. */
async function failWith(key: SigningKey, request: () => Promise<unknown>): Promise<void> {
  await system().container().dispatcher.stop();
  await request();
  await list(key);
  await system().settle();
}

/** An order whose certificate could not be made because its key had become known. */
async function failedByKey(): Promise<{ context: StoryContext; key: SigningKey; task: TaskView }> {
  const context = await paidOrder(system(), personal);
  const key = await newKey();
  const csr = await csrFor(key);
  await failWith(key, () =>
    context.applicant.call(endpoints.certificates.requestCertificate, { params: paramsOf(context), body: { csr } }),
  );
  const task = await taskOf(context);
  return { context, key, task };
}

async function taskOf(context: StoryContext): Promise<TaskView> {
  const [task] = (await tasksOf(context)).filter(({ kind }) => kind === 'certificate-not-issued');
  return task!;
}

const settle = ({ staff }: Pick<StoryContext, 'staff'>, { id }: TaskView) =>
  staff.call(endpoints.tasks.settleTask, { params: { taskId: id }, body: { settlement: 'new-key' } });

describe('a certificate that cannot be made because of its key', () => {
  it('is made of another one, once the desk has asked for it; the first gets none any more', async () => {
    const { context, key, task } = await failedByKey();
    expect(task).toMatchObject({ settlements: ['new-key'], canRedo: true });
    expect(await issuing(context)).toMatchObject({ stage: 'failed', discardedKeys: [] });
    const another = await newKey();
    await expectError(
      () => makeWith(context, another),
      'certificates.already_requested',
      () => issuing(context),
    );

    await settle(context, task);
    expect(await issuing(context)).toMatchObject({
      stage: 'needs-key',
      certificate: null,
      discardedKeys: [hashOf(key)],
    });
    expect((await makeWith(context, another))?.state).toBe('issued');
    await system().settle();
    expect(await issuing(context)).toMatchObject({ stage: 'issued', discardedKeys: [hashOf(key)] });
    expect(await tasksOf(context)).toEqual([]);
  });

  it('takes the discarded key no more, whoever sends it and whatever is known of it by then', async () => {
    const { context, key, task } = await failedByKey();
    await settle(context, task);
    await list(await newKey());
    await expectError(
      () => makeWith(context, key),
      'certificates.key_used',
      () => issuing(context),
    );
  });

  it('in a UKey is made at the desk, of another one', async () => {
    const context = await paidOrder(system());
    const params = paramsOf(context);
    const { requestCertificate, startIssuing } = endpoints.certificateDesk;
    await context.staff.call(startIssuing, { params });
    const ask = async (of: SigningKey, tokenSerialNumber: string) =>
      context.staff.call(requestCertificate, { params, body: { csr: await csrFor(of), tokenSerialNumber } });
    const key = await newKey('sm2');
    await failWith(key, () => ask(key, 'TOKEN-OLD'));
    await settle(context, await taskOf(context));
    expect(await atDesk(context)).toMatchObject({ stage: 'at-desk', discardedKeys: [hashOf(key)] });
    await ask(await newKey('sm2'), 'TOKEN-NEW');
    await system().settle();
    expect(await atDesk(context)).toMatchObject({
      stage: 'issued',
      certificate: { state: 'issued', token: { serialNumber: 'TOKEN-NEW' } },
    });
  });

  it('is settled once by two at the same moment, and nobody settles it again afterwards', async () => {
    const { context, key, task } = await failedByKey();
    const colleague = await staffPerson(system(), ['issuer']);
    const ends = await Promise.allSettled([settle(context, task), settle({ staff: colleague.client }, task)]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await system().settle();
    const after = await issuing(context);
    expect(after).toMatchObject({ stage: 'needs-key', discardedKeys: [hashOf(key)] });
    await expectError(
      () => settle(context, task),
      'tasks.closed',
      () => issuing(context),
    );
  });

  it('is not settled so while it is tried again, nor when it was made meanwhile', async () => {
    const { context, task } = await failedByKey();
    await list(await newKey());
    await context.staff.call(endpoints.tasks.redoTask, { params: { taskId: task.id } });
    await expectError(
      () => settle(context, task),
      'tasks.redo_under_way',
      () => issuing(context),
    );
    await system().settle();
    expect(await issuing(context)).toMatchObject({ stage: 'issued', discardedKeys: [] });
  });
});

describe('what the authority has made of a request that was discarded', () => {
  it('is revoked there, for nobody here knows it', async () => {
    const { context, task } = await failedByKey();
    const { certificates, certificateAuthority, cipher } = system().container();
    const record = (await certificates.findOne({ orderId: paramsOf(context).orderId }).lean())!;
    // Its answer was lost: it has made the certificate all the same.
    const { csr, subject } = openRequest(cipher, record);
    const { profile, notBefore, notAfter } = record;
    const request = { csrDer: Buffer.from(csr, 'base64'), profile, subject, notBefore, notAfter };
    const made = await certificateAuthority.issue({ idempotencyKey: record._id.toHexString(), ...request });
    expect(await certificateAuthority.status(made.serialNumber)).toEqual({ state: 'good' });

    await settle(context, task);
    system().clock.advance(2 * MINUTE_MS);
    await system().settle();
    expect(await certificateAuthority.status(made.serialNumber)).toMatchObject({
      state: 'revoked',
      reason: 'cessationOfOperation',
    });
  });
});
