import { deflateSync } from 'node:zlib';
import { hasAnnouncedPixelData } from './png-pixel-data';
import { makePng } from './testing/make-png';

/** 8 × 8 pixels of 4 bytes, 8 filter bytes. */
const PLAIN = 8 * 8 * 4 + 8;
/** The same pixels in passes of 1, 1, 1, 2, 2, 4 and 4 rows. */
const INTERLACED = 8 * 8 * 4 + 15;

const png = (length: number, interlaced: boolean) =>
  makePng({ width: 8, height: 8, interlaced, pixelData: deflateSync(Buffer.alloc(length)) });

describe.each([
  ['plain', false, PLAIN],
  ['interlaced', true, INTERLACED],
] as const)('a %s PNG', (_kind, interlaced, length) => {
  it('is as announced with all its rows, also with a little behind them', () => {
    expect(hasAnnouncedPixelData(png(length, interlaced))).toBe(true);
    expect(hasAnnouncedPixelData(png(length + 100, interlaced))).toBe(true);
  });

  it('is not when a single byte is missing', () => {
    expect(hasAnnouncedPixelData(png(length - 1, interlaced))).toBe(false);
  });

  it('is not when it unpacks to far more', () => {
    expect(hasAnnouncedPixelData(png(5_000_000, interlaced))).toBe(false);
  });
});

it('counts the passes that narrow pictures do not have', () => {
  const narrow = makePng({ width: 1, height: 3, interlaced: true, pixelData: deflateSync(Buffer.alloc(15)) });
  expect(hasAnnouncedPixelData(narrow)).toBe(true);
});

it('is false when the packed data is cut or no packed data at all', () => {
  const packed = deflateSync(Buffer.from(Array.from({ length: PLAIN }, (_, index) => (index * 7919) % 256)));
  expect(hasAnnouncedPixelData(makePng({ width: 8, height: 8, pixelData: packed.subarray(0, -20) }))).toBe(false);
  expect(hasAnnouncedPixelData(makePng({ width: 8, height: 8, pixelData: Buffer.from('not packed') }))).toBe(false);
});
