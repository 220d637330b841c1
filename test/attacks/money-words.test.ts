import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
/** Sentences that say that no money has moved: nobody but the bank knows that at the moment they are read. */
const CLAIMS =
  /没有扣款|未扣款|不会扣款|没有被扣|未被扣|没有支付成功|支付未成功|(?:was|were|been) not charged|no money was taken/i;

it('no text that somebody reads claims that no money was taken', () => {
  const files = execFileSync('git', ['ls-files', 'shared/src', 'miniapp/src', 'bff/src'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => CLAIMS.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});
