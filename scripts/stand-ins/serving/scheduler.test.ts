import { createManualScheduler, systemScheduler } from './scheduler';

const start = new Date('2026-11-22T01:00:00Z');

test('tasks run in the order of their times, each at its own time', () => {
  const scheduler = createManualScheduler(start);
  const ran: string[] = [];
  scheduler.after(2000, () => ran.push(`late ${scheduler.now().toISOString()}`));
  scheduler.after(1000, () => ran.push(`early ${scheduler.now().toISOString()}`));

  scheduler.advance(5000);

  expect(ran).toEqual(['early 2026-11-22T01:00:01.000Z', 'late 2026-11-22T01:00:02.000Z']);
  expect(scheduler.now().toISOString()).toBe('2026-11-22T01:00:05.000Z');
});

test('a task that schedules another one within the advanced time has it run too', () => {
  const scheduler = createManualScheduler(start);
  const ran: string[] = [];
  scheduler.after(1000, () => scheduler.after(1000, () => ran.push('second')));

  scheduler.advance(1999);
  expect(ran).toEqual([]);
  expect(scheduler.untilNext()).toBe(1);
  scheduler.advance(1);
  expect(ran).toEqual(['second']);
  expect(scheduler.untilNext()).toBeUndefined();
});

test('a cancelled task does not run', () => {
  const scheduler = createManualScheduler(start);
  const task = jest.fn();
  scheduler.after(10, task)();
  scheduler.advance(10);
  expect(task).not.toHaveBeenCalled();
});

test('the system scheduler runs what was not cancelled', async () => {
  const cancelled = jest.fn();
  systemScheduler.after(0, cancelled)();
  await new Promise<void>((resolve) => {
    const keepAlive = setInterval(() => undefined, 1000);
    systemScheduler.after(1, () => {
      clearInterval(keepAlive);
      resolve();
    });
  });
  expect(cancelled).not.toHaveBeenCalled();
});
