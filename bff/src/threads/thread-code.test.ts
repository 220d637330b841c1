import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Below the root, as all sources are. */
const PARENT = join(__dirname, '../../../.cache');
let folder: string;
beforeEach(() => {
  mkdirSync(PARENT, { recursive: true });
  folder = mkdtempSync(join(PARENT, 'thread-code-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, code: string): string => {
  writeFileSync(join(folder, name), code);
  return join(folder, name);
};

/** As a process that starts: it remembers nothing, and says how often it had to ask the bundler. */
function startedAnew() {
  let builds = 0;
  let threadCode: (workerFile: string) => string = () => '';
  jest.isolateModules(() => {
    jest.doMock('esbuild', () => {
      const esbuild = jest.requireActual<typeof import('esbuild')>('esbuild');
      const buildSync: typeof esbuild.buildSync = (options) => {
        builds += 1;
        return esbuild.buildSync(options);
      };
      return { version: esbuild.version, buildSync };
    });
    ({ threadCode } = jest.requireActual<typeof import('./thread-code')>('./thread-code'));
  });
  jest.dontMock('esbuild');
  return { threadCode, builds: () => builds };
}

/** Removes what is made of the files of this test. */
const made: string[] = [];
afterAll(() => {
  const names = new Set(made.map((file) => file.split(/[\\/]/).at(-1)));
  const cache = join(__dirname, '../../.cache/threads');
  for (const name of readdirSync(cache)) {
    if (names.has(name) || /^own-test-worker-/.test(name)) rmSync(join(cache, name));
  }
});

it('is made once, by whichever process comes first, and anew when a source has changed', () => {
  write('part.ts', 'export const part = 1;');
  const worker = write('own-test-worker.ts', "import { part } from './part';\nexport default () => part;");
  const codeOf = (process: ReturnType<typeof startedAnew>): string => {
    const file = process.threadCode(worker);
    made.push(file);
    return file;
  };

  const first = startedAnew();
  const code = codeOf(first);
  expect(first.builds()).toBe(1);
  expect(readFileSync(code, 'utf8')).toContain('part = 1');

  const second = startedAnew();
  expect(codeOf(second)).toBe(code);
  expect(second.builds()).toBe(0);

  write('part.ts', 'export const part = 2;');
  const third = startedAnew();
  expect(readFileSync(codeOf(third), 'utf8')).toContain('part = 2');
  expect(third.builds()).toBe(1);

  write('part.ts', 'export const part = 1;');
  const fourth = startedAnew();
  expect(codeOf(fourth)).toBe(code);
});

it('is made anew when it is gone', () => {
  const worker = write('own-test-worker.ts', 'export default () => 3;');
  const code = startedAnew().threadCode(worker);
  rmSync(code);
  const again = startedAnew();
  expect(again.threadCode(worker)).toBe(code);
  expect(readFileSync(code, 'utf8')).toContain('3');
  made.push(code);
});
