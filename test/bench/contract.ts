import { spawnSync } from 'node:child_process';
import { createHash, createPrivateKey, sign } from 'node:crypto';
import { loadavg } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import {
  buildContractTemplate,
  type ContractInput,
  type ContractRenderer,
  createContractRenderer,
  type SigningMaterial,
  signingKeyOfPem,
} from '../../bff/src/contract-pdf';
import {
  createSampleAuthorityKeys,
  sampleAuthority,
  sampleInput,
  sampleWords,
  signingMaterialOf,
} from '../../bff/src/contract-pdf/testing/sample-contract';
import { bundledProgram } from '../../scripts/stand-ins/bundled-program';

/** V8 still compiles what it finds to be hot: a process that has just started, and one that has sealed for a minute. */
const STARTED = 300;
const WARM_UP = 3000;
const MEASURED = 600;
const IN_MEMORY = 20_000;
const PER_THREAD = 1_500;
const NAMES = ['王芳', '李娜', '刘洋', '陈静', '欧阳建国'];

const inputOf = (index: number): ContractInput => {
  const number = String(index).padStart(6, '0');
  return sampleInput({
    contractNumber: `HT-GOV-20261122-${number}`,
    checkUrl: `https://ca.example.com/check?n=HT-GOV-20261122-${number}&c=ABCD2345EFGH`,
    words: sampleWords({ 签署人姓名: NAMES[index % NAMES.length] }),
  });
};

const makeRenderer = (signing: SigningMaterial): Promise<ContractRenderer> =>
  createContractRenderer({ template: buildContractTemplate(sampleAuthority), signing: signingKeyOfPem(signing) });

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function renderMany(renderer: ContractRenderer, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await renderer.render(inputOf(index));
}

/** One thread's share, in a thread of its own; answers when it has begun to be warm and when it is done. */
async function work(): Promise<void> {
  const renderer = await makeRenderer(workerData as SigningMaterial);
  await renderMany(renderer, WARM_UP);
  parentPort?.postMessage('warm');
  parentPort?.once('message', async () => {
    await renderMany(renderer, PER_THREAD);
    parentPort?.postMessage('done');
  });
}

async function contractsPerSecond(threads: number, signing: SigningMaterial): Promise<number> {
  const workers = Array.from({ length: threads }, () => {
    return new Worker(__filename, { workerData: signing });
  });
  const said = (word: string) =>
    Promise.all(
      workers.map(
        (worker) =>
          new Promise<void>((resolve, reject) => {
            worker.once('error', reject);
            worker.once('message', (message) => (message === word ? resolve() : reject(new Error(String(message)))));
          }),
      ),
    );
  await said('warm');
  const done = said('done');
  const ms = await timed(async () => {
    for (const worker of workers) worker.postMessage('go');
    await done;
  });
  await Promise.all(workers.map((worker) => worker.terminate()));
  return (threads * PER_THREAD * 1000) / ms;
}

/** Contracts as the sealing job makes them, the ink prepared, against what no program can do without: hash and signature. */
async function main(): Promise<void> {
  const signing = signingMaterialOf(await createSampleAuthorityKeys());
  const renderer = await makeRenderer(signing);
  const key = createPrivateKey(signing.privateKeyPem);
  let pdf: Buffer = Buffer.alloc(0);
  const [young, made, floor]: [number[], number[], number[]] = [[], [], []];
  for (let index = 0; index < WARM_UP + MEASURED; index += 1) {
    const input = inputOf(index);
    const ms = await timed(async () => {
      ({ pdf } = await renderer.render(input));
    });
    const least = await timed(() => {
      sign('sha256', createHash('sha256').update(pdf).digest(), key);
    });
    if (index >= STARTED && index < STARTED + MEASURED) young.push(ms);
    if (index < WARM_UP) continue;
    made.push(ms);
    floor.push(least);
  }
  const p50 = [made, floor].map((values) => quantile(values, 0.5));
  const ratio = (p50[0] ?? 0) / (p50[1] ?? 1);
  console.log(`load ${loadavg()[0]?.toFixed(1)}; a contract of ${pdf.length} bytes`);
  console.log(`made     p50 ${p50[0]?.toFixed(2)} ms   p95 ${quantile(made, 0.95).toFixed(2)} ms`);
  console.log(
    `floor    p50 ${p50[1]?.toFixed(2)} ms   p95 ${quantile(floor, 0.95).toFixed(2)} ms   (SHA-256 and RSA-2048)`,
  );
  console.log(`ratio    ${ratio.toFixed(2)}   (made p50 ${quantile(young, 0.5).toFixed(2)} ms just after the start)`);
  for (const threads of [1, 2]) {
    console.log(
      `${threads} thread${threads > 1 ? 's' : ' '} ${Math.round(await contractsPerSecond(threads, signing))} contracts/s`,
    );
  }
  const before = process.memoryUsage();
  await renderMany(renderer, IN_MEMORY);
  const after = process.memoryUsage();
  const mb = (bytes: number) => `${Math.round(bytes / 1_048_576)} MB`;
  console.log(
    `memory   ${mb(before.rss)} before, ${mb(after.rss)} after ${IN_MEMORY} contracts (heap ${mb(after.heapUsed)})`,
  );
}

/** As production runs it: in one file, for tsx wraps each closure to keep its name, a third of the time. */
async function runAsInProduction(): Promise<void> {
  process.exitCode = spawnSync(process.execPath, [await bundledProgram(__filename)], { stdio: 'inherit' }).status ?? 1;
}

async function run(): Promise<void> {
  if (__filename.endsWith('.ts')) await runAsInProduction();
  else await (isMainThread ? main() : work());
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
