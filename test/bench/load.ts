import { SESSION_POLICY } from '../../bff/src/modules/auth/session.policy';
import { type ApiClient, createApiClient } from '../../scripts/api-client/create-api-client';
import type { DemoSystem } from '../../scripts/demo/start-demo-system';
import { makePerson } from '../../scripts/story/people';
import { signInStaff } from '../../scripts/story/review-and-payment-steps';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { newStory, STORY_STEPS } from '../../scripts/story/walk-story';
import { type NamedProcess, printCpu, watchCpu } from './cpu-by-process';
import { type MeasuredProcess, percentile } from './measured-process';
import { memoryOf } from './process-figures';
import { runBench } from './run-bench';
import { createSettling } from './settled-orders';
import { withMeasuredBff } from './with-measured-bff';

/** Applications under way at once. */
const LANES = 12;
const WARM = 48;
const MINUTE_MS = 60_000;
/** Well before the access token ends. */
const SIGNED_IN_MS = (SESSION_POLICY.accessTokenSeconds * 1000) / 2;
/** As in production, but that more people sign in within the hour than the service sends codes to in a day. */
const SETTINGS = { LOG_LEVEL: 'info', TRUSTED_PROXIES: '1', SMS_CODES_A_DAY: '1000000' };
const [minutes = 2] = process.argv.slice(2).map(Number);

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
  /** Stays signed in, as at a desk. */
  readonly staff: ApiClient;
  /** Resolves when no job of this order is due or being done. */
  readonly settled: (orderId: string) => Promise<void>;
}

function storyOf({ system, origin, staff, settled }: Loaded, index: number, times: Times): StoryContext {
  const { standIns, staffPassword } = system;
  const world = { origin, standIns, staffPassword, settle: () => settled(orderOf(context).id) };
  const clients = {
    applicant: timed(createApiClient(origin, undefined, addressOf(index)), times),
    staff: timed(staff, times),
  };
  const context: StoryContext = {
    ...newStory(world, { person: { ...makePerson(index), street: `测试路 ${index} 号` } }),
    ...clients,
  };
  return context;
}

/** From the sign-in to the payment, with the look and the decision of the staff. */
async function apply(loaded: Loaded, index: number, times: Times): Promise<void> {
  const context = storyOf(loaded, index, times);
  for (const { run } of STORY_STEPS.filter(({ id }) => id !== 'staff-sign-in')) {
    await run(context);
  }
}

const inLanes = (lane: () => Promise<void>) => Promise.all(Array.from({ length: LANES }, lane));

/** So many lanes take turns until the time is over. Answers how many applications were paid, and the BFF's memory by minute. */
async function load(loaded: Loaded, bff: number, times: Times): Promise<{ paid: number; memory: number[] }> {
  const ends = Date.now() + minutes * MINUTE_MS;
  const memory = [memoryOf(bff)];
  const looking = setInterval(() => memory.push(memoryOf(bff)), MINUTE_MS);
  let next = WARM;
  let paid = 0;
  try {
    await inLanes(async () => {
      while (Date.now() < ends) {
        next += 1;
        await apply(loaded, next, times);
        paid += 1;
      }
    });
  } finally {
    clearInterval(looking);
  }
  return { paid, memory: [...memory, memoryOf(bff)] };
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

async function measure(loaded: Loaded, bff: MeasuredProcess, database: readonly NamedProcess[]): Promise<void> {
  const { pid = 0 } = bff.process;
  // What is compiled and drawn once is no part of it.
  let warmed = 0;
  await inLanes(async () => {
    while (warmed < WARM) {
      warmed += 1;
      await apply(loaded, warmed, new Map());
    }
  });
  const times: Times = new Map();
  const others = [...database, { name: 'callers and remotes', pid: process.pid }];
  const [cpu, began] = [watchCpu([{ name: 'BFF', pid, byThread: true }, ...others]), performance.now()];
  bff.begin();
  const { paid, memory } = await load(loaded, pid, times);
  const processes = cpu();
  const { p50 = 0, p99 = 0, max = 0, busy = 0 } = await bff.end();
  const elapsed = (performance.now() - began) / MINUTE_MS;
  printTimes(times);
  printCpu(processes, paid, 'an application');
  console.log(`${paid} applications in ${elapsed.toFixed(1)} minutes: ${(paid / elapsed).toFixed(0)} a minute`);
  console.log(
    `event loop of the BFF: lag p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} max ${max.toFixed(0)} ms, busy ${Math.round(busy * 100)} %`,
  );
  console.log(`memory of the BFF in MiB, by minute: ${memory.map((one) => one.toFixed(0)).join(' ')}`);
}

/** `npm run bench:load [-- minutes]`: whole applications a minute, with database, BFF, and callers with remotes in processes of their own. */
const main = (): Promise<void> =>
  withMeasuredBff({ settings: SETTINGS, silent: true, prepare: async () => undefined }, async (measured) => {
    const { system, origin, bff, databasePid } = measured;
    const staff = createApiClient(origin);
    const signIn = () => signInStaff({ ...newStory({ ...system, origin, settle: async () => undefined }), staff });
    await signIn();
    const staying = setInterval(() => void signIn(), SIGNED_IN_MS);
    const database = databasePid === null ? [] : [{ name: 'database', pid: databasePid }];
    try {
      await measure({ system, origin, staff, settled: createSettling(system) }, bff, database);
    } finally {
      clearInterval(staying);
    }
  });

runBench(main);
