import { Agent, get } from 'node:http';
import { API_BASE_PATH, endpoints } from '@acceptance/shared';
import { answerOrders, percentile } from './measured-process';

const EVERY_MS = 20;
/** Made before anything is measured, and kept as a proxy keeps them: libuv takes one new connection in each turn of the loop. */
const CONNECTIONS = 8;
const address = `${process.env.BFF_ORIGIN}${API_BASE_PATH}${endpoints.system.readHealth.path}`;
let times: number[] = [];
let failures = 0;

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS, scheduling: 'fifo' });

const statusOf = (): Promise<number> =>
  new Promise((resolve) => {
    const sent = get(address, { agent }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.once('error', () => resolve(0));
  });

async function ping(): Promise<void> {
  const began = performance.now();
  const status = await statusOf();
  times.push(performance.now() - began);
  failures += status === 200 ? 0 : 1;
}

for (let connection = 0; connection < CONNECTIONS; connection += 1) {
  void ping();
}
// Whether or not the one before has been answered: a BFF that stands still must not be asked less often.
setInterval(() => void ping(), EVERY_MS);

answerOrders({
  begin() {
    times = [];
    failures = 0;
  },
  end: () => ({ p50: percentile(times, 50), p99: percentile(times, 99), max: Math.max(0, ...times), failures }),
});
