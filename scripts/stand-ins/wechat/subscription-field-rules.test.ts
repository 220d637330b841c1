import { isAcceptableFieldValue } from './subscription-field-rules';

test.each([
  ['thing2', '二十个字符以内的办理项目名称刚好二十个', true],
  ['thing2', '一二三四五六七八九十一二三四五六七八九十', true],
  ['thing2', '一二三四五六七八九十一二三四五六七八九十一', false],
  ['thing2', '', false],
  ['character_string1', 'ORD-20261122-0001', true],
  ['character_string1', '订单一', false],
  ['character_string1', 'x'.repeat(33), false],
  ['phrase3', '审核通过', true],
  ['phrase3', '审核没有通过', false],
  ['phrase3', 'passed', false],
  ['name1', '张伟', true],
  ['name1', '张伟123', false],
  ['amount5', '¥260.00', true],
  ['amount5', '二百六十元', false],
  ['time6', '2026年11月22日 15:01', true],
  ['time6', '2026-11-22 15:01', false],
  ['date7', '2026年11月22日', true],
  ['phone_number8', '13800001234', true],
  ['unknown9', 'x', false],
  ['number1', 12, false],
])('%s may hold %p: %p', (field, value, acceptable) => {
  expect(isAcceptableFieldValue(field, value)).toBe(acceptable);
});

test('characters are counted as people count them, not in UTF-16 units', () => {
  expect(isAcceptableFieldValue('thing4', '𠮷'.repeat(20))).toBe(true);
});
