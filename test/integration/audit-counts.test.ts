import { endpoints } from '@acceptance/shared';
import type { StoryContext } from '../../scripts/story/story-context';
import { orderOf } from '../../scripts/story/story-context';
import { allRecords, anotherContainer, auditEntries, recordedBy, verifyAudit } from '../support/audit-records';
import { expectError } from '../support/expect-error';
import { meet, paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const MINUTE = 60_000;
const counts = () => system().container().auditCounts;

/** Somebody in the middle of the form, at the beginning of a minute in which nothing was saved yet. */
async function typing(): Promise<StoryContext> {
  const context = await meet(system(), 'sign-in', 'start', 'identity');
  const now = system().clock.now().getTime();
  system().clock.advance(MINUTE - (now % MINUTE));
  await system().settle();
  expect(await counts().countDocuments()).toBe(0);
  return context;
}
const save = (context: StoryContext) =>
  context.applicant.call(endpoints.orders.saveForm, {
    params: paramsOf(context),
    body: { base: {}, draft: { unit: { name: '示例' } } },
  });
const saves = async (context: StoryContext) =>
  (await allRecords(system())).filter(
    ({ action, object }) => action === 'orders.saveForm' && object === `order:${orderOf(context).id}`,
  );
const minutePasses = async () => {
  system().clock.advance(MINUTE);
  await system().settle();
};

describe('a form that saves itself', () => {
  it('is one record a minute, with who, what and how often, in one authentic chain', async () => {
    const context = await typing();
    const began = system().clock.now();
    for (let times = 0; times < 3; times += 1) {
      await save(context);
      system().clock.advance(5000);
    }
    expect(await saves(context)).toEqual([]);
    await minutePasses();
    await save(context);
    await minutePasses();
    const recorded = await saves(context);
    expect(recorded).toMatchObject([
      {
        at: began,
        actor: { kind: 'applicant', role: null },
        object: `order:${orderOf(context).id}`,
        outcome: 'done',
        notes: { count: 3, lastAt: new Date(began.getTime() + 10_000).toISOString() },
      },
      { notes: { count: 1 } },
    ]);
    expect(await counts().countDocuments()).toBe(0);
    expect(await verifyAudit(system())).toMatchObject({ brokenLink: null, outside: 0 });
  });

  it('is refused when its count cannot be stored', async () => {
    const context = await typing();
    const updateOne = jest.spyOn(counts(), 'updateOne').mockImplementation(() => {
      throw new Error('disk full');
    });
    await expectError(() => save(context), 'server.unavailable');
    updateOne.mockRestore();
  });

  it('records a refused save at once, as any other refusal', async () => {
    const context = await typing();
    const params = { orderId: '0123456789abcdef01234567' };
    const recorded = await recordedBy(system(), () =>
      expectError(
        () => context.applicant.call(endpoints.orders.saveForm, { params, body: { base: {}, draft: {} } }),
        'orders.not_found',
      ),
    );
    expect(recorded).toMatchObject([{ action: 'orders.saveForm', outcome: 'orders.not_found' }]);
  });
});

describe('no save is lost or counted twice', () => {
  it('by two processes that count and close at the same time', async () => {
    const context = await typing();
    const other = await anotherContainer(system());
    await Promise.all(Array.from({ length: 20 }, () => save(context)));
    system().clock.advance(MINUTE);
    await Promise.all([other.dispatcher.drain(), system().container().dispatcher.drain()]);
    expect((await saves(context)).map(({ notes }) => notes!.count)).toEqual([20]);
    await other.close();
  });

  it('by a process that dies before it has put the count into the chain', async () => {
    const context = await typing();
    await save(context);
    const insertMany = jest.spyOn(auditEntries(system()).collection, 'insertMany');
    insertMany.mockRejectedValue(new Error('the process has died'));
    await minutePasses();
    insertMany.mockRestore();
    expect(await saves(context)).toEqual([]);
    await system().restartBff();
    await minutePasses();
    expect((await saves(context)).map(({ notes }) => notes!.count)).toEqual([1]);
  });

  it('by one that dies between the record and the removal of the count', async () => {
    const context = await typing();
    await save(context);
    const deleteOne = jest.spyOn(counts(), 'deleteOne').mockImplementation(() => {
      throw new Error('the process has died');
    });
    await minutePasses();
    deleteOne.mockRestore();
    expect(await counts().countDocuments()).toBe(1);
    await minutePasses();
    await minutePasses();
    expect((await saves(context)).map(({ notes }) => notes!.count)).toEqual([1]);
    expect(await counts().countDocuments()).toBe(0);
  });

  it('by a save that comes when its minute has been closed: it is a record of its own', async () => {
    const context = await typing();
    const late = system().clock.now();
    await save(context);
    await minutePasses();
    const [first] = await saves(context);
    const { countId, count, lastAt, ...notes } = first!.notes!;
    const { at: _at, ...act } = first!;
    const { recordCall } = system().container().actRecorder;
    await recordCall({
      endpoint: endpoints.orders.saveForm,
      actor: { kind: 'applicant', id: act.actor.id!, sessionId: 's', identityVerified: true },
      address: '127.0.0.1',
      requestId: 'late',
      now: late,
      params: paramsOf(context),
      body: {},
      result: {},
      notes,
      outcome: 'done',
      callsInWindow: null,
    });
    await minutePasses();
    expect((await saves(context)).map((record) => record.notes!.count)).toEqual([1, 1]);
  });
});
