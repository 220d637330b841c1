import { createHash } from 'node:crypto';
import { endpoints, type TaskView } from '@acceptance/shared';
import { outboxEntry } from '../../bff/src/database/outbox';
import { fenceOf } from '../../bff/src/database/outbox-store';
import { CONTRACT_JOBS } from '../../bff/src/modules/contracts/contract-jobs';
import { makeLasting } from '../../bff/src/modules/contracts/make-lasting';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { sign } from '../support/contract-calls';
import { signInStaff } from '../support/staff-people';
import { storedOrder } from '../support/stored-state';
import { paramsOf, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const DAY = 24 * 60 * 60_000;
const faults = () => system().standIns.faults;
afterEach(() => faults().reset());

const contractOf = async (context: StoryContext) => (await storedOrder(system(), context)).contract;
const viewOf = async (context: StoryContext) =>
  (await context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) })).contract;
const fileOf = async (context: StoryContext): Promise<Buffer> =>
  Buffer.from(await context.applicant.call(endpoints.contracts.readContractPdf, { params: paramsOf(context) }));
const judge = (pdf: Buffer) => system().container().contractVerifier.verify(pdf);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Signed and sealed; what is to be made lasting waits. */
async function sealedOnly(): Promise<StoryContext> {
  const context = await walkTo(system(), 'signature');
  faults().set({ standIn: 'trust', fault: 'server-error', onPath: '/ocsp' });
  faults().set({ standIn: 'trust', fault: 'garbled', onPath: '/crl' });
  await sign(context);
  await system().settle();
  return context;
}

/** The first try again is after a minute. */
async function tryAgain(): Promise<void> {
  system().clock.advance(2 * 60_000);
  await system().settle();
}

async function afterDays(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    system().clock.advance(DAY);
    await system().settle();
  }
}

describe('a sealed contract', () => {
  it('says when it existed by somebody else’s word, and later carries what shows that its certificate was good', async () => {
    const context = await sealedOnly();
    const sealed = await contractOf(context);
    expect(sealed).toMatchObject({ state: 'sealed', timestamp: { time: sealed.sealedAt } });
    expect(sealed.lasting).toBeUndefined();
    const before = await fileOf(context);
    expect(await judge(before)).toMatchObject({
      verdict: 'genuine',
      revocation: 'unknown',
      timestamp: { judged: true },
    });

    faults().reset();
    await tryAgain();
    const after = await fileOf(context);
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    expect(await judge(after)).toMatchObject({
      verdict: 'genuine',
      revocation: 'good',
      revisions: ['revocation_data'],
    });
    const view = await viewOf(context);
    expect(view).toMatchObject({
      state: 'sealed',
      sha256: sealed.sha256,
      fileSha256: sha256(after),
      timestamp: { time: sealed.sealedAt?.toISOString(), authority: '示例时间戳服务（演示）' },
    });
    expect(
      await system()
        .container()
        .fileStore.read(sealed.fileId ?? ''),
    ).toBeNull();
  });

  it('is the one that was read: who confirms it names it as it was sealed', async () => {
    const context = await sealedOnly();
    const read = (await viewOf(context)).sha256 ?? '';
    faults().reset();
    await tryAgain();
    const body = { sha256: read, read: true };
    const order = await context.applicant.call(endpoints.contracts.acknowledgeContract, {
      params: paramsOf(context),
      body,
    });
    expect(order.contract.state).toBe('acknowledged');
  });

  it('has no stamp of our own making when nobody stamps, and gets one over the whole document when somebody does', async () => {
    const context = await walkTo(system(), 'signature');
    faults().set({ standIn: 'trust', fault: 'refused' });
    await sign(context);
    await system().settle();
    expect(await viewOf(context)).toMatchObject({ state: 'sealed', timestamp: null });
    expect(await judge(await fileOf(context))).toMatchObject({ verdict: 'genuine', timestamp: null });

    faults().reset();
    await tryAgain();
    const { timestamp } = await viewOf(context);
    expect(new Date(timestamp?.time ?? 0) > ((await contractOf(context)).sealedAt ?? new Date())).toBe(true);
    expect(await judge(await fileOf(context))).toMatchObject({
      verdict: 'genuine',
      revocation: 'good',
      revisions: ['document_timestamp', 'revocation_data'],
      timestamp: { judged: true },
    });
  });

  it('is made lasting once by two at once, and leaves one file', async () => {
    const context = await sealedOnly();
    const { fileId } = await contractOf(context);
    faults().reset();
    const { orders } = system().container();
    const { orderId } = paramsOf(context);
    const entry = { ...outboxEntry(CONTRACT_JOBS.makeLasting, system().clock.now()), leasedBy: 'both' };
    await orders.updateOne({ _id: orderId }, { $set: { outbox: [entry] } });
    const files = system().container().connection.collection('stored_files.files');
    const count = await files.countDocuments();
    const run = () =>
      makeLasting(system().container(), {
        ownerId: orderId,
        fence: fenceOf({ entryId: entry.id, leasedBy: 'both' }),
      });
    await Promise.all([run(), run()]);
    const { lasting, fileId: now } = await contractOf(context);
    expect(lasting?.sha256).toBe(sha256(await fileOf(context)));
    expect(now).not.toBe(fileId);
    expect(await files.countDocuments()).toBe(count);
  });

  it('that was sealed before anybody stamped is made lasting once somebody does, and asked about once', async () => {
    const context = await sealedOnly();
    faults().reset();
    const { orders } = system().container();
    const { orderId } = paramsOf(context);
    const unasked = { $unset: { 'contract.lastingAskedAt': 1 }, $set: { outbox: [] } };
    await orders.updateOne({ _id: orderId }, unasked);
    await system().settle();
    expect((await contractOf(context)).lasting).toBeUndefined();

    system().clock.advance(11 * 60_000);
    await system().settle();
    const made = (await contractOf(context)).lasting;
    expect(made).toBeDefined();
    system().clock.advance(DAY);
    await system().settle();
    expect((await contractOf(context)).lasting).toEqual(made);
    expect((await storedOrder(system(), context)).outbox).toEqual([]);
  });

  it('whose certificate turns out revoked is a task of the administrators, and done when they have it done again', async () => {
    const context = await walkTo(system(), 'signature');
    faults().set({ standIn: 'trust', fault: 'revoked' });
    await sign(context);
    await system().settle();
    await afterDays(12);
    expect((await contractOf(context)).lasting).toBeUndefined();
    const administrator = await signInStaff(system(), 'admin', system().staffPassword);
    const { items } = await administrator.call(endpoints.tasks.listTasks, { query: { state: 'open', limit: '50' } });
    const { orderNumber } = orderOf(context);
    const isOurs = ({ kind, facts }: TaskView) =>
      kind === 'contract-not-lasting' && facts.some(({ value }) => value === orderNumber);
    const task = items.find(isOurs);
    expect(task).toMatchObject({ canRedo: true });
    faults().reset();
    await administrator.call(endpoints.tasks.redoTask, { params: { taskId: task?.id ?? '' } });
    await system().settle();
    expect((await contractOf(context)).lasting).toBeDefined();
  });
});
