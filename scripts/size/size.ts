import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import * as v from 'valibot';
import { describeGrowth, recordedSizesSchema, recordSizes } from './growth';
import { type BuiltFile, describePackage, PACKAGE_LIMIT_BYTES, packageSizes } from './package-sizes';

const BUILD = resolve(__dirname, '../../miniapp/dist/weapp');
/** Committed, so that a review sees what a change costs an applicant's phone. */
const RECORD = resolve(__dirname, 'recorded-sizes.json');

const builtFiles = (folder: string): BuiltFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), bytes: statSync(path).size }));

/**
 * `npm run size`: what each package of the built mini-program weighs, and what grew since the record; `-- --record` writes
 * the record anew. Exits 1 when a package is over its limit.
 */
function main(): void {
  const appFile = join(BUILD, 'app.json');
  if (!existsSync(appFile)) {
    console.log('There is no weapp build in miniapp/dist/weapp yet: run `npm run build` first.');
    process.exitCode = 1;
    return;
  }
  const sizes = packageSizes(JSON.parse(readFileSync(appFile, 'utf8')), builtFiles(BUILD));
  console.log(sizes.map((size) => describePackage(size)).join('\n'));
  if (process.argv.includes('--record')) {
    writeFileSync(RECORD, `${JSON.stringify(recordSizes(sizes), null, 2)}\n`);
    console.log('Recorded.');
  } else if (existsSync(RECORD)) {
    const growth = describeGrowth(sizes, v.parse(recordedSizesSchema, JSON.parse(readFileSync(RECORD, 'utf8'))));
    console.log(growth.length > 0 ? `\n${growth.join('\n')}` : '\nNothing grew since the record.');
  }
  process.exitCode = sizes.some(({ bytes }) => bytes > PACKAGE_LIMIT_BYTES) ? 1 : 0;
}

main();
