import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareWithGaps } from './compare-with-gaps';
import { jarProblems } from './engine-files';

const ROOT = '/home/project';
const report = (tests: Record<string, string>, status = 'passed') => ({
  testResults: [
    {
      name: `${ROOT}/test/a.test.ts`,
      status,
      message: '',
      assertionResults: Object.entries(tests).map(([fullName, status]) => ({ ancestorTitles: [], fullName, status })),
    },
  ],
});
const gaps = (...tests: string[]) => [
  { gap: 'it has no arrayFilters', tests: tests.map((name) => `test/a.test.ts › ${name}`) },
];

it('is content with a run that fails where the list says so, and nowhere else', () => {
  const run = report({ one: 'passed', two: 'failed', three: 'pending' }, 'failed');
  expect(compareWithGaps([run], gaps('two'), ROOT)).toEqual({ passed: 1, known: 1, problems: [] });
});

it('knows a test of a group by its file', () => {
  const file = 'test/a.test.ts';
  const test = { ancestorTitles: [file, 'a block'], fullName: `${file} a block two`, status: 'failed' };
  const group = { name: `${ROOT}/.cache/test-groups/unit/unit-01.test.ts`, status: 'failed', message: '' };
  const run = {
    testResults: [
      { ...group, assertionResults: [test, { ...test, fullName: `${file} a block one`, status: 'passed' }] },
    ],
  };
  expect(compareWithGaps([run], gaps('a block two'), ROOT)).toEqual({ passed: 1, known: 1, problems: [] });
});

it.each([
  [
    'a failure that is no known gap',
    report({ one: 'passed', two: 'failed' }, 'failed'),
    [],
    /^FAILED, and no known gap: test\/a.test.ts › two$/,
  ],
  [
    'a gap that passes',
    report({ one: 'passed', two: 'passed' }),
    gaps('two'),
    /take it off the list: test\/a.test.ts › two$/,
  ],
  ['a gap whose test has another name by now', report({ one: 'passed' }), gaps('two'), /was not run/],
  [
    'a file that could not be run',
    report({}, 'failed'),
    [],
    /^FAILED, and no known gap: test\/a.test.ts › \(the file\)$/,
  ],
  ['a run of nothing', { testResults: [] }, [], /nothing is proven/],
])('reports %s', (_, run, list, words) => {
  expect(compareWithGaps([run], list, ROOT).problems).toEqual(expect.arrayContaining([expect.stringMatching(words)]));
});

it('takes no jar that is missing, strange or changed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jars-'));
  const list = join(folder, '..', `${folder.split('/').pop()}.sha256`);
  const line = (name: string, text: string) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`;
  writeFileSync(list, line('a.jar', 'a') + line('b.jar', 'b') + line('c.jar', 'c'));
  writeFileSync(join(folder, 'a.jar'), 'a');
  writeFileSync(join(folder, 'b.jar'), 'B');
  writeFileSync(join(folder, 'd.jar'), 'd');
  expect(jarProblems(folder, list)).toEqual([
    'c.jar is missing',
    'd.jar is not on the list',
    'b.jar is not what its checksum says',
  ]);
  rmSync(folder, { recursive: true });
  rmSync(list);
});
