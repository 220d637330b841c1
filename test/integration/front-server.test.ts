import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request as plainRequest, type Server } from 'node:http';
import { request as secureRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../../scripts/demo/free-port';
import { H5_HEADERS } from '../../scripts/demo/h5-headers';
import { fillTemplate } from '../../scripts/nginx/fill-template';
import { type RunningNginx, runNginx } from '../../scripts/nginx/run-nginx';

const nginxFolder = resolve(__dirname, '../../scripts/deploy/nginx');
const folder = mkdtempSync(join(tmpdir(), 'front-server-'));
const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
const bffs: Server[] = [];
const ports = { http: 0, https: 0, bffs: [0, 0] };
/** What reached a BFF, newest last. */
const seen: { bff: number; url: string; forwardedFor: string; bytes: number }[] = [];
let nginx: RunningNginx;

async function startBff(bff: number): Promise<void> {
  const server = createServer(async (incoming, answer) => {
    let bytes = 0;
    for await (const chunk of incoming as AsyncIterable<Buffer>) bytes += chunk.length;
    seen.push({ bff, url: incoming.url ?? '', forwardedFor: String(incoming.headers['x-forwarded-for']), bytes });
    answer.writeHead(200, { 'content-type': 'application/json', 'content-disposition': 'inline' }).end('{}');
  });
  await new Promise<void>((listening) => server.listen(ports.bffs[bff], '127.0.0.1', listening));
  bffs[bff] = server;
}

async function stopBff(bff: number): Promise<void> {
  bffs[bff]?.closeAllConnections();
  await new Promise((closed) => bffs[bff]?.close(closed));
}

beforeAll(async () => {
  const subject = ['-subj', '/CN=ca.example.com', '-days', '2', '-nodes', '-newkey', 'ec', '-pkeyopt'];
  const made = ['req', '-x509', ...subject, 'ec_paramgen_curve:prime256v1', '-keyout', key, '-out', certificate];
  execFileSync('openssl', made, { stdio: 'ignore' });
  const h5 = join(folder, 'h5');
  mkdirSync(h5);
  writeFileSync(join(h5, 'index.html'), '<title>the application</title>');
  writeFileSync(join(h5, 'app.js'), 'run()');
  Object.assign(ports, { http: await freePort(), https: await freePort(), bffs: [await freePort(), await freePort()] });
  await Promise.all([startBff(0), startBff(1)]);
  const site = fillTemplate(readFileSync(join(nginxFolder, 'site.conf.template'), 'utf8'), {
    SERVER_NAME: 'ca.example.com',
    BFF_SERVERS: ports.bffs.map((port) => `server 127.0.0.1:${port} max_fails=0;`).join(' '),
    HTTP_PORT: `127.0.0.1:${ports.http}`,
    HTTPS_PORT: `127.0.0.1:${ports.https}`,
    TLS_CERTIFICATE: certificate,
    TLS_KEY: key,
    SNIPPETS: nginxFolder,
    H5_FOLDER: h5,
  });
  nginx = await runNginx(`types { text/html html; application/javascript js; }\n${site}`, [ports.http, ports.https]);
});

afterAll(async () => {
  await nginx?.stop();
  for (const server of bffs) server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  seen.length = 0;
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

function ask(port: number, path: string, { body, ...headers }: Record<string, string> = {}): Promise<Answer> {
  const isSecure = port === ports.https;
  const options = {
    host: '127.0.0.1',
    port,
    path,
    method: body ? 'POST' : 'GET',
    headers: { host: 'ca.example.com', ...headers },
    ...(isSecure && {
      ca: readFileSync(certificate),
      servername: 'ca.example.com',
      checkServerIdentity: () => undefined,
    }),
  };
  return new Promise((done, failed) => {
    const sent = (isSecure ? secureRequest : plainRequest)(options, async (incoming) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      done({ status: incoming.statusCode ?? 0, headers: incoming.headers, text });
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

describe('the front server of production', () => {
  it.each(['/', '/index.html', '/app.js', '/check/contract'])(
    'serves the H5 build with its headers: %s',
    async (path) => {
      const { status, headers, text } = await ask(ports.https, path);
      expect(status).toBe(200);
      expect(headers).toMatchObject({ ...H5_HEADERS, 'strict-transport-security': 'max-age=31536000' });
      expect(text).toBe(path === '/app.js' ? 'run()' : '<title>the application</title>');
    },
  );

  it('passes /api on, says for whom, and adds no header of the application’s pages', async () => {
    const { status, headers } = await ask(ports.https, '/api/orders?page=1', { 'x-forwarded-for': '203.0.113.9' });
    expect(status).toBe(200);
    expect(seen).toEqual([
      { bff: expect.any(Number), url: '/api/orders?page=1', forwardedFor: '203.0.113.9, 127.0.0.1', bytes: 0 },
    ]);
    expect(headers).toMatchObject({ 'content-disposition': 'inline', 'strict-transport-security': 'max-age=31536000' });
    expect(headers['content-security-policy']).toBeUndefined();
  });

  it('answers by http only what certificates name by http, and sends everybody else to https', async () => {
    expect((await ask(ports.http, '/api/ocsp', { body: 'request' })).status).toBe(200);
    expect((await ask(ports.http, '/api/crl/abc.crl')).status).toBe(200);
    for (const path of ['/', '/api/orders', '/api/ocspx', '/api/crl.txt']) {
      const { status, headers } = await ask(ports.http, path);
      expect([status, headers.location]).toEqual([308, `https://ca.example.com${path}`]);
    }
    expect(seen.map(({ url }) => url)).toEqual(['/api/ocsp', '/api/crl/abc.crl']);
  });

  it('takes a contract of 8 MiB, nothing above 9, and writes neither to a file', async () => {
    expect((await ask(ports.https, '/api/public/contract-checks', { body: 'x'.repeat(8 * 1024 * 1024) })).status).toBe(
      200,
    );
    expect(seen[0]?.bytes).toBe(8 * 1024 * 1024);
    expect((await ask(ports.https, '/api/files', { body: 'x'.repeat(10 * 1024 * 1024) })).status).toBe(413);
    const written = readFileSync(join(nginxFolder, 'to-bff.conf'), 'utf8');
    expect(written).toMatch(/^proxy_request_buffering off;$/m);
    expect(written).toMatch(/^proxy_max_temp_file_size 0;$/m);
  });

  it('goes on while one BFF is replaced right after the other', async () => {
    for (const bff of [0, 1, 0, 1]) {
      await stopBff(bff);
      const answers = await Promise.all(Array.from({ length: 6 }, () => ask(ports.https, '/api/orders')));
      expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
      await startBff(bff);
    }
  });

  it('goes on with one BFF while the other is away', async () => {
    await stopBff(0);
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(ports.https, '/api/orders')));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(new Set(seen.map(({ bff }) => bff))).toEqual(new Set([1]));
    await startBff(0);
  });
});

describe('the units of systemd', () => {
  const units = resolve(__dirname, '../../scripts/deploy/systemd');
  it.each(readdirSync(units))('%s is one that systemd understands', (unit) => {
    // A template is looked at as one of its instances.
    const copy = join(folder, unit.replace('@.', '@3001.'));
    writeFileSync(copy, readFileSync(join(units, unit)));
    const { stdout, stderr, status } = spawnSync('systemd-analyze', ['verify', '--man=no', copy], { encoding: 'utf8' });
    expect({ said: `${stdout}${stderr}`, status }).toEqual({ said: '', status: 0 });
  });
});
