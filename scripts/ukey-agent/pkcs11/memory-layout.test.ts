import {
  decodeTokenInfo,
  encodeInitialisation,
  encodeNumber,
  encodeTriple,
  functionPointerAt,
  memoryLayoutOf,
  tripleLengthAt,
} from './memory-layout';

const LINUX = memoryLayoutOf('linux', 'x64');
const WINDOWS = memoryLayoutOf('win32', 'x64');
const OLD_WINDOWS = memoryLayoutOf('win32', 'ia32');

describe('memory as PKCS#11 lays it out', () => {
  it.each([
    ['Linux', LINUX, 'a000000000000000080706050403020120000000000000000'.slice(0, 48)],
    ['64-bit Windows', WINDOWS, 'a0000000080706050403020120000000'],
  ])('on %s an attribute is number, address, length', (_, layout, hex) => {
    expect(encodeTriple(layout, 0xa0n, 0x0102030405060708n, 0x20).toString('hex')).toBe(hex);
    expect(encodeTriple(layout, 0xa0n, 0x0102030405060708n, 0x20)[tripleLengthAt(layout)]).toBe(0x20);
  });

  it('on 32-bit Windows it is 12 octets', () => {
    expect(encodeTriple(OLD_WINDOWS, 0xa0n, 0x01020304n, 0x20).toString('hex')).toBe('a00000000403020120000000');
  });

  it('has pointers to functions behind a version, with a gap where structures are not packed', () => {
    expect(functionPointerAt(LINUX, 2)).toBe(8 + 2 * 8);
    expect(functionPointerAt(WINDOWS, 2)).toBe(2 + 2 * 8);
    expect(functionPointerAt(OLD_WINDOWS, 2)).toBe(2 + 2 * 4);
  });

  it('has flags behind four pointers where a library is initialised', () => {
    expect(encodeInitialisation(LINUX, 2n)).toHaveLength(48);
    expect(encodeInitialisation(WINDOWS, 2n)).toHaveLength(44);
    expect(encodeInitialisation(WINDOWS, 2n)[32]).toBe(2);
  });

  it.each([
    ['Linux', LINUX],
    ['64-bit Windows', WINDOWS],
  ])('tells of a token on %s: padded texts, flags, lengths of PINs', (_, layout) => {
    const numbers = [0x40dn, 0n, 0n, 0n, 0n, 16n, 6n].map((value) => encodeNumber(value, layout.ulongBytes));
    const texts = 'CA-2026-000123'.padEnd(32) + '飞天'.padEnd(28) + 'ePass'.padEnd(16) + `8F3A61\0`.padEnd(16);
    const memory = Buffer.concat([Buffer.from(texts, 'utf8'), ...numbers, Buffer.alloc(64)]);
    expect(decodeTokenInfo(layout, memory)).toEqual({
      label: 'CA-2026-000123',
      manufacturer: '飞天',
      model: 'ePass',
      serial: '8F3A61',
      flags: 0x40dn,
      maxPinLength: 16,
      minPinLength: 6,
    });
  });

  it('is not known of big-endian machines', () => {
    expect(() => memoryLayoutOf('linux', 's390x')).toThrow('big-endian');
  });
});
