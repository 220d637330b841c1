import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { engineJars } from '../second-engine/engine-files';
import { runInOwnNetwork } from './own-network';
import { hostsText } from './places';
import { hasOtherPackages, makeRelease, previousCommit } from './releases';
import { makeTlsCertificates, tlsFiles } from './tls';

const root = resolve(__dirname, '../..');
const LIMIT_MS = 30 * 60_000;

/** The release that is there before the upgrade, where there can be one; a sentence why not otherwise. */
function earlierRelease(folder: string, given: string | undefined): { folder: string; name: string } | string {
  const commit = given ?? previousCommit(root);
  if (commit === null) {
    return 'git 不知道上一个版本（没有历史）';
  }
  if (hasOtherPackages(root, commit)) {
    return `${commit.slice(0, 9)} 用的依赖包不同，不能借用这里的 node_modules`;
  }
  return makeRelease(root, commit, join(folder, 'earlier'));
}

/**
 * `npm run rehearsal [-- commit]`: going live and everything that follows, from an empty folder, in a network of its own. Exit code 0
 * when every step held; `commit`: what the version before is, when it is not the commit before the BFF's last change.
 */
async function rehearse(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'));
  try {
    // Whatever has to be fetched is fetched before there is no network.
    engineJars(root);
    makeTlsCertificates(folder);
    const hostsFile = join(folder, 'hosts');
    writeFileSync(hostsFile, hostsText());
    const earlier = earlierRelease(folder, process.argv[2]);
    return await runInOwnNetwork({
      command: [process.execPath, '--import', 'tsx', join(__dirname, 'inside.ts')],
      hostsFile,
      environment: {
        REHEARSAL_FOLDER: folder,
        REHEARSAL_EARLIER: JSON.stringify(earlier),
        NODE_EXTRA_CA_CERTS: tlsFiles(folder).root,
      },
      limitMs: LIMIT_MS,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

rehearse().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(`The rehearsal could not begin: ${(error as Error).message}`);
    process.exit(2);
  },
);
