import { overflowsLine } from './overflows-line';

describe('a text in a field of one line', () => {
  it.each([
    ['', false],
    ['示例市演示区测试有限公司', false],
    ['示例省示例市演示区建设工程测试有限公司', true],
    ['applicant@example.com', false],
    ['a.very.long.mailbox.of.a.company@example.com', true],
  ])('%s is cut: %s', (text, isCut) => {
    expect(overflowsLine(text)).toBe(isCut);
  });
});
