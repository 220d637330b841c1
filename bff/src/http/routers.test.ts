import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { createRouters } from './routers';

let origin: string;
let stop: () => void;

beforeAll(async () => {
  const routers = createRouters('/api');
  for (const path of ['/orders', '/orders/:orderId', '/staff/orders/:orderId']) {
    routers.of(path).get(path, (ctx) => {
      ctx.body = { path, params: ctx.params };
    });
  }
  routers.of('/orders').post('/orders', (ctx) => {
    ctx.body = { path: 'posted' };
  });
  const server = new Koa().use(routers.routes()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = () => server.close();
});
afterAll(() => stop());

const ask = (path: string, method = 'GET') => fetch(`${origin}${path}`, { method });

it.each([
  ['/api/orders', { path: '/orders', params: {} }],
  ['/api/orders?limit=1', { path: '/orders', params: {} }],
  ['/api/Orders/7', { path: '/orders/:orderId', params: { orderId: '7' } }],
  ['/api/staff/orders/7/', { path: '/staff/orders/:orderId', params: { orderId: '7' } }],
])('finds %s in the router of its first segment', async (path, answer) => {
  expect(await (await ask(path)).json()).toEqual(answer);
});

it('tells two methods of one path apart', async () => {
  expect(await (await ask('/api/orders', 'POST')).json()).toEqual({ path: 'posted' });
});

it.each(['/', '/api', '/api/', '/api/none', '/api/staff', '/orders', '/apiorders', '/api//orders'])(
  'does not find %s',
  async (path) => {
    expect((await ask(path)).status).toBe(404);
  },
);

it('answers 405 with what is allowed for a path that is there', async () => {
  const answer = await ask('/api/orders', 'DELETE');
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, expect.stringContaining('POST')]);
});

it.each(['/api/orders', '/api/none', '/none'])('answers 501 at %s for a method that no endpoint has', async (path) => {
  expect((await ask(path, 'PROPFIND')).status).toBe(501);
});

it('answers OPTIONS with what is allowed', async () => {
  const answer = await ask('/api/orders', 'OPTIONS');
  expect([answer.status, answer.headers.get('allow')]).toEqual([200, expect.stringContaining('POST')]);
});

it('answers 404 for a method of a path that is not there', async () => {
  expect((await ask('/api/none', 'DELETE')).status).toBe(404);
});
