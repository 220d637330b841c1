import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase } from '../../bff/src/database/connect';
import { createFieldCipher } from '../../bff/src/database/field-cipher';
import { accountModel } from '../../bff/src/modules/account';
import { prepareDatabase } from '../../bff/src/stored-collections';
import { openDatabaseServer } from '../../scripts/database/open-database-server';
import { importAccounts } from '../../scripts/import-accounts/import-accounts';
import { runBench } from './run-bench';

const LINES = Number(process.argv[2] ?? 100_000);

async function generate(path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write('手机号,邮箱,密码算法,密码摘要,密码盐\n');
  for (let index = 0; index < LINES; index += 1) {
    const hash = index.toString(16).padStart(32, '0');
    const line = `13${String(index).padStart(9, '0')},person.${index}@mail.example,md5-salt-first,${hash},s${index}\n`;
    if (!file.write(line)) {
      await once(file, 'drain');
    }
  }
  file.end();
  await once(file, 'finish');
}

/** `npm run bench:import [-- lines]`: times a generated file; whole run, its dry run, and a repeated one, as ratios. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
  const path = join(folder, 'accounts.csv');
  await generate(path);
  const database = await openDatabaseServer({ process: { dataFolder: join(folder, 'mongodb') } });
  const connection = await connectDatabase(database.freshDatabase('bench'));
  try {
    await prepareDatabase(connection, () => new Date());
    const key = Buffer.alloc(32, 1);
    const cipher = createFieldCipher({ keyId: 'bench', encryptionKey: key, hashKey: key });
    const dependencies = { accounts: accountModel(connection), cipher, now: () => new Date() };
    const seconds: Record<string, number> = {};
    for (const [name, dryRun] of [
      ['dry run', true],
      ['import', false],
      ['again', false],
    ] as const) {
      const started = performance.now();
      const result = await importAccounts(dependencies, { path, dryRun, progress: process.stderr });
      seconds[name] = (performance.now() - started) / 1000;
      console.log(
        `${name}: ${seconds[name].toFixed(1)} s, added ${result.added}, existing ${result.existing}, bad ${result.bad}`,
      );
    }
    const { import: whole = 1, ...others } = seconds;
    const ratios = Object.entries(others).map(([name, value]) => `${name} ${(value / whole).toFixed(2)}`);
    console.log(
      `${LINES} lines, ${(statSync(path).size / 1e6).toFixed(1)} MB, ${Math.round(LINES / whole)} lines a second; of the import: ${ratios.join(', ')}`,
    );
    console.log(`Largest memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
  } finally {
    await connection.close();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

runBench(main);
