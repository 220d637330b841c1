import type { ChildProcess } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { API_BASE_PATH, endpoints } from '@acceptance/shared';
import { endBff, spawnBff, waitUntilReady } from '../../scripts/demo/bff-process';
import { freePort } from '../../scripts/demo/free-port';
import { type DemoSystem, startDemoSystem } from '../../scripts/demo/start-demo-system';

const LIMIT_MS = 8000;
const BODY = JSON.stringify({ phone: 'not a number' });
const { path } = endpoints.auth.requestSmsCode;
/** A request whose body is announced and does not come. */
const HEAD = `POST ${API_BASE_PATH}${path} HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n`;

describe('a BFF that is told to stop', () => {
  let system: DemoSystem;
  let bff: ChildProcess;
  let port: number;
  let metricsPort: number;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    system = await startDemoSystem({ runJobs: false });
  });

  beforeEach(async () => {
    port = await freePort();
    metricsPort = await freePort();
    bff = await spawnBff({
      ...system.environment,
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      LOG_LEVEL: 'fatal',
    });
    await waitUntilReady(bff, `http://127.0.0.1:${port}`);
  });

  afterEach(async () => {
    for (const socket of sockets.splice(0)) {
      socket.destroy();
    }
    await endBff(bff, 'SIGKILL');
  });

  afterAll(() => system.stop());

  async function open(text: string, at = port) {
    const socket = connect(at, '127.0.0.1');
    sockets.push(socket);
    let received = '';
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString();
    });
    socket.on('error', () => undefined);
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    await new Promise<void>((resolve) => socket.write(text, () => resolve()));
    return { socket, received: () => received, closed };
  }

  /** A kept connection on which a request has been answered. */
  async function idleConnection() {
    const idle = await open(`GET ${API_BASE_PATH}/healthz HTTP/1.1\r\nHost: test\r\n\r\n`);
    while (!idle.received().includes('ok')) {
      await new Promise((again) => setTimeout(again, 10));
    }
    return idle;
  }

  /** Answers how long the process took to end. */
  async function stop(): Promise<number> {
    const since = Date.now();
    await endBff(bff, 'SIGTERM');
    return Date.now() - since;
  }

  /** Refusals of one caller above a number that each minute records are counted in memory, and written at the end. */
  const callsWithheld = () => system.container().auditEntries.countDocuments({ action: 'audit.refusalsWithheld' });
  async function refuseMany(): Promise<void> {
    const url = `http://127.0.0.1:${port}${API_BASE_PATH}${endpoints.orders.createOrder.path}`;
    for (let n = 0; n < 80; n += 1) {
      expect((await fetch(url, { method: 'POST', headers: { connection: 'close' } })).status).toBe(401);
    }
  }

  it('closes idle connections and ends at once', async () => {
    const idle = await idleConnection();
    expect(await stop()).toBeLessThan(LIMIT_MS);
    expect([bff.exitCode, bff.signalCode]).toEqual([0, null]);
    await idle.closed;
  });

  it('is not held up by who reads its metrics', async () => {
    const scraper = await open('GET /metrics HTTP/1.1\r\nHost: test\r\n\r\n', metricsPort);
    while (!scraper.received().includes('nodejs_eventloop_lag_p99_seconds')) {
      await new Promise((again) => setTimeout(again, 10));
    }
    expect(await stop()).toBeLessThan(LIMIT_MS);
    expect([bff.exitCode, bff.signalCode]).toEqual([0, null]);
    await scraper.closed;
  });

  it('gives the answers that are under way, and then ends', async () => {
    const slow = await open(HEAD + BODY.slice(0, 5));
    const stopped = stop();
    await new Promise((later) => setTimeout(later, 1000));
    expect(bff.exitCode).toBeNull();
    slow.socket.write(BODY.slice(5));
    expect(await stopped).toBeLessThan(LIMIT_MS);
    expect([bff.exitCode, bff.signalCode]).toEqual([0, null]);
    await slow.closed;
    expect(slow.received()).toMatch(/^HTTP\/1\.1 422 /);
  });

  it('cuts a request that hangs after its time, and still writes down what lies in memory', async () => {
    const before = await callsWithheld();
    const [idle, hanging, mute] = [await idleConnection(), await open(HEAD + BODY.slice(0, 5)), await open('')];
    await refuseMany();
    const took = await stop();
    expect([bff.exitCode, bff.signalCode]).toEqual([0, null]);
    expect(took).toBeGreaterThan(LIMIT_MS - 500);
    await Promise.all([idle.closed, hanging.closed, mute.closed]);
    expect(hanging.received()).not.toMatch(/^HTTP\/1\.1 2/);
    expect(await callsWithheld()).toBeGreaterThan(before);
  });

  it('does the same at a second signal', async () => {
    await open(HEAD + BODY.slice(0, 5));
    const stopped = stop();
    await new Promise((later) => setTimeout(later, 500));
    bff.kill('SIGTERM');
    bff.kill('SIGINT');
    expect(await stopped).toBeGreaterThan(LIMIT_MS - 500);
    expect([bff.exitCode, bff.signalCode]).toEqual([0, null]);
  });
});
