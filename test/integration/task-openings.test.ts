import { endpoints, type TaskView } from '@acceptance/shared';
import { missingYear, watchCalendar } from '../../bff/src/modules/system/calendar-watch';
import { watchCredentials } from '../../bff/src/modules/system/credential-watch';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { storedOrder } from '../support/stored-state';
import { takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const MINUTE = 60_000;
const DAY = 86_400_000;

const reviewTasks = async (context: StoryContext, state: 'open' | 'closed' = 'open'): Promise<TaskView[]> => {
  await takeSteps(context, 'staff-sign-in');
  const { items } = await context.staff.call(endpoints.tasks.listTasks, {
    query: { limit: '50', kind: 'review-overdue', state },
  });
  return items.filter(({ subject }) => subject.id === orderOf(context).id);
};

/** Lets the time come by which the review was promised. */
async function letPromisePass(context: StoryContext): Promise<string> {
  const { reviewPromisedBy } = await storedOrder(system(), context);
  system().clock.advance(reviewPromisedBy!.getTime() - system().clock.now().getTime() + MINUTE);
  await system().settle();
  return reviewPromisedBy!.toISOString();
}

describe('a review that is not done by the promised time', () => {
  it('is a task for the reviewers, which the decision closes', async () => {
    const context = await walkTo(system(), 'submit');
    await system().settle();
    expect(await reviewTasks(context)).toEqual([]);
    const promisedBy = await letPromisePass(context);
    const open = await reviewTasks(context);
    expect(open).toMatchObject([{ canRedo: false, settlements: [] }]);
    expect(open[0]!.facts).toContainEqual({ name: 'promisedBy', value: promisedBy });
    expect(open[0]!.facts).toContainEqual({ name: 'orderNumber', value: orderOf(context).orderNumber });
    await takeSteps(context, 'review', 'approve');
    await system().settle();
    expect(await reviewTasks(context)).toEqual([]);
    expect(await reviewTasks(context, 'closed')).toMatchObject([{ closed: { by: null, outcome: 'approve' } }]);
    expect((await storedOrder(system(), context)).outbox).toEqual([]);
  });

  it('is settled even when the decision comes before the task is opened', async () => {
    const context = await walkTo(system(), 'submit');
    const { reviewPromisedBy } = await storedOrder(system(), context);
    await takeSteps(context, 'staff-sign-in');
    system().clock.advance(reviewPromisedBy!.getTime() - system().clock.now().getTime() + MINUTE);
    await takeSteps(context, 'staff-sign-in', 'review', 'approve');
    await system().settle();
    expect(await reviewTasks(context)).toEqual([]);
  });

  it('is no task when it was done in time', async () => {
    const context = await walkTo(system(), 'approve');
    await letPromisePass(context);
    expect(await reviewTasks(context)).toEqual([]);
    expect(await reviewTasks(context, 'closed')).toEqual([]);
  });
});

describe('a credential that ends', () => {
  const NAME = 'contract signing certificate';
  const watch = (daysLeft: number) => watchOf(new Date(START.getTime() + 400 * DAY), daysLeft);
  const START = new Date('2026-01-01T00:00:00Z');
  /** Looks so many days before the end. */
  const watchOf = (notAfter: Date, daysLeft: number) =>
    watchCredentials(
      { ...system().container(), credentials: () => [{ name: NAME, notAfter }] },
      new Date(notAfter.getTime() - daysLeft * DAY),
    );
  const open = () => system().container().tasks.find({ kind: 'credential-ends', closedAt: null }).lean();
  const settle = () =>
    system()
      .container()
      .tasks.updateMany(
        { kind: 'credential-ends' },
        { $set: { closedAt: START, closedBy: 'somebody', outcome: 'taken-care-of' }, $unset: { openFor: 1 } },
      );

  it('is said once at 90, 30 and 7 days, and not again in between when somebody has seen it', async () => {
    await watch(91);
    expect(await open()).toEqual([]);
    await watch(90);
    await watch(89);
    expect(await open()).toMatchObject([{ facts: { credential: NAME, daysLeft: 89 } }]);
    await settle();
    await watch(60);
    expect(await open()).toEqual([]);
    await watch(30);
    expect(await open()).toMatchObject([{ facts: { daysLeft: 30 } }]);
    await settle();
    await watch(8);
    expect(await open()).toEqual([]);
    await watch(7);
    await watch(-1);
    expect(await open()).toMatchObject([{ facts: { daysLeft: 0 } }]);
  });

  it('is nothing any more when another one has taken its place', async () => {
    await watch(7);
    await watchOf(new Date(START.getTime() + 800 * DAY), 407);
    expect(await open()).toEqual([]);
  });
});

describe('a working calendar that ends', () => {
  const START = new Date('2026-12-03T02:00:00Z');
  const look = (firstUnknown: number) =>
    watchCalendar(
      { ...system().container(), calendar: { ...calendar(), firstUnknownYear: () => firstUnknown } },
      START,
    );
  const calendar = () => system().container().calendar;
  const tasksOf = (closedAt: null | { $ne: null }) =>
    system().container().tasks.find({ kind: 'calendar-ends', closedAt }).lean();

  it('is one task a month before the year that nobody has told, until a calendar has it', async () => {
    expect(missingYear(calendar(), new Date('2026-11-30T02:00:00Z'))).toBeNull();
    expect(missingYear(calendar(), START)).toBe(2027);
    await look(2027);
    await look(2027);
    expect(await tasksOf(null)).toMatchObject([{ facts: { year: 2027 } }]);
    await look(2028);
    expect(await tasksOf(null)).toEqual([]);
    expect(await tasksOf({ $ne: null })).toMatchObject([{ outcome: 'healed' }]);
  });
});
