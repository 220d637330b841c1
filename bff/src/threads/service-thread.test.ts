import { join } from 'node:path';
import { createServiceThread, type ServiceThread, type ServiceThreadOptions } from './service-thread';
import type { CountingData } from './testing/counting-service';

// Threads load their packages: seconds on a busy machine.

const never = new AbortController().signal;
let thread: ServiceThread | undefined;
afterEach(() => thread?.close());

function start(data: CountingData, options: Partial<ServiceThreadOptions> = {}): ServiceThread {
  const workerFile = join(__dirname, 'testing', 'counting-service.ts');
  thread = createServiceThread({ workerFile, data, maxUnderWay: 3, deadline: () => never, ...options });
  return thread;
}

it('keeps its state from call to call, and has no environment', async () => {
  const { call } = start({ start: 10 });
  expect(await Promise.all([call('add', 1), call('add', 2)])).toEqual([
    { count: 11, environment: [] },
    { count: 13, environment: [] },
  ]);
});

it('hands on why a call failed, and lives on', async () => {
  const { call } = start({ start: 0 });
  await expect(call('fail', null)).rejects.toMatchObject({ failure: 'failed', message: /not today/ });
  await expect(call('unheard-of', null)).rejects.toMatchObject({ failure: 'failed' });
  expect(await call('add', 1)).toMatchObject({ count: 1 });
});

it('refuses what was under way when it crashed, and starts anew with the next call', async () => {
  const { call } = start({ start: 5 });
  await call('add', 1);
  const hanging = expect(call('hang', null)).rejects.toMatchObject({ failure: 'ended' });
  await expect(call('crash', null)).rejects.toMatchObject({ failure: 'ended' });
  await hanging;
  expect(await call('add', 1)).toMatchObject({ count: 6 });
});

it('says why it cannot be opened', async () => {
  const { call } = start({ start: 0, refuses: true });
  await expect(call('add', 1)).rejects.toMatchObject({ failure: 'ended', message: /no such key/ });
});

it('is ended when a call takes too long', async () => {
  const limit = new AbortController();
  const signals = [never, limit.signal];
  const { call } = start({ start: 0 }, { deadline: () => signals.shift() ?? never });
  await call('add', 1);
  const late = expect(call('hang', null)).rejects.toMatchObject({ failure: 'timed-out' });
  limit.abort();
  await late;
  expect(await call('add', 1)).toMatchObject({ count: 1 });
});

it('leaves three threads to native code that hangs, and begins another one when one of them has ended', async () => {
  const { call } = start({ start: 0 }, { deadline: () => AbortSignal.timeout(500) });
  for (let hanging = 0; hanging < 3; hanging += 1) {
    const late = await Promise.allSettled([call('sleep', 4), call('sleep', 4)]);
    expect(late).toMatchObject(late.map(() => ({ reason: { failure: 'timed-out' } })));
  }
  await expect(call('add', 1)).rejects.toMatchObject({ failure: 'ended', message: /hang/ });
  await new Promise((resolve) => setTimeout(resolve, 8000));
  expect(await call('add', 1)).toMatchObject({ count: 1 });
});

it('asks for the deadline of a call when it is open: starting does not count', async () => {
  let asked = 0;
  const deadline = () => {
    asked += 1;
    return never;
  };
  const { call } = start({ start: 0 }, { deadline });
  const first = call('add', 1);
  expect(asked).toBe(0);
  await first;
  expect(asked).toBe(1);
});

it('sends away who finds too many under way', async () => {
  const { call } = start({ start: 0 });
  const ends = Promise.allSettled([call('hang', null), call('hang', null), call('hang', null)]);
  await expect(call('add', 1)).rejects.toMatchObject({ failure: 'queue-full' });
  await thread?.close();
  expect(await ends).toMatchObject(Array.from({ length: 3 }, () => ({ reason: { failure: 'closed' } })));
});

it('lets it close what it holds, and answers nobody afterwards', async () => {
  const endedFlag = new Int32Array(new SharedArrayBuffer(4));
  const { call, close } = start({ start: 0, endedFlag });
  await call('add', 1);
  await close();
  expect(Atomics.load(endedFlag, 0)).toBe(1);
  await expect(call('add', 1)).rejects.toMatchObject({ failure: 'closed' });
});

it('never starts when nobody called', async () => {
  const endedFlag = new Int32Array(new SharedArrayBuffer(4));
  const { close } = start({ start: 0, endedFlag });
  await close();
  expect(Atomics.load(endedFlag, 0)).toBe(0);
});
