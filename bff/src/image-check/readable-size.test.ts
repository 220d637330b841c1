import { readableSize } from './readable-size';

it.each([
  [120 * 1024, 'down', '120 KB'],
  [150 * 1024 - 1, 'down', '149 KB'],
  [1024 * 1024, 'down', '1 MB'],
  [1024 * 1024 + 1, 'up', '1.1 MB'],
  [2.5 * 1024 * 1024, 'up', '2.5 MB'],
  [512 * 1024 + 1, 'up', '513 KB'],
] as const)('%d bytes rounded %s read as %s', (bytes, direction, expected) => {
  expect(readableSize(bytes, direction)).toBe(expected);
});
