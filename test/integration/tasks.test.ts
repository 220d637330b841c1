import { type EndpointResponse, endpoints, type TaskView } from '@acceptance/shared';
import type { TaskRecord } from '../../bff/src/modules/tasks/task.model';
import { DEMO_ADMINISTRATOR } from '../../scripts/demo/seed-demo';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { expectError } from '../support/expect-error';
import { forgetInk } from '../support/stored-ink';
import { storedOrder } from '../support/stored-state';
import { newClient, paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

const tasksOf = async (context: StoryContext, query: { state?: 'closed' } = {}): Promise<TaskView[]> => {
  const { items } = await context.staff.call(endpoints.tasks.listTasks, { query: { limit: '50', ...query } });
  return items.filter(({ subject }) => subject.id === orderOf(context).id);
};

/** An order whose contract cannot be made, because its signature is lost. */
async function withoutSignature(): Promise<StoryContext> {
  const context = await walkTo(system(), 'signature');
  const { fileStore } = system().container();
  const { signature } = await storedOrder(system(), context);
  await forgetInk(system(), context);
  await fileStore.delete(signature!.id);
  await context.applicant.call(endpoints.contracts.signContract, { params: paramsOf(context) });
  await system().settle();
  await takeSteps(context, 'staff-sign-in');
  return context;
}

const restoreSignature = async (context: StoryContext): Promise<void> => {
  const other = await walkTo(system(), 'signature');
  const { fileStore } = system().container();
  const [{ signature: lost }, { signature: whole }] = [
    await storedOrder(system(), context),
    await storedOrder(system(), other),
  ];
  await fileStore.write(lost!.id, (await fileStore.read(whole!.id))!);
};

describe('a contract that cannot be made', () => {
  it('says so to the applicant, and is a task with its reason', async () => {
    const context = await withoutSignature();
    const order = await context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });
    expect(order.contract.state).toBe('failed');
    const [task] = await tasksOf(context);
    expect(task).toMatchObject({ kind: 'contract-not-sealed', canRedo: true, claimedBy: null, closed: null });
    expect(task!.facts).toContainEqual({ name: 'reason', value: 'signature-lost' });
    expect(task!.facts).toContainEqual({ name: 'orderNumber', value: order.orderNumber });
    expect((await storedOrder(system(), context)).outbox).toEqual([]);
  });

  it('is given up at once for what no repetition mends', async () => {
    const context = await walkTo(system(), 'signature');
    const { signature } = await storedOrder(system(), context);
    const { fileStore } = system().container();
    await forgetInk(system(), context);
    await fileStore.delete(signature!.id);
    await fileStore.write(signature!.id, Buffer.from('no picture any more'));
    await context.applicant.call(endpoints.contracts.signContract, { params: paramsOf(context) });
    await system().settle();
    await takeSteps(context, 'staff-sign-in');
    expect((await storedOrder(system(), context)).contract.state).toBe('failed');
    const [task] = await tasksOf(context);
    expect(task!.facts).toContainEqual({ name: 'reason', value: 'ink_unreadable' });
    expect(task!.facts).toContainEqual({ name: 'tries', value: 1 });
  });

  it('is made when a person has it done again, and only that closes the task', async () => {
    const context = await withoutSignature();
    const [task] = await tasksOf(context);
    const params = { taskId: task!.id };
    const redone = await context.staff.call(endpoints.tasks.redoTask, { params });
    expect(redone).toMatchObject({ canRedo: false, claimedBy: { isMe: true } });
    await system().settle();
    // Still lost: the same task is open again with its button.
    expect(await tasksOf(context)).toMatchObject([{ id: task!.id, canRedo: true }]);

    await restoreSignature(context);
    await Promise.all([1, 2, 3].map(() => context.staff.call(endpoints.tasks.redoTask, { params })));
    expect((await storedOrder(system(), context)).outbox.length).toBeLessThanOrEqual(1);
    await system().settle();
    expect((await storedOrder(system(), context)).contract.state).toBe('sealed');
    expect(await tasksOf(context)).toEqual([]);
    expect(await tasksOf(context, { state: 'closed' })).toMatchObject([
      { id: task!.id, closed: { outcome: 'redone', by: null } },
    ]);
    // What the job knew of the person is not kept with the closed task.
    const { tasks } = system().container();
    expect(await tasks.findOne({ _id: task!.id }).lean()).toMatchObject({ redo: null });
    await expectError(() => context.staff.call(endpoints.tasks.redoTask, { params }), 'tasks.closed');
  });
});

type Page = EndpointResponse<typeof endpoints.tasks.listTasks>;

describe('tasks', () => {
  const insert = async (change: Partial<TaskRecord>): Promise<string> => {
    const { tasks } = system().container();
    const now = system().clock.now();
    const made = await tasks.create({
      kind: 'refund-not-done',
      subject: 'system:test',
      role: 'finance',
      facts: {},
      redo: null,
      openedAt: now,
      dueAt: now,
      claimedBy: null,
      redoneAt: null,
      closedAt: null,
      closedBy: null,
      outcome: null,
      note: null,
      ...change,
    });
    return made._id.toHexString();
  };

  it('are seen by the roles that own them, and by administrators, who may not act in the place of the others', async () => {
    const reviewer = (await walkTo(system(), 'staff-sign-in')).staff;
    const administrator = newClient(system());
    const credentials = { username: DEMO_ADMINISTRATOR.username, password: system().staffPassword };
    const { accessToken } = await administrator.call(endpoints.staff.signInStaff, { body: credentials });
    administrator.accessToken = accessToken;
    const upkeep = { taskId: await insert({ role: 'administrator', kind: 'upkeep-failed' }) };
    const refund = { taskId: await insert({}) };
    const idsSeenBy = async (client: typeof reviewer) => {
      const { items } = await client.call(endpoints.tasks.listTasks, { query: { limit: '50' } });
      return items.map(({ id }) => id);
    };
    expect(await idsSeenBy(reviewer)).not.toContain(upkeep.taskId);
    expect(await idsSeenBy(administrator)).toEqual(expect.arrayContaining([upkeep.taskId, refund.taskId]));
    await expectError(() => reviewer.call(endpoints.tasks.claimTask, { params: upkeep }), 'tasks.not_found');
    const body = { settlement: 'returned-by-transfer' } as const;
    await expectError(
      () => administrator.call(endpoints.tasks.settleTask, { params: refund, body }),
      'tasks.not_found',
    );
  });

  it('are worked on by one person at a time, whose name the others are told', async () => {
    const context = await walkTo(system(), 'staff-sign-in');
    const params = { taskId: await insert({}) };
    const { staffMembers, tasks } = system().container();
    const colleague = await staffMembers.findOne({ username: 'admin' }).lean();
    await tasks.updateOne({ _id: params.taskId }, { $set: { claimedBy: colleague!._id.toHexString() } });
    const refused = await expectError(() => context.staff.call(endpoints.tasks.claimTask, { params }), 'tasks.claimed');
    expect(refused.details).toEqual({ name: colleague!.displayName });
    await tasks.updateOne({ _id: params.taskId }, { $set: { claimedBy: null } });
    expect(await context.staff.call(endpoints.tasks.claimTask, { params })).toMatchObject({
      claimedBy: { isMe: true },
    });
    expect(await context.staff.call(endpoints.tasks.releaseTask, { params })).toMatchObject({ claimedBy: null });
  });

  it('are settled in the ways that their kind offers, once, with who and what', async () => {
    const context = await walkTo(system(), 'staff-sign-in');
    const params = { taskId: await insert({}) };
    const settle = (settlement: 'told-by-phone' | 'returned-by-transfer') =>
      context.staff.call(endpoints.tasks.settleTask, { params, body: { settlement, note: '银行回单已存档' } });
    await expectError(() => settle('told-by-phone'), 'tasks.action_not_offered');
    await expectError(() => context.staff.call(endpoints.tasks.redoTask, { params }), 'tasks.action_not_offered');
    expect(await settle('returned-by-transfer')).toMatchObject({
      closed: { outcome: 'returned-by-transfer', note: '银行回单已存档', by: '审核员（演示）' },
    });
    await expectError(() => settle('returned-by-transfer'), 'tasks.closed');
  });

  it('page by key, the most urgent first, and count for the menu', async () => {
    const context = await walkTo(system(), 'staff-sign-in');
    const base = system().clock.now().getTime();
    for (let n = 0; n < 5; n += 1) {
      await insert({
        kind: 'payment-anomaly',
        subject: `system:p${n}`,
        dueAt: new Date(base + (n % 2 ? -n : n) * 60_000),
      });
    }
    const seen: TaskView[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await context.staff.call(endpoints.tasks.listTasks, {
        query: { limit: '2', kind: 'payment-anomaly', ...(cursor && { cursor }) },
      });
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    const dues = seen.map(({ dueAt }) => dueAt);
    expect(dues).toEqual([...dues].sort());
    expect(seen.length).toBe(5);
    const summary = await context.staff.call(endpoints.tasks.summarizeTasks, {});
    expect(summary.byKind).toContainEqual({ kind: 'payment-anomaly', open: 5 });
    expect(summary.overdue).toBeGreaterThan(1);
    await expectError(
      () => context.staff.call(endpoints.tasks.listTasks, { query: { cursor: 'bm90LWEtY3Vyc29y' } }),
      'request.cursor_invalid',
    );
  });
});
