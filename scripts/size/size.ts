import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { type BuiltFile, describePackage, packageSizes } from './package-sizes';

const BUILD = resolve(__dirname, '../../miniapp/dist/weapp');

const builtFiles = (folder: string): BuiltFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), bytes: statSync(path).size }));

/** `npm run size`: what each package of the built mini-program weighs. Exits 1 when one is over its limit. */
function main(): void {
  const appFile = join(BUILD, 'app.json');
  if (!existsSync(appFile)) {
    console.log('There is no weapp build in miniapp/dist/weapp yet: run `npm run build` first.');
    process.exitCode = 1;
    return;
  }
  const sizes = packageSizes(JSON.parse(readFileSync(appFile, 'utf8')), builtFiles(BUILD));
  console.log(sizes.map((size) => describePackage(size)).join('\n'));
  process.exitCode = sizes.some(({ bytes, limitBytes }) => bytes > limitBytes) ? 1 : 0;
}

main();
