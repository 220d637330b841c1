import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';

const ROOT = resolve(__dirname, '../..');
/** Inside the project, so that packages are found from there. */
const FOLDER = join(ROOT, '.cache/programs');

/**
 * JavaScript that plain Node runs: our own modules of a TypeScript program in one file, packages as they are. tsx compiles each module
 * at every start and wraps each closure to keep its name, up to a third of the time that the program takes. Nothing in it may ask for
 * `__dirname`.
 */
export async function bundledProgram(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    alias: { '@acceptance/shared': join(ROOT, 'shared/src/index.ts') },
    logLevel: 'silent',
  });
  const [output] = outputFiles;
  if (!output) {
    throw new Error(`${basename(file)} became no code`);
  }
  const sha256 = createHash('sha256').update(output.contents).digest('hex');
  const bundle = join(FOLDER, `${basename(file, '.ts')}-${sha256.slice(0, 16)}.js`);
  await mkdir(FOLDER, { recursive: true });
  // Several may build it at once, and start it: none may read half a file.
  const written = `${bundle}.${randomUUID()}`;
  await writeFile(written, output.contents);
  await rename(written, bundle);
  return bundle;
}
