import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
const commandsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/npm run (?:-s |--silent )?([a-z][a-z:-]*)/g)].map(([, name = '']) => name)),
];
const handbook = read('README.md').split('\n## 给运营人员')[1] ?? '';

describe('commands that people are told to run', () => {
  it.each([
    'README.md',
    'bff/README.md',
    'miniapp/README.md',
    'test/README.md',
    'scripts/deploy/README.md',
    'scripts/deploy/systemd/acceptance-backup.service',
    'scripts/deploy/systemd/acceptance-migrate.service',
  ])('%s names only commands that there are', (file) => {
    const named = commandsIn(read(file));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('the containers run only commands that there are', () => {
    const run = [...read('scripts/deploy/compose.yaml').matchAll(/"npm",\s*"run",\s*"--silent",\s*"([^"]+)"/g)];
    expect(run.map(([, name]) => name).sort()).toEqual(['backup', 'migrate']);
    expect(run.filter(([, name = '']) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('the operator’s handbook names each command of the operator', () => {
    const named = new Set(commandsIn(handbook));
    const operators = Object.entries(scripts)
      .filter(([, command]) => /scripts\/(operator|audit|backup|doctor|projects|contracts|upload)\//.test(command))
      .map(([name]) => name);
    expect(operators.length).toBeGreaterThan(7);
    expect(operators.filter((name) => !named.has(name))).toEqual([]);
  });

  it('the operator’s handbook lists each setting that the mini-program’s build and upload read', () => {
    const sources = ['miniapp/config/index.ts', 'scripts/upload/upload-plan.ts', 'scripts/upload/upload-miniapp.ts'];
    const settings = new Set(sources.flatMap((file) => read(file).match(/\bMINIAPP_[A-Z_]+/g) ?? []));
    expect(settings.size).toBeGreaterThan(3);
    expect([...settings].filter((name) => !handbook.includes(`| \`${name}\` |`))).toEqual([]);
  });
});
