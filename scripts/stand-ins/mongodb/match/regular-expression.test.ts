import { MongodbError } from '../errors/mongodb-error';
import { compileRegularExpression } from './regular-expression';

test.each([
  ['^a\\sb$', '', 'a b', true],
  ['^a\\sb$', '', 'a\u3000b', false],
  ['^a\\Sb$', '', 'a\u3000b', true],
  ['^a[\\s]b$', '', 'a\tb', true],
  ['^a.b$', '', 'a\rb', true],
  ['^a.b$', '', 'a\nb', false],
  ['^a.b$', 's', 'a\nb', true],
  ['a$', '', 'a\n', true],
  ['a$', '', 'a\nb', false],
  ['a$', 'm', 'a\nb', true],
  ['^b', 'm', 'a\nb', true],
  ['^b', 'm', 'a\rb', false],
  ['^ABC', 'i', 'abcd', true],
  ['1\\.5\\-2', '', '1.5-2', true],
  ['^[.$]$', '', '$', true],
  ['张\\*', '', '张*伟', true],
  ['^.$', '', '😀', true],
])('/%s/%s on %j is %s, as PCRE has it', (pattern, options, text, matches) => {
  expect(compileRegularExpression(pattern, options).test(text)).toBe(matches);
});

test.each([
  ['\\A', ''],
  ['(?i)a', ''],
  ['a++', ''],
  ['[[:alpha:]]', ''],
  ['a', 'x'],
  ['[\\S]', ''],
])('/%s/%s is refused', (pattern, options) => {
  expect(() => compileRegularExpression(pattern, options)).toThrow(MongodbError);
});
