import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { type BuildOptions, buildSync, version } from 'esbuild';

const ROOT = resolve(__dirname, '../../..');

/** Run first in every thread. */
const FIRST = [join(__dirname, 'guard-zlib.ts'), join(__dirname, 'name-thread.ts')];

/** Inside the package, so that what the code requires is found from there. */
const FOLDER = join(ROOT, 'bff/.cache/threads');

const OPTIONS = {
  absWorkingDir: ROOT,
  inject: FIRST,
  bundle: true,
  platform: 'node',
  target: 'node20',
  packages: 'external',
  // A package by its name only: TypeScript as well.
  alias: { '@acceptance/shared': join(ROOT, 'shared/src/index.ts') },
  logLevel: 'silent',
} satisfies BuildOptions;

/** What the bundler reads of its own accord. */
const SETTINGS = 'tsconfig.json';

/** What a thread's code was made of: SHA-256 of each source by its path below the root. */
interface MadeCode {
  readonly file: string;
  readonly how: string;
  readonly sources: Readonly<Record<string, string>>;
}

const HOW = JSON.stringify([version, OPTIONS]);

const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');
const hashOf = (source: string): string => {
  const path = join(ROOT, source);
  return existsSync(path) ? sha256(readFileSync(path)) : 'absent';
};

const known = new Map<string, string>();

/**
 * The JavaScript of a thread whose code is TypeScript like everything else: our own modules in one file, packages as they are. A
 * thread that compiled itself, module by module, took a second of a core each time that it started. Named by its content: what is
 * there already is not written again, so an image can bring it and be read-only. While its sources stay as they are it is not made
 * again either: that cost each process a quarter of a second of a core, and the bundler stays as a process as long as this one.
 */
export function threadCode(workerFile: string): string {
  const made = known.get(workerFile) ?? keptCode(workerFile) ?? makeCode(workerFile);
  known.set(workerFile, made);
  return made;
}

/** Two workers in different folders may be called alike. */
const recordOf = (workerFile: string): string =>
  join(FOLDER, `${basename(workerFile, '.ts')}-${sha256(relative(ROOT, workerFile)).slice(0, 16)}.json`);

function keptCode(workerFile: string): string | null {
  const record = recordOf(workerFile);
  if (!existsSync(record)) {
    return null;
  }
  const { file, how, sources }: MadeCode = JSON.parse(readFileSync(record, 'utf8'));
  const isOfNow = how === HOW && Object.entries(sources).every(([source, hash]) => hashOf(source) === hash);
  return isOfNow && existsSync(join(FOLDER, file)) ? join(FOLDER, file) : null;
}

function makeCode(workerFile: string): string {
  const { outputFiles, metafile } = buildSync({ ...OPTIONS, entryPoints: [workerFile], write: false, metafile: true });
  const [output] = outputFiles;
  if (!output) {
    throw new Error(`${basename(workerFile)} became no code`);
  }
  const file = `${basename(workerFile, '.ts')}-${sha256(output.contents).slice(0, 16)}.js`;
  if (!existsSync(join(FOLDER, file))) {
    writeWhole(join(FOLDER, file), output.contents);
  }
  const sources = Object.fromEntries([...Object.keys(metafile.inputs), SETTINGS].map((path) => [path, hashOf(path)]));
  const made: MadeCode = { file, how: HOW, sources };
  writeWhole(recordOf(workerFile), JSON.stringify(made));
  return join(FOLDER, file);
}

/** Two processes may start at once: none must read half a file. */
function writeWhole(path: string, content: Uint8Array | string): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, content);
  renameSync(`${path}.${process.pid}`, path);
}
