import type { Server, ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createHttpServer, stopServer } from './http-server';

let server: Server;
let waiting: ServerResponse[] = [];
let sockets: Socket[] = [];

beforeEach(async () => {
  waiting = [];
  sockets = [];
  server = createHttpServer((request, response) => {
    if (request.url === '/slow') {
      waiting.push(response);
      return;
    }
    response.end('answered');
  }, 75);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  for (const socket of sockets) {
    socket.destroy();
  }
});

/** A connection on which `text` was sent; `received` is what came back so far, `closed` resolves when it is over. */
async function open(text: string) {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString();
  });
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise<void>((resolve) => socket.write(text, () => resolve()));
  return { received: () => received, closed };
}

const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: test\r\n\r\n`;

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((again) => setTimeout(again, 5));
  }
}

describe('the time that connections are kept', () => {
  it('is told to the client, and headers may come after it', async () => {
    const { received } = await open(get('/'));
    await until(() => received().includes('answered'));
    expect(received()).toMatch(/^Keep-Alive: timeout=75\r$/m);
    expect(server.headersTimeout).toBeGreaterThan(75_000);
    expect(server.requestTimeout).toBeGreaterThanOrEqual(server.headersTimeout);
  });

  it('may be longer than Node’s time for a whole request', () => {
    const patient = createHttpServer(() => undefined, 3600);
    expect(patient.headersTimeout).toBeGreaterThan(3_600_000);
    expect(patient.requestTimeout).toBeGreaterThanOrEqual(patient.headersTimeout);
  });
});

describe('a server that stops', () => {
  it('does not wait for idle connections', async () => {
    const { received, closed } = await open(get('/'));
    await until(() => received().includes('answered'));
    await stopServer(server, 60_000);
    await closed;
  });

  it('lets an answer that is under way be given, and closes its connection then', async () => {
    const { received, closed } = await open(get('/slow'));
    await until(() => waiting.length === 1);
    const stopped = stopServer(server, 60_000);
    waiting[0]!.end('at last');
    await stopped;
    await closed;
    expect(received()).toContain('at last');
  });

  it.each([
    ['a request that gets no answer', get('/slow')],
    ['a request of which only a part has come', 'POST / HTTP/1.1\r\nHost: te'],
    ['a connection that says nothing', ''],
  ])('cuts %s when the time is up', async (_title, text) => {
    const connections = new Promise<void>((resolve) => server.once('connection', () => resolve()));
    const { closed } = await open(text);
    await connections;
    await stopServer(server, 100);
    await closed;
  });
});
