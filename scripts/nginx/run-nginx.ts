import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const READY_WITHIN_MS = 10_000;

/** One `server` of nginx: where it listens and whom it passes everything on to, appending to X-Forwarded-For. */
export interface ProxyHop {
  readonly port: number;
  readonly to: string;
}

const serverBlock = ({ port, to }: ProxyHop): string => `
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass ${to};
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    }
  }`;

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

const configOf = (servers: string): string => `
daemon off;
master_process off;
pid nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
${TEMPORARY.map((kind) => `  ${kind}_temp_path ${kind};`).join('\n')}
${servers}
}
`;

const answers = (port: number, address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, address);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

interface Listening {
  readonly ports: readonly number[];
  readonly address: string;
}

async function waitUntilListening(
  child: ChildProcess,
  { ports, address }: Listening,
  failure: () => Error,
): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null && child.pid) {
    if ((await Promise.all(ports.map((port) => answers(port, address)))).every(Boolean)) {
      return;
    }
    await new Promise((again) => setTimeout(again, 20));
  }
  throw failure();
}

/** Debian's nginx before the given addresses. @throws Error naming the Debian package when it is not installed */
export const startNginx = (hops: readonly ProxyHop[]): Promise<RunningNginx> =>
  runNginx(
    hops.map(serverBlock).join('\n'),
    hops.map(({ port }) => port),
  );

export interface RunningNginx {
  stop(): Promise<void>;
}

/** Debian's nginx with what stands inside `http`, in a folder of its own. @throws Error as above */
export async function runNginx(
  servers: string,
  ports: readonly number[],
  address = '127.0.0.1',
): Promise<RunningNginx> {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  writeFileSync(join(folder, 'nginx.conf'), configOf(servers));
  // Debian keeps it in /usr/sbin, which is not on everybody's PATH.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
  const child = spawn('nginx', args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  let failed: NodeJS.ErrnoException | null = null;
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      failed = error;
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const failure = (): Error =>
    new Error(
      failed?.code === 'ENOENT'
        ? 'the program nginx is needed: apt-get install nginx-light'
        : `nginx did not start: ${failed?.message ?? said}`,
    );
  try {
    await waitUntilListening(child, { ports, address }, failure);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
