import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dealOut, groupText } from './test-groups';

const ROOT = resolve(__dirname, '../..');
/** Where test/jest.grouped.cjs looks for them. */
const FOLDER = join(ROOT, '.cache/test-groups');

/** Measured on two cores: fewer groups load less and end less evenly. */
const COUNTS = { unit: 8, integration: 16, e2e: 12 } as const;

function filesOf(suite: string): string[] {
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const list = ['--config', 'test/jest.config.cjs', '--selectProjects', suite, '--listTests', '--json'];
  const json = execFileSync(process.execPath, [jest, ...list], { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] });
  return (JSON.parse(json.toString()) as string[]).sort();
}

/** Stories that host-only/foreign-phone.test.ts tells: by the same files, over the socket of WeChat's protocol. */
const STORIES = join(ROOT, 'test/e2e/weapp');
const toldElsewhere: readonly string[] = JSON.parse(readFileSync(join(STORIES, 'told-elsewhere.json'), 'utf8'));
const isToldElsewhere = (file: string): boolean =>
  toldElsewhere.some((story) => file === join(STORIES, `${story}.test.ts`));

/** Writes the groups of each suite afresh, from the files that jest itself finds. */
for (const [suite, count] of Object.entries(COUNTS)) {
  const folder = join(FOLDER, suite);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = filesOf(suite).filter((file) => !isToldElsewhere(file));
  for (const [index, group] of dealOut(files, count).entries()) {
    writeFileSync(join(folder, `${suite}-${String(index + 1).padStart(2, '0')}.test.ts`), groupText(group, ROOT));
  }
}
