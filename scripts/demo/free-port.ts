import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports that systems hand out by themselves (from 32768 on Linux, 49152 elsewhere): one of those may be taken by any
 * connection before it is listened at.
 */
const FIRST = 20_000;
const BEYOND = 32_000;
const MOST_TRIES = 100;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** A port that nobody listens at now. It is not kept: listen soon. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const port = randomInt(FIRST, BEYOND);
    if (await isFree(port)) {
      return port;
    }
  }
  throw new Error(`no free port was found between ${FIRST} and ${BEYOND}`);
}
