import { readImports } from './read-imports';

const read = (text: string, fileName = 'a.ts') => readImports(fileName, text);

describe('imports of a source file', () => {
  it.each([
    [`import a from './a';`, false],
    [`import './a';`, false],
    [`import * as a from './a';`, false],
    [`import { a, type B } from './a';`, false],
    [`import a, { type B } from './a';`, false],
    [`import {} from './a';`, false],
    [`import a = require('./a');`, false],
    [`export * from './a';`, false],
    [`export { a } from './a';`, false],
    [`const a = require('./a');`, false],
    [`const a = await import('./a');`, false],
    ['const a = await import(`./a`);', false],
    [`const path = require.resolve('./a');`, false],
    [`import type A from './a';`, true],
    [`import type { A } from './a';`, true],
    [`import { type A, type B } from './a';`, true],
    [`import type a = require('./a');`, true],
    [`export type { A } from './a';`, true],
    [`export { type A } from './a';`, true],
    [`export type * from './a';`, true],
    [`let a: import('./a').A;`, true],
    [`type A = typeof import('./a');`, true],
  ])('finds %s (type only: %s)', (text, typeOnly) => {
    expect(read(text)).toEqual([{ specifier: './a', line: 1, typeOnly }]);
  });

  it('tells the line', () => {
    expect(read(`// first\n\nimport './a';\nfunction f() {\n  return import('./b');\n}\n`)).toEqual([
      { specifier: './a', line: 3, typeOnly: false },
      { specifier: './b', line: 5, typeOnly: false },
    ]);
  });

  it('reports a computed name as unknown', () => {
    expect(read(`const load = (name: string) => import('./' + name);`)).toEqual([
      { specifier: null, line: 1, typeOnly: false },
    ]);
    expect(read('require(name)')).toEqual([{ specifier: null, line: 1, typeOnly: false }]);
  });

  it('is not fooled by comments, texts and names that look alike', () => {
    const text = [
      `// import './a';`,
      `/* require('./a') */`,
      `const text = "import './a'";`,
      `const other = loader.require('./a');`,
      `export const a = 1;`,
      `export { text };`,
    ].join('\n');
    expect(read(text)).toEqual([]);
  });

  it('reads JSX and plain JavaScript', () => {
    expect(
      read(`import { View } from '@tarojs/components';\nexport const A = () => <View>a</View>;`, 'a.tsx'),
    ).toHaveLength(1);
    expect(read(`import { join } from 'node:path';`, 'a.mjs')).toHaveLength(1);
  });
});
