import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ERROR_CATALOGUE } from '@acceptance/shared';
import { leavesOf, TEXT_FILES, tablesOf } from '../../miniapp/src/text/testing/text-leaves';
import { nameOf } from '../attacks/attack';
import { declaredTests } from '../attacks/test-names';
import { NO_PROMISES, PROMISES } from './promises';

const ROOT = resolve(__dirname, '../..');
/** Terms, deadlines, messages, money, and what happens by itself. */
const SOUNDS_LIKE_ONE =
  /(?:\d+|[一两三五七十]+) ?个?(?:工作日|天|小时)|告诉您|通知您|(?:发|用|以)短信(?:通知|告诉)|短信告诉|自动|原路|退回原来|期满|导出自己|答复|人工核验|微信通知|下次.*通知|工作人员(?:会|核对)|作废合同/;

const said = new Map<string, string>([
  ...TEXT_FILES.filter((file) => !file.startsWith('subpackages/staff'))
    .flatMap((file) => tablesOf(file))
    .flatMap(([name, table]) => leavesOf(table, name))
    .flatMap(([key, text]): [string, string][] => (text ? [[key, text]] : [])),
  ...Object.entries(ERROR_CATALOGUE).map(([code, { message, next }]): [string, string] => [code, `${message} ${next}`]),
]);

describe('what applicants are promised', () => {
  it('is listed, or said to be no promise', () => {
    const known = new Set([...PROMISES.flatMap(({ saidBy }) => saidBy), ...NO_PROMISES]);
    const unlisted = [...said].filter(([key, text]) => SOUNDS_LIKE_ONE.test(text) && !known.has(key));
    expect(unlisted).toEqual([]);
  });

  it('is still said where the list says so', () => {
    const keys = [...PROMISES.flatMap(({ saidBy }) => saidBy), ...NO_PROMISES];
    expect(keys.filter((key) => !said.has(key))).toEqual([]);
  });

  it.each(PROMISES.map((promise) => [promise.what, promise] as const))(
    'has a door that keeps it: %s',
    (_, { keptBy }) => {
      expect(keptBy.length).toBeGreaterThan(0);
      const missing = keptBy.filter(({ file, titles }) => {
        const path = join(ROOT, file);
        const found = existsSync(path) ? declaredTests(file, readFileSync(path, 'utf8')) : [];
        return !found.some((test) => test.titles.join('\n') === titles.join('\n') && !test.isOff);
      });
      expect(missing.map(nameOf)).toEqual([]);
    },
  );
});
