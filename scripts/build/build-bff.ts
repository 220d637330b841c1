import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { threadCode } from '../../bff/src/threads/thread-code';

/** How a module names what runs in its threads. */
const WORKER_FILE = /workerFile: join\(__dirname, '([\w-]+\.ts)'\)/g;

/**
 * Modules find their threads and packages from the folder that they stand in, wherever the bundle lies. `onThread` is told of
 * each file that runs in threads.
 */
const ownFolders = (source: string, onThread: (file: string) => void): Plugin => ({
  name: 'own-folders',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!path.startsWith(source) || !text.includes('__dirname')) {
        return null;
      }
      for (const [, name = ''] of text.matchAll(WORKER_FILE)) {
        onThread(join(dirname(path), name));
      }
      const folder = JSON.stringify(relative(source, dirname(path)).split(sep).join('/'));
      // By another name: the bundle's own __dirname has to stay what it is.
      const contents = `const sourceFolder = bffSource(${folder});\n${text.replaceAll('__dirname', 'sourceFolder')}`;
      return { contents, loader: 'ts' };
    });
  },
});

/**
 * Bundles the BFF into `bff/dist/main.js`, as production runs it: our own modules in one file, packages as they are. It starts in a
 * third of the time that tsx takes, and closures are not wrapped to keep their names. The sources stay beside it: threads are made of
 * them, here already, for production may write nowhere.
 */
export async function buildBff(
  root: string,
): Promise<{ readonly bundle: string; readonly threads: readonly string[] }> {
  const source = join(root, 'bff/src');
  const workerFiles: string[] = [];
  const { outputFiles } = await build({
    entryPoints: [join(source, 'main.ts')],
    outfile: 'main.js',
    bundle: true,
    write: false,
    sourcemap: true,
    sourcesContent: false,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    alias: { '@acceptance/shared': join(root, 'shared/src/index.ts') },
    banner: { js: `const bffSource = (folder) => require('node:path').join(__dirname, '../src', folder);` },
    plugins: [ownFolders(source + sep, (file) => workerFiles.push(file))],
    logLevel: 'silent',
  });
  const folder = join(root, 'bff/dist');
  await mkdir(folder, { recursive: true });
  for (const { path, contents } of outputFiles) {
    const file = join(folder, path.endsWith('.map') ? 'main.js.map' : 'main.js');
    // Several may build it at once, and start it: none may read half a file.
    const written = `${file}.${randomUUID()}`;
    await writeFile(written, contents);
    await rename(written, file);
  }
  return { bundle: join(folder, 'main.js'), threads: workerFiles.map(threadCode) };
}
