import { type ClientReport, endpoints } from '@acceptance/shared';
import * as v from 'valibot';
import { BATCH_SIZE, createReportQueue, LAUNCH_LIMIT, type ReportQueueOptions, SEND_INTERVAL_MS } from './report-queue';

/** A queue whose time only passes when told to. */
function harness(change: Partial<ReportQueueOptions> = {}) {
  let time = Date.UTC(2026, 10, 22, 8);
  const timers: { readonly at: number; readonly act: () => void }[] = [];
  const sent: (readonly ClientReport[])[] = [];
  const queue = createReportQueue({
    send: async (reports) => sent.push(reports),
    isOnline: async () => true,
    facts: () => ({ appVersion: '0.1.0', platform: 'weapp ios 8.0.50', page: '/pages/home/index?a=13812341234' }),
    now: () => time,
    random: () => 0,
    runLater: (act, delayMs) => timers.push({ at: time + delayMs, act }),
    ...change,
  });
  const pass = async (ms: number) => {
    time += ms;
    const all = timers.splice(0);
    timers.push(...all.filter(({ at }) => at > time));
    for (const { act } of all.filter(({ at }) => at <= time)) {
      act();
    }
    // The promises of the sending run out before the next step.
    for (let turn = 0; turn < 5; turn += 1) {
      await Promise.resolve();
    }
  };
  return { queue, sent, pass, timers };
}

const failing = (message: string) => ({ kind: 'error', error: new Error(message) }) as const;

describe('reports of the client', () => {
  it('are what the API takes, without personal data', async () => {
    const { queue, sent, pass } = harness();
    queue.add(failing('no room for 13812341234 张伟'));
    queue.add({ kind: 'slow-request', endpoint: 'files.uploadFile', durationMs: 7000.4 });
    queue.add({ kind: 'page-not-found', path: 'pages/old/index?phone=13812341234' });
    await pass(0);
    expect(v.is(endpoints.reports.sendClientReport.body!, { reports: sent[0] })).toBe(true);
    expect(sent[0]).toMatchObject([
      {
        kind: 'error',
        message: 'Error: no room for <number> *',
        page: 'pages/home/index',
        at: '2026-11-22T08:00:00.000Z',
      },
      { kind: 'slow-request', endpoint: 'files.uploadFile', durationMs: 7000 },
      { kind: 'page-not-found', message: 'no page pages/old/index' },
    ]);
  });

  it('tell the same error once, and one in five slow requests', async () => {
    const chances = [0.9, 0.1, 0.5];
    const { queue, sent, pass } = harness({ random: () => chances.shift() ?? 1 });
    const error = failing('x');
    queue.add(error);
    queue.add(error);
    for (const endpoint of ['a', 'b', 'c']) {
      queue.add({ kind: 'slow-request', endpoint, durationMs: 9000 });
    }
    await pass(0);
    expect(sent[0]!.map(({ kind, endpoint }) => endpoint ?? kind)).toEqual(['error', 'b']);
  });

  it('go out at most every thirty seconds, together', async () => {
    const { queue, sent, pass } = harness();
    queue.add(failing('first'));
    await pass(0);
    queue.add(failing('second'));
    queue.add(failing('third'));
    await pass(SEND_INTERVAL_MS - 1);
    expect(sent).toHaveLength(1);
    await pass(1);
    expect(sent.map((batch) => batch.length)).toEqual([1, 2]);
  });

  it('are dropped without a network, and when sending fails, and sending failures make no report', async () => {
    const offline = harness({ isOnline: async () => false });
    offline.queue.add(failing('x'));
    await offline.pass(0);
    expect(offline.sent).toEqual([]);

    const send = jest.fn().mockRejectedValue(new Error('503'));
    const refused = harness({ send });
    refused.queue.add(failing('x'));
    await refused.pass(0);
    await refused.pass(SEND_INTERVAL_MS);
    expect(send).toHaveBeenCalledTimes(1);
    expect(refused.timers).toEqual([]);
  });

  it('never grow beyond one request, nor beyond what one launch may say', async () => {
    const { queue, sent, pass } = harness();
    for (let round = 0; round * BATCH_SIZE < LAUNCH_LIMIT + BATCH_SIZE; round += 1) {
      for (let index = 0; index <= BATCH_SIZE; index += 1) {
        queue.add(failing(`round ${round} number ${index}`));
      }
      await pass(SEND_INTERVAL_MS);
    }
    expect(Math.max(...sent.map((batch) => batch.length))).toBe(BATCH_SIZE);
    expect(sent.flat()).toHaveLength(LAUNCH_LIMIT);
  });
});
