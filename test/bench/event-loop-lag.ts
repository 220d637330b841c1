import type { DemoSystem } from '../../scripts/demo/start-demo-system';
import { createLoad } from './lag-load';
import { type BenchPerson, makePeople } from './lag-people';
import { startMeasured } from './measured-process';
import { runBench } from './run-bench';
import { type MeasuredSystem, withMeasuredBff } from './with-measured-bff';

const SIGNATURES = 30;
const PHOTOS = 20;
const SIGN_INS = 50;
const CONTRACTS = 20;
const IDLE_MS = 5000;
const SEALED_WITHIN_MS = 120_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Figures {
  readonly name: string;
  readonly seconds: number;
  readonly lag: Readonly<Record<string, number>>;
  readonly health: Readonly<Record<string, number>>;
}

async function waitUntilSealed(system: DemoSystem, signers: readonly BenchPerson[]): Promise<void> {
  const _id = { $in: signers.map(({ readyId }) => readyId) };
  const wanted = { _id, 'contract.state': 'sealed' } as const;
  const deadline = Date.now() + SEALED_WITHIN_MS;
  while ((await system.container().orders.countDocuments(wanted)) < signers.length) {
    if (Date.now() > deadline) {
      throw new Error('the contracts were not sealed: there is nothing to measure');
    }
    await pause(100);
  }
}

function print(all: readonly Figures[]): void {
  const idle = all[0];
  const ms = (value = 0) => `${value.toFixed(1)} ms`.padStart(10);
  const ratio = (value = 0, base = 0) => `(× ${(value / base).toFixed(1)})`.padStart(9);
  console.log(
    `\n${'of idle in brackets'.padEnd(34)} event-loop lag p99       max  busy  its CPU   /healthz p50        p99`,
  );
  for (const { name, seconds, lag, health } of all) {
    const busy = `${Math.round((lag.busy ?? 0) * 100)} %`.padStart(5);
    const cpu = `${Math.round(lag.loopCpuMs ?? 0)} ms`.padStart(9);
    console.log(
      `${`${name}, ${seconds.toFixed(1)} s`.padEnd(34)}${ms(lag.p99)}${ratio(lag.p99, idle?.lag.p99)}${ms(lag.max)} ${busy}${cpu}` +
        `${ms(health.p50)}${ms(health.p99)}${ratio(health.p99, idle?.health.p99)}  ${health.failures} unanswered`,
    );
  }
}

/** Runs every load against a BFF in a process of its own, and what it measures of itself meanwhile. */
async function measure({ system, origin, bff }: MeasuredSystem): Promise<void> {
  const people = await makePeople(system, SIGN_INS);
  const load = createLoad(origin, people);
  const signers = people.slice(0, CONTRACTS);
  const warm = people.slice(CONTRACTS, CONTRACTS + 2);
  // Threads have started and code is compiled: what is measured is the work.
  await load.uploadPictures(2, 2);
  await load.signIn(2);
  await load.sign(warm);
  await waitUntilSealed(system, warm);
  const pinger = await startMeasured('health-pinger.ts', { BFF_ORIGIN: origin });
  await pause(2000);
  const all: Figures[] = [];
  const phase = async (name: string, run: () => Promise<unknown>) => {
    bff.begin();
    pinger.begin();
    const began = performance.now();
    console.log(`${name}: ${JSON.stringify((await run()) ?? {})}`);
    const seconds = (performance.now() - began) / 1000;
    all.push({ name, seconds, lag: await bff.end(), health: await pinger.end() });
    await pause(1000);
  };
  await phase('idle', () => pause(IDLE_MS));
  await phase(`${SIGNATURES} signatures and ${PHOTOS} photos`, () => load.uploadPictures(SIGNATURES, PHOTOS));
  await phase(`${SIGN_INS} password sign-ins`, () => load.signIn(SIGN_INS));
  await phase(`${CONTRACTS} contracts sealed`, async () => {
    const answers = await load.sign(signers);
    await waitUntilSealed(system, signers);
    return answers;
  });
  pinger.process.kill();
  print(all);
}

/** `npm run bench:lag`: how long requests of others wait while pictures, passwords and contracts are worked on. */
runBench(() => withMeasuredBff({ settings: { TRUSTED_PROXIES: '1' }, prepare: async () => undefined }, measure));
