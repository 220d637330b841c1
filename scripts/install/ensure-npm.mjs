// Installs the npm packages when they are missing or do not fit the lock file. Runs before node_modules exists, so it
// uses modules of node only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const STAMP = 'node_modules/.acceptance-lock';
const PROGRESS_EVERY_MS = 15_000;

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const hashOfLock = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/**
 * Whether `version` (20.20.2) is at least the `>=major.minor` of package.json's `engines.node`.
 * @param {string} version
 * @param {string} engines
 */
function fitsEngines(version, engines) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = engines
    .replace(/^>=\s*/, '')
    .split('.')
    .map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/**
 * Whether npm's own record of what it installed has every package of the lock file in the locked version. Optional
 * packages may be absent: they are for other machines.
 * @param {string} root
 */
function installedFitsLock(root) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) {
    return false;
  }
  const installed = readJson(record).packages;
  return Object.entries(readJson(join(root, 'package-lock.json')).packages).every(([path, locked]) => {
    const found = installed[path];
    const mayBeAbsent = path === '' || locked.optional || locked.devOptional || locked.peer;
    return found ? found.version === locked.version && found.integrity === locked.integrity : mayBeAbsent;
  });
}

/** @param {string} root */
function isUpToDate(root) {
  const stamp = join(root, STAMP);
  if (existsSync(stamp)) {
    return readFileSync(stamp, 'utf8') === hashOfLock(root);
  }
  return installedFitsLock(root);
}

/**
 * `npm ci`, with a sign of life while npm says nothing.
 * @param {string} root
 * @returns {Promise<number>} exit code
 */
function installPackages(root) {
  const started = performance.now();
  const timer = setInterval(() => {
    console.log(`  still installing, ${Math.round((performance.now() - started) / 1000)} s`);
  }, PROGRESS_EVERY_MS);
  return new Promise((finish) => {
    const npm = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    const end = (code) => {
      clearInterval(timer);
      finish(code);
    };
    npm.on('error', (error) => {
      console.error(`npm could not be started: ${error.message}`);
      end(1);
    });
    npm.on('close', (code) => end(code ?? 1));
  });
}

/**
 * Makes sure that node is new enough and node_modules is what package-lock.json says.
 * @param {string} root folder with package.json and package-lock.json
 * @returns {Promise<boolean>} false when it could not be done; the reason has been printed
 */
export async function ensureNpm(root) {
  const engines = readJson(join(root, 'package.json')).engines.node;
  if (!fitsEngines(process.versions.node, engines)) {
    console.error(`Node ${engines} is needed, this is ${process.versions.node}. Install a newer Node and try again.`);
    return false;
  }
  if (!isUpToDate(root)) {
    console.log('Installing npm packages (npm ci), about a minute …');
    const code = await installPackages(root);
    if (code !== 0) {
      console.error(`npm ci failed with exit code ${code}; the reason is above.`);
      return false;
    }
  }
  writeFileSync(join(root, STAMP), hashOfLock(root));
  return true;
}

const isRunDirectly = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isRunDirectly) {
  const root = process.argv[2] ?? fileURLToPath(new URL('../..', import.meta.url));
  process.exitCode = (await ensureNpm(resolve(root))) ? 0 : 1;
}
