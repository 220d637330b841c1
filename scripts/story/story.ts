import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startDemoSystem } from '../demo/start-demo-system';
import { makePerson } from './people';
import { walkStory } from './walk-story';

const OUTPUT_FOLDER = resolve(__dirname, '../../test-output');

/** `npm run story`: the main job without a screen, on freshly started stand-ins with data in memory. */
async function tellStory(): Promise<void> {
  const started = Date.now();
  let since = started;
  const lap = (title: string): void => {
    const now = Date.now();
    console.log(`  ✓ ${title}${' '.repeat(Math.max(1, 44 - 2 * title.length))}${String(now - since).padStart(6)} ms`);
    since = now;
  };
  console.log('数字证书在线受理：从登录到支付');
  const system = await startDemoSystem({ runJobs: false, logLevel: process.env.LOG_LEVEL });
  lap('启动替身、数据库和后端');
  try {
    const world = { ...system, settle: () => system.container().dispatcher.drain() };
    const context = await walkStory(world, { person: makePerson(2026), afterEach: (step) => lap(step.title) });
    mkdirSync(OUTPUT_FOLDER, { recursive: true });
    const path = join(OUTPUT_FOLDER, `${context.order?.contract.contractNumber}.pdf`);
    writeFileSync(path, context.contractPdf ?? new Uint8Array());
    console.log(`\n订单 ${context.order?.orderNumber}：已支付，等待制证。用时 ${Date.now() - started} ms`);
    console.log(`盖章合同 ${path}`);
  } finally {
    await system.stop();
  }
}

tellStory().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
