import { chinaDateText, pdfDate } from './china-time';

describe('dates in China', () => {
  test('the day changes at 16:00 UTC', () => {
    expect(chinaDateText(new Date('2026-12-31T15:59:59Z'))).toBe('2026年12月31日');
    expect(chinaDateText(new Date('2026-12-31T16:00:00Z'))).toBe('2027年1月1日');
  });

  test('a PDF date carries the offset', () => {
    expect(pdfDate(new Date('2026-11-22T09:05:07Z'))).toBe("D:20261122170507+08'00'");
  });
});
