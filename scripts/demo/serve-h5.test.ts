import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { UKEY_AGENT_PORT } from '@acceptance/shared';
import { freePort } from './free-port';
import { serveH5 } from './serve-h5';

let folder: string;
let secret: string;
let server: Server;
let bff: Server;
let origin: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-h5-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'app.js'), '0');
  secret = `${folder}.txt`;
  writeFileSync(secret, 'secret');
  bff = createServer(({ url, headers }, response) => {
    if (headers.cookie) {
      response.setHeader('set-cookie', ['first=1; path=/api; httponly', `second=${headers.cookie}`]);
    }
    response.end(`${url} for ${headers['x-forwarded-for']}`);
  });
  await new Promise<void>((resolve) => bff.listen(0, '127.0.0.1', resolve));
  const port = await freePort();
  server = await serveH5(folder, port, `http://127.0.0.1:${(bff.address() as AddressInfo).port}`);
  origin = `http://127.0.0.1:${port}`;
});

afterAll(() => {
  for (const running of [server, bff]) {
    running.closeAllConnections();
    running.close();
  }
  rmSync(folder, { recursive: true, force: true });
  rmSync(secret, { force: true });
});

describe('the H5 page', () => {
  it.each([
    ['/', 'text/html;charset=utf-8'],
    ['/app.js', 'text/javascript'],
    ['/orders/not-a-file', 'text/html;charset=utf-8'],
    ['/%E0%A4%A', 'text/html;charset=utf-8'],
  ])('%s may run our own scripts only, and be framed by nobody', async (path, mediaType) => {
    const { status, headers } = await fetch(`${origin}${path}`);
    expect([status, headers.get('content-type')]).toEqual([200, mediaType]);
    const policy = headers.get('content-security-policy')?.split('; ') ?? [];
    expect(policy).toEqual(expect.arrayContaining(["default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]));
    // The agent of the person's own PC is the one place besides our own that a page may call.
    expect(policy).toContain(`connect-src 'self' blob: http://127.0.0.1:${UKEY_AGENT_PORT}`);
    expect(policy.filter((rule) => !rule.startsWith('connect-src')).join(';')).not.toMatch(
      /unsafe-eval|script-src|\*|https?:/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('is never a file outside its folder, and a missing script is not the page', async () => {
    const raw = (path: string) =>
      new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
        get({ ...new URL(origin), host: '127.0.0.1', port: new URL(origin).port, path }, async (answer) => {
          resolve({ status: answer.statusCode, text: await text(answer) });
        }).on('error', reject);
      });
    const outside = `/../${basename(secret)}`;
    for (const path of [outside, outside.replace('..', '%2e%2e'), outside.replace('/..', '/..%2f..')]) {
      expect((await raw(path)).text).not.toContain('secret');
    }
    expect((await raw('/no-such.js')).status).toBe(404);
  });

  it('passes cookies on, both ways and as they are', async () => {
    const { headers } = await fetch(`${origin}/api/healthz`, { headers: { cookie: 'staff-refresh=kept' } });
    expect(headers.getSetCookie()).toEqual(['first=1; path=/api; httponly', 'second=staff-refresh=kept']);
  });

  it('passes the API on with the address that it sees, whatever the client says of itself', async () => {
    const answer = await fetch(`${origin}/api/healthz`, { headers: { 'x-forwarded-for': '203.0.113.7' } });
    expect(await answer.text()).toBe('/api/healthz for 127.0.0.1');
  });
});
