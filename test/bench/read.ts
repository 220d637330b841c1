import { once } from 'node:events';
import { API_BASE_PATH, buildPath, endpoints } from '@acceptance/shared';
import { endBff } from '../../scripts/demo/bff-process';
import { freePort } from '../../scripts/demo/free-port';
import { type MeasuredProcess, startMeasured } from './measured-process';
import { readApplicant } from './read-applicant';
import { runBench } from './run-bench';
import { type MeasuredSystem, withMeasuredBff } from './with-measured-bff';

const ROUNDS = 20;
const IN_A_ROUND = 400;
const AT_ONCE = 8;

interface Target {
  readonly name: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly process: MeasuredProcess;
  /** What it is compared with. */
  readonly against: readonly Target[];
}

interface Cost {
  readonly cpuMs: number;
  readonly perSecond: number;
}

async function askMany({ url, headers }: Target, count: number): Promise<void> {
  const lanes = Array.from({ length: AT_ONCE }, async (_, lane) => {
    for (let asked = lane; asked < count; asked += AT_ONCE) {
      const answer = await fetch(url, { headers });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
    }
  });
  await Promise.all(lanes);
}

async function measure(target: Target): Promise<Cost> {
  target.process.begin();
  const began = performance.now();
  await askMany(target, IN_A_ROUND);
  const seconds = (performance.now() - began) / 1000;
  const { cpuMs = 0 } = await target.process.end();
  return { cpuMs: cpuMs / IN_A_ROUND, perSecond: IN_A_ROUND / seconds };
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** Everybody in turn, so that what else the machine does meets all alike. The bare ones check nobody and open nothing. */
async function compare(targets: readonly Target[]): Promise<void> {
  const costs = new Map<Target, Cost[]>(targets.map((target) => [target, []]));
  for (const target of targets) await askMany(target, IN_A_ROUND);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const target of targets) costs.get(target)?.push(await measure(target));
  }
  const cpuOf = (target: Target | undefined) => median((target && costs.get(target)?.map(({ cpuMs }) => cpuMs)) ?? []);
  for (const target of targets) {
    const perSecond = median(costs.get(target)?.map((cost) => cost.perSecond) ?? []);
    const cpu = cpuOf(target);
    const ratios = target.against.map((bare) => `${(cpu / cpuOf(bare)).toFixed(2)} × ${bare.name}`);
    console.log(
      `${target.name.padEnd(34)}${cpu.toFixed(2)} ms of CPU ${Math.round(perSecond).toString().padStart(6)}/s  ${ratios.join('  ')}`,
    );
  }
}

function targetsOf(
  origin: { readonly bff: string; readonly bare: string },
  processes: { readonly bff: MeasuredProcess; readonly bare: MeasuredProcess },
  { accessToken, sessionId, orderId, accountId }: Awaited<ReturnType<typeof readApplicant>>,
): Target[] {
  const headers = { authorization: `Bearer ${accessToken}` };
  const ours = (name: string, path: string, ...against: Target[]): Target => {
    return { name, url: `${origin.bff}${API_BASE_PATH}${path}`, headers, process: processes.bff, against };
  };
  const bare = (name: string, path: string): Target => {
    return { name, url: `${origin.bare}${path}`, headers: {}, process: processes.bare, against: [] };
  };
  const found = bare('order found', `/orders/${orderId}`);
  const order = bare('order with its caller', `/with-caller/${accountId}/${sessionId}/${orderId}`);
  const list = bare('list with its caller', `/with-caller/${accountId}/${sessionId}`);
  const account = bare('account found', `/accounts/${accountId}`);
  return [
    ...[found, order, list, account],
    ours('GET order', buildPath(endpoints.orders.readOrder, { params: { orderId } }), found, order),
    ours('GET list', buildPath(endpoints.orders.listOrders, { query: {} }), found, list),
    ours('GET account', buildPath(endpoints.account.readAccount, {}), account, found),
  ];
}

async function compareWithBare(
  { system, origin, bff }: MeasuredSystem,
  applicant: Awaited<ReturnType<typeof readApplicant>>,
): Promise<void> {
  const port = await freePort();
  const { MONGODB_URI = '' } = system.environment;
  const bare = await startMeasured('bare-koa.ts', { MONGODB_URI, PORT: String(port) });
  try {
    await once(bare.process, 'message');
    await compare(targetsOf({ bff: origin, bare: `http://127.0.0.1:${port}` }, { bff, bare }, applicant));
  } finally {
    await endBff(bare.process, 'SIGKILL');
  }
}

/** `npm run bench:read`: what a signed-in read costs the BFF, against a route that does nothing but find and answer. */
runBench(() =>
  withMeasuredBff({ settings: { LOG_LEVEL: 'info' }, silent: true, prepare: readApplicant }, compareWithBare),
);
