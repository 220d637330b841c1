// `node run-script.mjs <script.ts> [arguments]`: installs what a clean clone lacks, then runs a TypeScript script of the
// project. Until the packages are installed only modules of node can be used.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureNpm } from './ensure-npm.mjs';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const [script, ...scriptArguments] = process.argv.slice(2);

if (script && (await ensureNpm(root))) {
  const tsx = join(root, 'node_modules/tsx/dist/loader.mjs');
  const child = spawn(process.execPath, ['--import', tsx, join(root, script), ...scriptArguments], {
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
