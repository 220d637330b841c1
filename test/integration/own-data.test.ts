import { endpoints } from '@acceptance/shared';
import { unzipSync } from 'fflate';
import { Types } from 'mongoose';
import type { DataExportRecord } from '../../bff/src/modules/personal-data/data-export.model';
import { addStaff } from '../../bff/src/modules/staff';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { softwareHolder } from '../support/certificate-holders';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { receiveSignInCode, signInByCode } from '../support/password-people';
import { freshPhone, requestPhoneChange } from '../support/phone-changing';
import { ownRefund, paidOrder } from '../support/refund-people';
import { storedAccount, storedOrder } from '../support/stored-state';
import { meet, newClient, newestSms, paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A code that proves who is signed in, a minute after whatever was before. */
async function receiveProof({ applicant, person }: StoryContext): Promise<string> {
  system().clock.advance(61_000);
  await applicant.call(endpoints.personalData.requestProof, {});
  return newestSms(system(), person)!.code!;
}
const exportNow = async (context: StoryContext, code?: string) =>
  context.applicant.call(endpoints.personalData.requestExport, {
    body: { code: code ?? (await receiveProof(context)) },
  });
const listExports = async ({ applicant }: StoryContext) =>
  (await applicant.call(endpoints.personalData.listExports, {})).items;
const readExport = ({ applicant }: Pick<StoryContext, 'applicant'>, exportId: string) =>
  applicant.call(endpoints.personalData.readExport, { params: { exportId } });
const deleteNow = async (context: StoryContext, code?: string) =>
  context.applicant.call(endpoints.personalData.requestDeletion, {
    body: { code: code ?? (await receiveProof(context)) },
  });
const readDeletion = ({ applicant }: StoryContext) => applicant.call(endpoints.personalData.readDeletion, {});
const cancel = ({ applicant }: StoryContext) => applicant.call(endpoints.personalData.cancelDeletion, {});
const matters = ({ applicant }: StoryContext) => applicant.call(endpoints.personalData.readMatters, {});
/** Signs the person in again, whose access token has run out. */
async function signInAgain(context: StoryContext): Promise<void> {
  context.applicant.accessToken = (await signInByCode(system(), context.person)).session.accessToken;
}
/** Lets a week and the quiet minute after it pass. */
async function waitForDeletion(): Promise<void> {
  await system().settle();
  system().clock.advance(7 * DAY);
  await system().settle();
  system().clock.advance(60_000);
  await system().settle();
}

describe('an export of one’s data', () => {
  it('holds the certificate without a key, each refund that was asked for and each change of the number', async () => {
    const { context, certificate } = await softwareHolder(system());
    await requestPhoneChange(system(), context.person, freshPhone());
    const refunding = await paidOrder(system());
    await ownRefund(refunding).ask({ reason: 'other', words: '单位合并' });
    await ownRefund(refunding).withdraw();
    const exported = async (whose: StoryContext) => {
      const { id } = await exportNow(whose);
      await system().settle();
      const files = unzipSync(await readExport(whose, id));
      return (name: string): unknown => JSON.parse(Buffer.from(files[name]!).toString('utf8'));
    };
    const read = await exported(context);
    expect(read('certificates.json')).toMatchObject([{ serialNumber: certificate.serialNumber, state: 'issued' }]);
    expect(read('phone-changes.json')).toMatchObject([{ reason: 'stopped', settledAt: null }]);
    expect((await exported(refunding))('refunds.json')).toMatchObject([{ state: 'withdrawn', words: '单位合并' }]);
  });

  it('holds account, applications and documents, and who looked at them', async () => {
    const context = await walkTo(system(), 'review');
    const { id } = await exportNow(context);
    await system().settle();
    const [ready] = await listExports(context);
    expect(ready).toMatchObject({
      id,
      state: 'ready',
      expiresAt: new Date(system().clock.now().getTime() + 72 * HOUR).toISOString(),
    });
    const zip = await readExport(context, id);
    expect(zip).toHaveLength(ready!.byteLength!);
    const files = unzipSync(zip);
    const { orderNumber } = await storedOrder(system(), context);
    const folder = `documents/${orderNumber}`;
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        ...['README.txt', 'account.json', 'orders.json', 'devices.json', 'access-log.json'],
        ...[`${folder}/contract.pdf`, `${folder}/id-card-front.jpg`, `${folder}/signature.png`],
      ]),
    );
    const text = (name: string) => Buffer.from(files[name]!).toString('utf8');
    expect(JSON.parse(text('account.json'))).toMatchObject({
      phone: context.person.phone,
      identity: { name: context.person.name, idNumber: context.person.idNumber },
    });
    expect(text('orders.json')).toContain(orderNumber);
    const named = [...text('README.txt').matchAll(/^([a-z-]+\.json) /gm)].map(([, name]) => name);
    expect(Object.keys(files).filter((name) => name.endsWith('.json'))).toEqual(expect.arrayContaining(named));
    const { contract } = await storedOrder(system(), context);
    expect(JSON.parse(text('consents.json'))).toEqual([
      {
        ...{ orderNumber, contractNumber: contract.contractNumber, version: contract.consent!.version },
        ...{ textSha256: contract.consent!.textSha256, detailsSha256: contract.consent!.detailsSha256 },
        ...{ at: contract.consent!.at.toISOString(), readToEnd: true, readingSeconds: 0, device: 'story' },
        address: expect.stringContaining('127.0.0.1'),
        reading: JSON.parse(JSON.stringify(contract.consent!.reading)),
      },
    ]);
    expect(Buffer.from(files[`${folder}/contract.pdf`]!).subarray(0, 5).toString()).toBe('%PDF-');
    expect(JSON.parse(text('access-log.json'))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'staff.readOrder', by: expect.stringContaining('reviewer') }),
      ]),
    );
  });

  it('is encrypted where it is stored, and gone after 72 hours', async () => {
    const context = await walkTo(system(), 'submit');
    const { id } = await exportNow(context);
    await system().settle();
    const chunks = await system().container().connection.collection('stored_files.chunks').find().toArray();
    expect(Buffer.concat(chunks.map(({ data }) => Buffer.from(data.buffer))).includes('PK\u0003\u0004')).toBe(false);
    const { dataExports, fileStore } = system().container();
    const [part] = (await dataExports.findOne({ _id: id }).lean<DataExportRecord>())!.parts!;
    expect(await fileStore.read(part!)).not.toBeNull();
    system().clock.advance(72 * HOUR);
    await system().settle();
    await signInAgain(context);
    await expectError(() => readExport(context, id), 'personal_data.export_expired');
    expect((await listExports(context))[0]).toMatchObject({ state: 'expired' });
    expect(await fileStore.read(part!)).toBeNull();
  });

  it('needs a code of its own purpose', async () => {
    const context = await meet(system(), 'sign-in');
    const signInCode = await receiveSignInCode(system(), context.person);
    await expectError(() => exportNow(context, signInCode), 'auth.code_expired');
    const proof = await receiveProof(context);
    await exportNow(context, proof);
    await expectError(() => exportNow(context, proof), 'auth.code_expired');
  });

  it('runs once at a time', async () => {
    const context = await meet(system(), 'sign-in');
    const accountId = (await storedAccount(system(), context))._id.toHexString();
    const { dataExports } = system().container();
    // One whose job another process has taken.
    const { _id } = await dataExports.create({
      ...{ accountId, openFor: accountId, state: 'preparing', requestedAt: system().clock.now() },
      ...{ expiresAt: null, byteLength: null, outbox: [] },
    });
    await expectError(() => exportNow(context), 'personal_data.export_running');
    await expectError(() => readExport(context, _id.toHexString()), 'personal_data.export_not_ready');
    await dataExports.deleteOne({ _id });
    await exportNow(context);
    await system().settle();
    await exportNow(context);
    await system().settle();
    expect((await listExports(context)).map(({ state }) => state)).toEqual(['ready', 'ready']);
  });

  it('is nobody else’s', async () => {
    const [owner, stranger] = [await meet(system(), 'sign-in'), await meet(system(), 'sign-in')];
    const { id } = await exportNow(owner);
    await system().settle();
    await expectError(() => readExport(stranger, id), 'personal_data.export_not_found');
    await expectError(() => readExport({ applicant: newClient(system()) }, id), 'auth.required');
    expect(await listExports(stranger)).toEqual([]);
  });

  it('goes on after a crash in the middle of it', async () => {
    const context = await meet(system(), 'sign-in');
    const { id } = await exportNow(context);
    // What a run that died has left: bytes without a record that they are ready.
    await system().container().fileStore.write(id, Buffer.from('half a ZIP'));
    await system().settle();
    expect(Object.keys(unzipSync(await readExport(context, id)))).toContain('account.json');
  });
});

describe('the deletion of an account', () => {
  it('comes after a week, is told by SMS, and frees the number', async () => {
    const context = await meet(system(), 'sign-in', 'start', 'particulars', 'identity', 'id-card', 'consent');
    const accountId = (await storedAccount(system(), context))._id.toHexString();
    const { id } = await exportNow(context);
    await system().settle();
    const made = await system().container().dataExports.findOne({ _id: id }).lean<DataExportRecord>();
    const outlook = await deleteNow(context);
    const due = new Date(system().clock.now().getTime() + 7 * DAY).toISOString();
    expect(outlook).toEqual({ dueAt: due, liveOrders: 0, validCertificates: 0, retainedOrders: 0, waitingDays: 7 });
    expect(await matters(context)).toEqual({ phoneChange: null, deletion: { dueAt: due } });
    await system().settle();
    expect(newestSms(system(), context.person)?.templateId).toBe('demo-deletion-scheduled');
    await expectError(() => deleteNow(context), 'personal_data.deletion_scheduled');
    await waitForDeletion();
    const { accounts, orders, files, sessions, dataExports, fileStore } = system().container();
    expect(await accounts.countDocuments({ _id: accountId })).toBe(0);
    for (const collection of [orders, files, dataExports]) {
      expect(await (collection as typeof orders).countDocuments({ accountId })).toBe(0);
    }
    expect(await sessions.countDocuments({ subjectId: accountId })).toBe(0);
    expect(await fileStore.read(made!.parts![0]!)).toBeNull();
    const { session } = await signInByCode(system(), context.person);
    expect(session.account).toMatchObject({ identity: null });
    expect(session.account.id).not.toBe(accountId);
  });

  it('is taken back in time, and can be asked for again', async () => {
    const context = await meet(system(), 'sign-in');
    await deleteNow(context);
    expect(await cancel(context)).toMatchObject({ dueAt: null });
    expect(await cancel(context)).toMatchObject({ dueAt: null });
    await waitForDeletion();
    await signInAgain(context);
    expect(await matters(context)).toEqual({ phoneChange: null, deletion: null });
    await deleteNow(context);
    expect((await readDeletion(context)).dueAt).not.toBeNull();
  });

  it('is refused while an application is under way, and says how many', async () => {
    const context = await walkTo(system(), 'submit');
    const refusal = await expectError(() => deleteNow(context), 'personal_data.orders_live');
    expect(refusal.details).toEqual({ count: 1 });
    expect(await readDeletion(context)).toMatchObject({ liveOrders: 1, dueAt: null });
  });

  it('does not happen when an application was submitted meanwhile, also at the last moment', async () => {
    const context = await walkTo(system(), 'attachments');
    await deleteNow(context);
    await system().settle();
    system().clock.advance(7 * DAY);
    await system().settle();
    // The account is closed now; a submission whose request began before is still on its way into the database.
    await expectError(() => context.applicant.call(endpoints.account.readAccount, {}), 'auth.session_expired');
    const { orders, accounts } = system().container();
    await orders.updateOne(
      { _id: orderOf(context).id },
      { $set: { status: 'submitted', submittedAt: system().clock.now() } },
    );
    system().clock.advance(60_000);
    await system().settle();
    const account = await storedAccount(system(), context);
    expect(account).not.toHaveProperty('closedAt');
    expect(await accounts.countDocuments({ _id: account._id })).toBe(1);
    await signInAgain(context);
    expect(await readDeletion(context)).toMatchObject({ dueAt: null, liveOrders: 1 });
    await context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });
  });

  it('and a submission at the same time never lose the application', async () => {
    const context = await walkTo(system(), 'attachments');
    const code = await receiveProof(context);
    const outcomes = await Promise.all([outcomeOf(deleteNow(context, code)), outcomeOf(takeSteps(context, 'submit'))]);
    expect(outcomes[1]).toBe('ok');
    await waitForDeletion();
    expect((await storedOrder(system(), context)).status).toBe('submitted');
    expect(await storedAccount(system(), context)).not.toHaveProperty('closedAt');
  });

  it('keeps what the law orders, marked and out of everybody’s sight', async () => {
    const context = await walkTo(system(), 'pay');
    await system().settle();
    const { orders, accounts, staffMembers } = system().container();
    const orderId = orderOf(context).id;
    await orders.updateOne({ _id: orderId }, { $set: { status: 'completed' } });
    await signInAgain(context);
    expect(await readDeletion(context)).toMatchObject({ liveOrders: 0, retainedOrders: 1 });
    const { _id } = await storedAccount(system(), context);
    await deleteNow(context);
    await waitForDeletion();
    const order = (await orders.findOne({ _id: orderId }).lean())!;
    const years = (order.retainedUntil!.getTime() - system().clock.now().getTime()) / (365.25 * DAY);
    expect(years).toBeGreaterThan(5.9);
    const account = (await accounts.findOne({ _id }).lean())!;
    expect(account).toMatchObject({
      phone: '',
      phoneMasked: '',
      openid: null,
      identity: { person: expect.any(String) },
    });
    expect(account).not.toHaveProperty('password');
    const password = 'password of a reviewer';
    await addStaff(staffMembers, {
      username: 'retention',
      displayName: 'r',
      password,
      roles: ['reviewer'],
      now: system().clock.now(),
    });
    const staff = newClient(system());
    const body = { username: 'retention', password };
    staff.accessToken = (await staff.call(endpoints.staff.signInStaff, { body })).accessToken;
    await expectError(() => staff.call(endpoints.staff.readOrder, { params: { orderId } }), 'orders.not_found');
    const { items } = await staff.call(endpoints.staff.listQueue, { query: { status: 'completed' } });
    expect(items.map(({ id }) => id)).not.toContain(orderId);
    // When its time is over, it goes, with what was left of the account.
    await orders.updateOne({ _id: orderId }, { $set: { retainedUntil: system().clock.now() } });
    system().clock.advance(HOUR);
    await system().settle();
    expect(await orders.countDocuments({ _id: orderId })).toBe(0);
    expect(await accounts.countDocuments({ _id })).toBe(0);
    const removal = { action: 'job.remove-retained-order', object: `order:${orderId}` };
    expect(await system().container().auditEntries.countDocuments(removal)).toBe(1);
    const again = await signInByCode(system(), context.person);
    expect((await again.client.call(endpoints.orders.listOrders, {})).items).toEqual([]);
  });

  it('is asked for by one of five calls at the same time', async () => {
    const context = await meet(system(), 'sign-in');
    const code = await receiveProof(context);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(deleteNow(context, code))));
    expect(countOutcomes(outcomes).ok).toBe(1);
  });

  it('needs a code', async () => {
    const context = await meet(system(), 'sign-in');
    const code = await receiveProof(context);
    const wrong = code === '000000' ? '000001' : '000000';
    await expectError(() => deleteNow(context, wrong), 'auth.code_wrong');
    expect(await readDeletion(context)).toMatchObject({ dueAt: null });
  });
});

it('an application that was never handed in goes after 90 days, with its papers', async () => {
  const context = await walkTo(system(), 'id-card');
  const { files, orders, fileStore } = system().container();
  const upload = orderOf(context).idCard.front!.id;
  const fresh = await walkTo(system(), 'start');
  await orders.updateOne(
    { _id: orderOf(fresh).id },
    { $set: { createdAt: new Date(system().clock.now().getTime() + DAY) } },
  );
  system().clock.advance(90 * DAY);
  await system().settle();
  expect(await orders.countDocuments({ _id: { $in: [orderOf(context).id, orderOf(fresh).id] } })).toBe(1);
  expect(await files.countDocuments({ orderId: orderOf(context).id })).toBe(0);
  expect(await fileStore.read(upload)).toBeNull();
  const removal = { action: 'job.remove-old-draft', object: `order:${orderOf(context).id}` };
  expect(await system().container().auditEntries.countDocuments(removal)).toBe(1);
});

it('of abandoned applications none is left after one sweep, however many', async () => {
  const { orders } = system().container();
  const { _id, ...draft } = await storedOrder(system(), await walkTo(system(), 'start'));
  const copies = Array.from({ length: 170 }, (_, n) => {
    const own = new Types.ObjectId();
    const id = own.toHexString();
    return { ...draft, _id: own, accountId: id, clientToken: id, orderNumber: `ABANDONED-${n}`, outbox: [] };
  });
  await orders.collection.insertMany(copies);
  system().clock.advance(91 * DAY);
  await system().settle();
  expect(await orders.countDocuments({ orderNumber: /^ABANDONED-/ })).toBe(0);
});

it('the matters of an account name a change of its number', async () => {
  const context = await meet(system(), 'sign-in', 'identity');
  const newPhone = freshPhone();
  await requestPhoneChange(system(), context.person, newPhone);
  expect(await matters(context)).toMatchObject({
    phoneChange: { newPhoneMasked: `${newPhone.slice(0, 3)}****${newPhone.slice(-4)}` },
    deletion: null,
  });
});
