import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describePhoneProblem } from '../phones/built-file';
import { checkBuild } from '../phones/check-build';
import { type BuildType, hashOfInputs, isStale, markBuilt } from './stale-build';

/** Taro redraws its progress bar into the output; what matters comes after the first cross. */
const withoutProgress = (output: string): string => output.slice(Math.max(0, output.indexOf('✖'))).slice(0, 4000);

function runTaro(root: string, type: BuildType): Promise<void> {
  const taro = join(root, 'node_modules/@tarojs/cli/bin/taro');
  const child = spawn(process.execPath, [taro, 'build', '--type', type], {
    cwd: join(root, 'miniapp'),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-20_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`taro build --type ${type} failed:\n${withoutProgress(output)}`)),
    );
  });
}

/** A build that the oldest phones cannot run is none: it stays stale. */
async function refuseForOldPhones(root: string, type: BuildType): Promise<void> {
  const problems = await checkBuild(root, type);
  if (problems.length > 0) {
    const all = problems.map(describePhoneProblem).join('\n');
    throw new Error(`The ${type} build does not fit the oldest phones that it is for:\n${all}`);
  }
}

/** Builds the mini-program for `type` unless its inputs are what the last build was made of. Answers whether it built. */
export async function buildMiniapp(root: string, type: BuildType, tell: (line: string) => void): Promise<boolean> {
  const hash = hashOfInputs(root, process.env);
  if (!isStale(root, type, hash)) {
    return false;
  }
  const started = Date.now();
  tell(`Building the ${type} application, about half a minute …`);
  await runTaro(root, type);
  await refuseForOldPhones(root, type);
  markBuilt(root, type, hash);
  tell(`Built ${type} in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  return true;
}
