import { chineseNumber } from './chinese-number';

test.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [35, '三十五'],
  [99, '九十九'],
  [100, '100'],
])('%s is written %s', (value, text) => {
  expect(chineseNumber(value)).toBe(text);
});
