import { endpoints } from '@acceptance/shared';
import { openTask, settleCause } from '../../bff/src/modules/tasks';
import type { StoryContext } from '../../scripts/story/story-context';
import { newStory } from '../../scripts/story/walk-story';
import { anotherContainer, recordedBy } from '../support/audit-records';
import { countOutcomes, outcomeOf } from '../support/expect-error';
import { moneyTasksOf } from '../support/money-tasks';
import { staffPerson } from '../support/staff-people';
import { storedOrder } from '../support/stored-state';
import { nextPerson, paramsOf, takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const tasks = () => system().container().tasks;
const cause = (subject: string) => ({ kind: 'refund-not-done', subject, now: system().clock.now() }) as const;
const openOnes = (subject: string) => tasks().find({ subject, closedAt: null }).lean();

describe('a cause that is told many times', () => {
  it('at the same moment, by two processes, opens one task', async () => {
    const other = await anotherContainer(system());
    const models = Array.from({ length: 20 }, (_, n) => (n % 2 ? tasks() : other.tasks));
    await Promise.all(models.map((model, n) => openTask(model, { ...cause('order:many'), facts: { tries: n } })));
    await other.close();
    expect(await openOnes('order:many')).toHaveLength(1);
  });

  it('after it was settled opens another one, and the settled one stays as it was', async () => {
    await openTask(tasks(), cause('order:again'));
    await settleCause(tasks(), { ...cause('order:again'), outcome: 'healed' });
    await openTask(tasks(), cause('order:again'));
    const all = await tasks().find({ subject: 'order:again' }).lean();
    expect(all.map(({ outcome }) => outcome).toSorted()).toEqual(['healed', null].toSorted());
  });
});

/** About an order that is gone: there is nothing but the task to settle. */
const CONTESTED = `order:${'c'.repeat(24)}`;

describe('a task that two people act upon', () => {
  it('is claimed by one, settled by that one, and each act is in the audit log', async () => {
    await openTask(tasks(), cause(CONTESTED));
    const params = { taskId: (await openOnes(CONTESTED))[0]!._id.toHexString() };
    const people = await Promise.all([1, 2, 3].map(() => staffPerson(system(), ['finance'])));
    const claims = await Promise.all(
      people.map(({ client }) => outcomeOf(client.call(endpoints.tasks.claimTask, { params }))),
    );
    expect(countOutcomes(claims)).toEqual({ ok: 1, 'tasks.claimed': 2 });
    const body = { settlement: 'returned-by-transfer' } as const;
    const records = await recordedBy(system(), async () => {
      const ends = await Promise.all(
        people.map(({ client }) => outcomeOf(client.call(endpoints.tasks.settleTask, { params, body }))),
      );
      expect(ends.filter((end) => end === 'ok')).toHaveLength(1);
      expect(claims.indexOf('ok')).toBe(ends.indexOf('ok'));
    });
    const done = records.filter(({ action, outcome }) => action === 'tasks.settleTask' && outcome === 'done');
    expect(done).toMatchObject([{ actor: { kind: 'staff', id: people[claims.indexOf('ok')]!.id } }]);
  });
});

describe('a contract with a character that the font lacks', () => {
  it('is given up at the first try, is a task that names no person, and is sealed when the font has it', async () => {
    const { contractMaker } = system().container();
    const person = { ...nextPerson(), name: '张\u{2ebf0}' };
    // As if the font had been exchanged for one with fewer characters since the person was verified.
    const looked = jest.spyOn(contractMaker, 'missingCharacters').mockReturnValue([]);
    const context: StoryContext = await takeSteps(
      newStory(system().world, { person }),
      ...(['sign-in', 'start', 'particulars', 'identity', 'id-card', 'consent', 'signature'] as const),
    );
    looked.mockRestore();
    await context.applicant.call(endpoints.contracts.signContract, { params: paramsOf(context) });
    await system().settle();
    const order = await storedOrder(system(), context);
    expect(order.contract.state).toBe('failed');
    expect(order.outbox).toEqual([]);
    const [task, ...others] = await moneyTasksOf(context);
    expect(others).toEqual([]);
    expect(task).toMatchObject({ kind: 'contract-not-sealed', canRedo: true });
    expect(task!.facts).toContainEqual({ name: 'tries', value: 1 });
    const stored = JSON.stringify(await tasks().find().lean());
    for (const secret of [person.name, '\u{2ebf0}', person.phone, person.idNumber]) {
      expect(stored).not.toContain(secret);
    }
  });
});
