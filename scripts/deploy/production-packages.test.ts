import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(__dirname, '../..');
const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** What an operator runs where only packages of production are (Dockerfile): the rest is for who builds and tests. */
const COMMANDS = [
  'migrate',
  'backup',
  'restore',
  'doctor',
  'staff',
  'projects',
  'keys:rotate',
  'audit:verify',
  'audit:find',
  'contract:verify',
  'import:accounts',
];

const nameOf = (path: string): string => /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path;

const fileOf = (command: string): string => String(read('package.json').scripts[command]).replace(/^tsx /, '');
const PROGRAMS = [
  ['the BFF', 'bff/src/main.ts'],
  ...COMMANDS.map((command) => [`npm run ${command}`, fileOf(command)] as const),
] as const;

it.each(PROGRAMS)('%s needs no package that production does not have', async (_name, file) => {
  const { metafile } = await build({
    entryPoints: [join(root, file)],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    packages: 'external',
    alias: { '@acceptance/shared': join(root, 'shared/src/index.ts') },
    logLevel: 'silent',
  });
  const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports);
  const packages = new Set(
    imported.filter(({ external, path }) => external && !isBuiltin(path)).map(({ path }) => nameOf(path)),
  );
  const there = ['bff/package.json', 'shared/package.json'].flatMap((name) => Object.keys(read(name).dependencies));
  expect(packages.size).toBeGreaterThan(0);
  expect([...packages].filter((name) => !there.includes(name))).toEqual([]);
  expect(there).toContain('tsx');
});
