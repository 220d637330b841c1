import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { clientAddress, clientAddressOf } from './client-address';

const SOCKET = '10.0.0.1';

describe('the client’s address', () => {
  it.each([
    ['nobody of ours stands before us: the header is not looked at', 0, '203.0.113.7', SOCKET],
    ['one proxy, one hop', 1, '203.0.113.7', '203.0.113.7'],
    ['one proxy that appends to what the client made up', 1, '198.51.100.1, 198.51.100.2, 203.0.113.7', '203.0.113.7'],
    ['two proxies: the second from the right', 2, '198.51.100.1, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
    ['IPv6, written in its one way', 1, '2001:DB8:0::1', '2001:db8::1'],
    ['IPv4 in IPv6', 1, '::ffff:203.0.113.7', '203.0.113.7'],
    ['fewer hops than we have proxies', 2, '203.0.113.7', SOCKET],
    ['no header', 1, '', SOCKET],
    ['a word', 1, '203.0.113.7, unknown', SOCKET],
    ['an address with its port', 1, '203.0.113.7:1234', SOCKET],
    ['an empty hop', 1, '203.0.113.7,', SOCKET],
    ['an address with a zone', 1, 'fe80::1%lo', SOCKET],
  ])('%s', (_title, trustedProxies, header, expected) => {
    expect(clientAddressOf(SOCKET, header, trustedProxies)).toBe(expected);
  });

  it.each([
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::1', '::1'],
    [undefined, ''],
  ])('of the socket %s is %s', (socketAddress, expected) => {
    expect(clientAddressOf(socketAddress, '', 0)).toBe(expected);
  });
});

describe('ctx.ip over HTTP', () => {
  let server: Server;
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const askThrough = async (trustedProxies: number, forwardedFor: string[]): Promise<string> => {
    const app = new Koa().use(clientAddress(trustedProxies)).use((ctx) => {
      ctx.body = ctx.ip;
    });
    server = createServer(app.callback());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const headers = { 'X-Forwarded-For': forwardedFor };
      request({ port, host: '127.0.0.1', headers, agent: false }, async (answer) => {
        resolve((await answer.toArray()).join(''));
      })
        .once('error', reject)
        .end();
    });
  };

  it('is the socket’s, or what our proxy wrote', async () => {
    expect(await askThrough(0, ['203.0.113.7'])).toBe('127.0.0.1');
  });

  it('is the last of a header that comes in two lines', async () => {
    expect(await askThrough(1, ['198.51.100.1', '203.0.113.7'])).toBe('203.0.113.7');
  });
});
