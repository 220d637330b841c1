import { pdfNumber, pdfNumbers } from './pdf-numbers';

/** What it means, as it would be written if it were written seldom. */
const plainly = (value: number): string => String(Math.round(value * 1000) / 1000 || 0);

test('each thousandth is the shortest form of itself, on both sides of nought', () => {
  const values = Array.from({ length: 4001 }, (_, index) => (index - 2000) / 1000);
  expect(values.map(pdfNumber)).toEqual(values.map(plainly));
});

test('what lies between is rounded', () => {
  const values = Array.from({ length: 2000 }, (_, index) => index * 0.4217 - 300.00013);
  expect(values.map(pdfNumber)).toEqual(values.map(plainly));
});

test.each([
  [0, '0'],
  [-0, '0'],
  [-0.0001, '0'],
  [0.0004, '0'],
  [841.89, '841.89'],
  [-12.3456, '-12.346'],
  [0.1 + 0.2, '0.3'],
  [9.9996, '10'],
  [1_000_000, '1000000'],
])('%p is %s', (value, written) => {
  expect(pdfNumber(value)).toBe(written);
});

test('several stand apart', () => {
  expect(pdfNumbers(1, 0.5, -2.25)).toBe('1 0.5 -2.25');
});
