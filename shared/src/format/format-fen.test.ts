import { formatFen } from './format-fen';

describe('money in fen', () => {
  it.each([
    [0, '¥0.00'],
    [1, '¥0.01'],
    [10, '¥0.10'],
    [99, '¥0.99'],
    [100, '¥1.00'],
    [26_000, '¥260.00'],
    [123_456_789, '¥1234567.89'],
    [-5, '-¥0.05'],
    [-26_000, '-¥260.00'],
    [Number.MAX_SAFE_INTEGER, '¥90071992547409.91'],
  ])('writes %d as %s', (fen, text) => {
    expect(formatFen(fen)).toBe(text);
  });
});
