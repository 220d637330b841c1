import { type Incident, listenForIncidents, tellIncident } from './incidents';
import { SLOW_REQUEST_MS, watchDuration } from './watch-duration';

const clock =
  (...times: number[]) =>
  () =>
    times.shift() ?? 0;

describe('the duration of requests', () => {
  let told: Incident[];
  let stop: () => void;
  beforeEach(() => {
    told = [];
    stop = listenForIncidents((incident) => told.push(incident));
  });
  afterEach(() => stop());

  it('passes quick answers and says nothing', async () => {
    await expect(watchDuration('orders.readOrder', async () => 7, clock(1000, 1200))).resolves.toBe(7);
    expect(told).toEqual([]);
  });

  it('tells of a slow answer, and of a slow failure', async () => {
    await watchDuration('orders.readOrder', async () => 7, clock(0, SLOW_REQUEST_MS));
    const failing = watchDuration('files.uploadFile', () => Promise.reject(new Error('timeout')), clock(0, 20_000));
    await expect(failing).rejects.toThrow('timeout');
    expect(told).toEqual([
      { kind: 'slow-request', endpoint: 'orders.readOrder', durationMs: SLOW_REQUEST_MS },
      { kind: 'slow-request', endpoint: 'files.uploadFile', durationMs: 20_000 },
    ]);
  });

  it('survives a reporter that fails, and stops telling who has stopped listening', () => {
    const stopBroken = listenForIncidents(() => {
      throw new Error('broken');
    });
    expect(() => tellIncident({ kind: 'page-not-found', path: 'pages/old/index' })).not.toThrow();
    stopBroken();
    stop();
    tellIncident({ kind: 'page-not-found', path: 'pages/old/index' });
    expect(told).toHaveLength(1);
  });
});
