import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

/** A package by its name only: TypeScript as well. */
const SHARED = resolve(__dirname, '../../../shared/src/index.ts');

/** Run first in every thread. */
const FIRST = [join(__dirname, 'guard-zlib.ts'), join(__dirname, 'name-thread.ts')];

/** Inside the package, so that what the code requires is found from there. */
const FOLDER = resolve(__dirname, '../../.cache/threads');

const known = new Map<string, string>();

/**
 * The JavaScript of a thread whose code is TypeScript like everything else: our own modules in one file, packages as they are. A
 * thread that compiled itself, module by module, took a second of a core each time that it started. Named by its content: what is
 * there already is not written again, so an image can bring it and be read-only.
 */
export function threadCode(workerFile: string): string {
  const made = known.get(workerFile) ?? write(workerFile);
  known.set(workerFile, made);
  return made;
}

function write(workerFile: string): string {
  const [output] = buildSync({
    entryPoints: [workerFile],
    inject: FIRST,
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    alias: { '@acceptance/shared': SHARED },
    logLevel: 'silent',
  }).outputFiles;
  if (!output) {
    throw new Error(`${basename(workerFile)} became no code`);
  }
  const sha256 = createHash('sha256').update(output.contents).digest('hex');
  const file = join(FOLDER, `${basename(workerFile, '.ts')}-${sha256.slice(0, 16)}.js`);
  if (!existsSync(file)) {
    mkdirSync(FOLDER, { recursive: true });
    // Two processes may start at once: none must read half a file.
    writeFileSync(`${file}.${process.pid}`, output.contents);
    renameSync(`${file}.${process.pid}`, file);
  }
  return file;
}
