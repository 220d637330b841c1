import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startDemoSystem } from '../demo/start-demo-system';
import { createCertificateJudge } from './certificate-judge';
import { packCertificateFile } from './pack-certificate-file';
import { makePerson } from './people';
import { expectFact, type StoryContext } from './story-context';
import { SOFTWARE_CERTIFICATE_STEPS, walkStory } from './walk-story';

const OUTPUT_FOLDER = resolve(__dirname, '../../test-output');

const PIN = 'yun-Zhong-7';

/** Writes the certificate's file, has OpenSSL open it and judge what is in it, and answers OpenSSL's words. */
async function keepCertificate(context: StoryContext, rootPem: string): Promise<{ path: string; said: string }> {
  const file = await packCertificateFile(context, PIN);
  const path = join(OUTPUT_FOLDER, `certificate-${context.order?.orderNumber}.p12`);
  writeFileSync(path, file);
  const judge = createCertificateJudge({ rootPem });
  try {
    await judge.openFile(file, PIN);
    const [chain, status] = [await judge.chain(), await judge.status()];
    const isGood = /leaf\.pem: OK/.test(chain) && /Response verify OK/.test(status) && /leaf\.pem: good/.test(status);
    expectFact(isGood, `OpenSSL trusts the certificate\n${chain}${status}`);
    // Paths of the judge's own files say nothing to who reads it.
    return { path, said: `${chain}${status}`.replace(/\S*leaf\.pem/g, '证书').trimEnd() };
  } finally {
    judge.remove();
  }
}

/** `npm run story`: the main job without a screen, on freshly started stand-ins with data in memory. */
async function tellStory(): Promise<void> {
  const started = Date.now();
  let since = started;
  const lap = (title: string): void => {
    const now = Date.now();
    console.log(`  ✓ ${title}${' '.repeat(Math.max(1, 44 - 2 * title.length))}${String(now - since).padStart(6)} ms`);
    since = now;
  };
  console.log('数字证书在线受理：从登录到支付，再到一张软证书');
  const system = await startDemoSystem({ runJobs: false, logLevel: process.env.LOG_LEVEL });
  lap('启动替身、数据库和后端');
  try {
    const world = { ...system, settle: () => system.container().dispatcher.drain() };
    const context = await walkStory(world, { person: makePerson(2026), afterEach: (step) => lap(step.title) });
    mkdirSync(OUTPUT_FOLDER, { recursive: true });
    const path = join(OUTPUT_FOLDER, `${context.order?.contract.contractNumber}.pdf`);
    writeFileSync(path, context.contractPdf ?? new Uint8Array());
    console.log(`\n订单 ${context.order?.orderNumber}：已支付，等待制证。用时 ${Date.now() - started} ms`);
    console.log(`盖章合同 ${path}\n`);

    const personal = { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' } as const;
    const holder = await walkStory(world, { person: makePerson(2027), ...personal, until: 'pay' });
    lap('另一位申请人，个人证书，同样走到支付成功');
    for (const step of SOFTWARE_CERTIFICATE_STEPS) {
      await step.run(holder);
      lap(step.title);
    }
    const kept = await keepCertificate(holder, system.trialAuthority.rootPem);
    lap('存成证书文件，OpenSSL 打开并验证');
    console.log(`\n订单 ${holder.order?.orderNumber}：已办结。用时共 ${Date.now() - started} ms`);
    console.log(`证书文件 ${kept.path}（密码 ${PIN}）`);
    console.log(`OpenSSL：\n${kept.said.replace(/^/gm, '  ')}`);
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
