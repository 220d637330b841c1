import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import * as v from 'valibot';
import { comparePrivacyTable, privacyTableSchema } from './compare-privacy-table';
import { type BundleFile, findPrivacyUses } from './find-privacy-uses';

const ROOT = resolve(__dirname, '../..');
const BUILD = join(ROOT, 'miniapp/dist/weapp');
const TABLE = join(ROOT, 'miniapp/src/platform/privacy-apis.json');

const bundleFiles = (): BundleFile[] =>
  readdirSync(BUILD, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:js|wxml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(BUILD, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));

/**
 * Holds the table of privacy-relevant interfaces against the built mini-program and prints what the operator declares in
 * WeChat's 用户隐私保护指引. Exits 1 when the two differ.
 */
function main(): void {
  if (!existsSync(join(BUILD, 'app.json'))) {
    console.log('There is no weapp build in miniapp/dist/weapp yet: run `npm run build` first.');
    process.exitCode = 1;
    return;
  }
  const table = v.parse(privacyTableSchema, JSON.parse(readFileSync(TABLE, 'utf8')));
  const problems = comparePrivacyTable(table, findPrivacyUses(bundleFiles()));
  for (const { information, privacyKey, apis, purpose } of table.interfaces) {
    console.log(`${information}（${privacyKey}）  ${purpose}  ${apis.join(' ')}`);
  }
  for (const { information, privacyKey, purpose } of table.typedIn) {
    console.log(`${information}（${privacyKey}）  ${purpose}  用户填写`);
  }
  for (const problem of problems) {
    console.log(`WRONG  ${problem}`);
  }
  process.exitCode = problems.length > 0 ? 1 : 0;
}

main();
