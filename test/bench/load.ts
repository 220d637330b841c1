import { readFileSync } from 'node:fs';
import type { QueryFilter } from 'mongoose';
import type { OrderRecord } from '../../bff/src/modules/orders';
import { type ApiClient, createApiClient } from '../../scripts/api-client/create-api-client';
import type { DemoSystem } from '../../scripts/demo/start-demo-system';
import { makePerson } from '../../scripts/story/people';
import { signInStaff } from '../../scripts/story/review-and-payment-steps';
import type { StoryContext } from '../../scripts/story/story-context';
import { newStory, STORY_STEPS } from '../../scripts/story/walk-story';
import { type MeasuredProcess, percentile } from './measured-process';
import { runBench } from './run-bench';
import { withMeasuredBff } from './with-measured-bff';

/** Applications under way at once. */
const LANES = 12;
const WARM = 12;
const MINUTE_MS = 60_000;
const [minutes = 2] = process.argv.slice(2).map(Number);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** How long each endpoint took to answer, in ms, as who asks sees it. */
type Times = Map<string, number[]>;

function timed(client: ApiClient, times: Times): ApiClient {
  return {
    get accessToken() {
      return client.accessToken;
    },
    set accessToken(token) {
      client.accessToken = token;
    },
    async call(endpoint, input) {
      const began = performance.now();
      const answer = await client.call(endpoint, input);
      const of = times.get(endpoint.id) ?? [];
      times.set(endpoint.id, of);
      of.push(performance.now() - began);
      return answer;
    },
  };
}

/** Everybody has an address of their own, as behind a proxy. */
const addressOf = (index: number): string => `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;

interface Loaded {
  readonly system: DemoSystem;
  readonly origin: string;
  /** Signed in once, as at a desk. */
  readonly staff: ApiClient;
}

/** Resolves when no job of this order is due or being done: the BFF does them by itself. */
async function settled(system: DemoSystem, orderId: string | undefined): Promise<void> {
  const { orders } = system.container();
  const isAtWork = () => ({ $or: [{ availableAt: { $lte: new Date() } }, { leasedBy: { $type: 'string' } }] });
  while (await orders.exists({ _id: orderId, outbox: { $elemMatch: isAtWork() } } as QueryFilter<OrderRecord>)) {
    await pause(15);
  }
}

function storyOf({ system, origin, staff }: Loaded, index: number, times: Times): StoryContext {
  const { standIns, staffPassword } = system;
  const world = { origin, standIns, staffPassword, settle: () => settled(system, context.order?.id) };
  const clients = {
    applicant: timed(createApiClient(origin, undefined, addressOf(index)), times),
    staff: timed(staff, times),
  };
  const context: StoryContext = { ...newStory(world, { person: makePerson(index) }), ...clients };
  return context;
}

/** From the sign-in to the payment, with the look and the decision of the staff. */
async function apply(loaded: Loaded, index: number, times: Times): Promise<void> {
  const context = storyOf(loaded, index, times);
  for (const { run } of STORY_STEPS.filter(({ id }) => id !== 'staff-sign-in')) {
    await run(context);
  }
}

const mebibytesOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** So many lanes take turns until the time is over. Answers how many applications were paid, and the BFF's memory by minute. */
async function load(loaded: Loaded, bff: number, times: Times): Promise<{ paid: number; memory: number[] }> {
  const ends = Date.now() + minutes * MINUTE_MS;
  const memory = [mebibytesOf(bff)];
  const looking = setInterval(() => memory.push(mebibytesOf(bff)), MINUTE_MS);
  let next = WARM;
  let paid = 0;
  const lanes = Array.from({ length: LANES }, async () => {
    while (Date.now() < ends) {
      next += 1;
      await apply(loaded, next, times);
      paid += 1;
    }
  });
  try {
    await Promise.all(lanes);
  } finally {
    clearInterval(looking);
  }
  return { paid, memory: [...memory, mebibytesOf(bff)] };
}

function printTimes(times: Times): void {
  const ms = (values: readonly number[], of: number) => percentile(values, of).toFixed(0).padStart(8);
  console.log(`\n${'ms until answered'.padEnd(36)}   count     p50     p95     p99`);
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  for (const [id, values] of [...times].sort(([, one], [, other]) => total(other) - total(one))) {
    console.log(
      `${id.padEnd(36)}${String(values.length).padStart(8)}${ms(values, 50)}${ms(values, 95)}${ms(values, 99)}`,
    );
  }
}

async function measure(loaded: Loaded, bff: MeasuredProcess): Promise<void> {
  const { pid = 0 } = bff.process;
  // One after another: what is compiled and drawn once is no part of it.
  for (let index = 1; index <= WARM; index += 1) {
    await apply(loaded, index, new Map());
  }
  const times: Times = new Map();
  const [ourCpu, began] = [process.cpuUsage(), performance.now()];
  bff.begin();
  const { paid, memory } = await load(loaded, pid, times);
  const { cpuMs = 0, loopCpuMs = 0, p50 = 0, p99 = 0, max = 0, busy = 0 } = await bff.end();
  const elapsed = (performance.now() - began) / MINUTE_MS;
  const { user, system } = process.cpuUsage(ourCpu);
  printTimes(times);
  console.log(`\n${paid} applications in ${elapsed.toFixed(1)} minutes: ${(paid / elapsed).toFixed(0)} a minute`);
  const each = (cpuMs: number) => `${(cpuMs / paid).toFixed(0)} ms`;
  console.log(
    `CPU an application: BFF ${each(cpuMs)}, of it its main thread ${each(loopCpuMs)}, callers and remotes ${each((user + system) / 1000)}`,
  );
  console.log(
    `event loop of the BFF: lag p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} max ${max.toFixed(0)} ms, busy ${Math.round(busy * 100)} %`,
  );
  console.log(`memory of the BFF in MiB, by minute: ${memory.map((one) => one.toFixed(0)).join(' ')}`);
}

/** `npm run bench:load [-- minutes]`: whole applications a minute, with database, BFF, and callers with remotes in processes of their own. */
const main = (): Promise<void> =>
  withMeasuredBff(
    { settings: { LOG_LEVEL: 'info', TRUSTED_PROXIES: '1' }, silent: true, prepare: async () => undefined },
    async (measured) => {
      const { system, origin, bff } = measured;
      const staff = createApiClient(origin);
      await signInStaff({ ...newStory({ ...system, origin, settle: async () => undefined }), staff });
      await measure({ system, origin, staff }, bff);
    },
  );

runBench(main);
