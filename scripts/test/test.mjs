// `npm test`: everything a clean clone needs, then every test. Its last line is `N passed, N failed`.
// Until the packages are installed only modules of node can be used; the rest is in run-tests.ts.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureNpm } from '../install/ensure-npm.mjs';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

if (await ensureNpm(root)) {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const script = join(root, 'scripts/test/run-tests.ts');
  const { status } = spawnSync(process.execPath, [tsx, script, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else {
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
