import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { loadMiniprogramCi } from './load-miniprogram-ci';
import { type Git, readHistory } from './read-history';
import { planUpload, UploadRefusal } from './upload-plan';

const ROOT = resolve(__dirname, '../..');
/** As a value, so that neither the compiler nor the bundler looks for a package that is not installed. */
const CI_PACKAGE = 'miniprogram-ci';

const git: Git = (args) =>
  execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));

/** The build must hold the address that is uploaded: a build for the demo would reach nobody's server. */
function requireBuildFor(address: string): void {
  const build = join(ROOT, 'miniapp/dist/weapp');
  const scripts = existsSync(build) ? readdirSync(build).filter((name) => name.endsWith('.js')) : [];
  if (!scripts.some((name) => readFileSync(join(build, name), 'utf8').includes(address))) {
    throw new UploadRefusal(
      `miniapp/dist/weapp was not built for ${address}: run \`npm run build\` with this address.`,
    );
  }
}

async function upload(): Promise<void> {
  const { version } = v.parse(v.object({ version: v.string() }), readJson('package.json'));
  const history = readHistory(git);
  const plan = planUpload(process.env, {
    packageVersion: version,
    commit: history.commit,
    dirty: history.dirty,
    changes: history.changes,
    root: ROOT,
    projectConfig: readJson('project.config.json'),
  });
  requireBuildFor(process.env.MINIAPP_API_BASE_URL ?? '');
  const { Project, upload: send } = await loadMiniprogramCi(() => import(CI_PACKAGE));
  console.log(`Version ${plan.upload.version} (${history.commit}), robot ${plan.upload.robot}`);
  console.log(`Changes since ${history.lastTag ?? 'the beginning'}:`);
  console.log(history.changes.map((change) => `  ${change}`).join('\n') || '  none');
  await send({ project: new Project(plan.project), ...plan.upload, onProgressUpdate: () => undefined });
  console.log('Uploaded. 微信公众平台 → 版本管理 → 开发版本.');
}

/** `npm run upload:miniapp`: hands the built mini-program to WeChat as a development version. */
async function main(): Promise<void> {
  try {
    await upload();
  } catch (error) {
    if (!(error instanceof UploadRefusal)) {
      throw error;
    }
    console.log(error.message);
    process.exitCode = 1;
  }
}

void main();
