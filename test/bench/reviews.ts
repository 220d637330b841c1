import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { freePort } from '../../scripts/demo/free-port';
import { DEMO_STAFF } from '../../scripts/demo/seed-demo';
import { serveH5 } from '../../scripts/demo/serve-h5';
import { type DemoSystem, startDemoSystem } from '../../scripts/demo/start-demo-system';
import { DESK, openBrowser, openPage } from '../../scripts/story/browser/open-browser';
import { handsOn } from '../../scripts/story/browser/page-hands';
import { signInToDesk } from '../../scripts/story/browser/staff-walk';
import { fillQueue } from './desk-queue';
import { createKeyboardReviewer, type Deed, type Reviewed } from './keyboard-reviewer';
import { percentile } from './measured-process';
import { runBench } from './run-bench';

const REVIEWS = 50;
const H5_BUILD = resolve(__dirname, '../../miniapp/dist/h5');
/** Of ten applications: most are in order, some come back, one is refused. */
const PLAN: readonly Deed[] = [
  ...(['approve', 'return', 'approve', 'approve', 'return'] as const),
  ...(['approve', 'approve', 'reject', 'return', 'approve'] as const),
];

function print(name: string, reviewed: readonly Reviewed[]): void {
  const of = (figures: readonly number[]) =>
    `${percentile(figures, 50).toFixed(1)} / ${percentile(figures, 90).toFixed(1)} / ${Math.max(0, ...figures).toFixed(1)}`;
  const keys = reviewed.reduce((sum, { keystrokes }) => sum + keystrokes, 0) / Math.max(1, reviewed.length);
  const seconds = (pick: (one: Reviewed) => number) => of(reviewed.map((one) => pick(one) / 1000));
  console.log(
    `${name.padEnd(10)}${String(reviewed.length).padStart(4)}${keys.toFixed(2).padStart(12)}   ` +
      `${seconds(({ shownMs }) => shownMs).padEnd(20)}${seconds(({ restMs }) => restMs).padEnd(20)}` +
      `${seconds(({ decidedMs }) => decidedMs).padEnd(20)}${seconds(({ wholeMs }) => wholeMs)}`,
  );
}

async function measure(system: DemoSystem, origin: string): Promise<void> {
  await fillQueue(system, REVIEWS);
  const browser = await openBrowser();
  try {
    const { page, problems } = await openPage(browser, DESK);
    const hands = handsOn(page);
    const [{ username }, password, station] = [DEMO_STAFF, system.staffPassword, async () => undefined];
    await signInToDesk({ hands, origin, username, password, orderNumber: '', station });
    const reviewer = createKeyboardReviewer(page);
    await reviewer.begin();
    console.log(`load of the machine before: ${loadavg()[0]?.toFixed(1)}`);
    const began = performance.now();
    const reviewed: Reviewed[] = [];
    for (let index = 0; index < REVIEWS; index += 1) {
      reviewed.push(await reviewer.review(PLAN[index % PLAN.length] ?? 'approve'));
    }
    const seconds = (performance.now() - began) / 1000;
    console.log(`load of the machine after: ${loadavg()[0]?.toFixed(1)}\n`);
    console.log('seconds: half of them / nine of ten / longest');
    console.log('            n  keystrokes   photos there        rest that is forced keys to decision    whole');
    for (const deed of ['approve', 'return', 'reject'] as const) {
      print(
        deed,
        reviewed.filter((one) => one.deed === deed),
      );
    }
    print('all', reviewed);
    console.log(
      `\n${REVIEWS} reviews in ${seconds.toFixed(1)} s; none waits for the ten seconds in which it can be undone`,
    );
    await reviewer.letAllBeSent();
    const statuses = await system
      .container()
      .orders.aggregate<{ _id: string; count: number }>([{ $group: { _id: '$status', count: { $sum: 1 } } }]);
    console.log(`what became of them: ${statuses.map(({ _id, count }) => `${_id} ${count}`).join(', ')}`);
    console.log(`errors of the page: ${problems.length}${problems.length > 0 ? ` (${problems[0]})` : ''}`);
  } finally {
    await browser.close();
  }
}

/** `npm run bench:reviews`: a reviewer who uses the keyboard alone; nothing is asserted. */
async function main(): Promise<void> {
  const system = await startDemoSystem();
  const port = await freePort();
  const server = await serveH5(H5_BUILD, port, system.origin);
  try {
    await measure(system, `http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
    await system.stop();
  }
}

runBench(main);
