import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { buildBff } from './build-bff';

const root = resolve(__dirname, '../..');
const source = join(root, 'bff/src');

it('brings the code of every thread along, for production may write nowhere', async () => {
  const starts = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('testing/'))
    .filter((file) => readFileSync(join(source, file), 'utf8').includes('workerFile: join('));
  const { bundle, threads } = await buildBff(root);
  expect(existsSync(bundle)).toBe(true);
  expect(threads.filter((file) => existsSync(file))).toHaveLength(starts.length);
  expect(threads.map((file) => basename(file)).join()).toContain('decode-photo-');
});
