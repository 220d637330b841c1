import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../../../scripts/demo/free-port';
import { groupText } from '../../../../scripts/test/test-groups';
import toldElsewhere from '../told-elsewhere.json';

const ROOT = join(__dirname, '../../../..');
/**
 * Each way of playing the owner through the protocol: photos, documents and files, payment, network, number button, scanner,
 * invoice titles.
 * `npm test` tells these stories here only (scripts/test/write-test-groups.ts).
 */
const STORIES = toldElsewhere.map((story) => join(ROOT, `test/e2e/weapp/${story}.test.ts`));
/** Where test/jest.foreign-phone.cjs looks for them. */
const GROUP_FOLDER = join(ROOT, '.cache/test-groups/foreign-phone');

jest.setTimeout(900_000);

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

describe('the stories against a mini-program that runs elsewhere', () => {
  let phone: ChildProcess;
  let wsEndpoint = '';
  let apiPort = 0;

  beforeAll(async () => {
    apiPort = await freePort();
    const origin = `http://127.0.0.1:${apiPort}`;
    const program = join(ROOT, 'test/host/host-process.ts');
    // No console: as DevTools, this phone knows nothing of the stand-ins.
    phone = spawn(process.execPath, ['--import', 'tsx', program, '--origin', origin], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: phone.stdout as NodeJS.ReadableStream }), 'line');
    wsEndpoint = String(line);
  });
  afterAll(async () => {
    phone.kill('SIGTERM');
    await once(phone, 'exit');
  });

  /** One after the other, the modules that they share loaded once: for each anew that took longer than the stories. */
  function writeGroup(): void {
    mkdirSync(GROUP_FOLDER, { recursive: true });
    writeFileSync(join(GROUP_FOLDER, 'stories.test.ts'), groupText(STORIES, ROOT));
  }

  it('are the same files, told over the socket that AUTOMATOR_WS names', async () => {
    writeGroup();
    const jest = spawn(
      process.execPath,
      [join(ROOT, 'node_modules/jest/bin/jest.js'), '-c', 'test/jest.foreign-phone.cjs', '--runInBand', '--json'],
      {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, AUTOMATOR_WS: wsEndpoint, AUTOMATOR_API_PORT: String(apiPort) },
      },
    );
    const [output, progress] = await Promise.all([readAll(jest.stdout), readAll(jest.stderr)]);
    const report = output.split('\n').find((line) => line.startsWith('{"num'));
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(report ?? '{}') as Record<string, number>;
    if (numFailedTests !== 0) process.stdout.write(progress);
    expect({ numPassedTests, numFailedTests, numPendingTests }).toEqual({
      numPassedTests: 18,
      numFailedTests: 0,
      numPendingTests: 0,
    });
  });
});
