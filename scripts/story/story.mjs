// `npm run story`: everything a clean clone needs, then the story. Until the packages are installed only
// modules of node can be used; the rest is in story.ts.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureNpm } from '../install/ensure-npm.mjs';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

if (await ensureNpm(root)) {
  const tsx = join(root, 'node_modules/tsx/dist/loader.mjs');
  const script = join(root, 'scripts/story/story.ts');
  const child = spawn(process.execPath, ['--import', tsx, script, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  // Ctrl-C reaches the child by itself; this process only waits for it to end in order.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
} else {
  process.exitCode = 1;
}
