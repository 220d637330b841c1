import { createHash } from 'node:crypto';
import { errorCorrection } from './galois-field';
import { dataCodewords, utf8Bytes, versionFor } from './qr-codewords';
import { encodeQr } from './qr-encoder';
import { formatBits, versionBits } from './qr-format-bits';
import type { Modules } from './qr-matrix';
import { qrSvg } from './qr-svg';

const asRows = (modules: Modules): string[] => modules.map((line) => line.map((dark) => (dark ? '#' : '.')).join(''));
const digest = (modules: Modules): string => createHash('sha256').update(asRows(modules).join('\n')).digest('hex');

// Matrices drawn by the independent encoder `qrcode` 1.5 (byte mode, level M). The choice of mask is free; these are
// texts for which both choose the same one up to version 10; beyond, its mask was set to ours.
const LETTER_A = [
  '#######..#.##.#######',
  '#.....#.#.##..#.....#',
  '#.###.#.##.#..#.###.#',
  '#.###.#.#.##..#.###.#',
  '#.###.#..#..#.#.###.#',
  '#.....#...##..#.....#',
  '#######.#.#.#.#######',
  '........##...........',
  '#.....#.#.##.##..###.',
  '#..##......###.###..#',
  '..#.###..##.#.##.....',
  '.#.#.#.##..#####.#.#.',
  '##.#..####.##########',
  '........##..#.....#.#',
  '#######..###.#..####.',
  '#.....#...#...#...###',
  '#.###.#..###.#..###..',
  '#.###.#..#.#####.#...',
  '#.###.#..#.###.###.##',
  '#.....#...######.#...',
  '#######.#.#.#..#..##.',
];
const DIGESTS = [
  [1, 14, '4ebfe55afea7e4edace13b74521b17fe17c5573d5d5e1f422b235d3d4f90d9cd'],
  [2, 26, '6171cbc978936df2185145bc9edea4f05bc9cbbae30bd842512dae7b8e7366e6'],
  [3, 42, 'f71ffbda32a370ce75783e73fc41e7767662a989f348e41952e3f308d9d75aed'],
  [4, 60, '5c64e70359eb477daf6342083428dbdfff1c2bf0269cd50d6226917dccd20e7e'],
  [5, 84, 'ed505b75c7e77425e732c45250020823b73b89926a6dc205be91bb7a7c399349'],
  [6, 106, '07a04a0aadbef3f9c2df97dcb68b71cfcf29f8398ca2db6020313f495f2df0d1'],
  [7, 122, '6fc5a0d32e154ca39c955c40a6be56d23d6496262d7374b566496f8db9dc3f82'],
  [8, 152, '1c96c908db11fde7f5060445db916293687f886c8bf5e4348b28c298b6a1644c'],
  [9, 180, '806afffe3112772f1a3cb353753cf58a7e2fc1c1afc5173e1b636fef5b356b40'],
  [10, 213, 'b371d19f0ec098313b313fd24fa0d4f72fe515fb2486960bf501bf0001b7ae93'],
  [11, 250, '6ea72eb7510d6f33b3d7c73f680bda837ecb2c64aa9258fcd7619191b1d40b3b'],
  [12, 287, 'c842b50675ef2bd15d14b314b0665394da5f872b7fbbefa08afd14f0abedb284'],
  [13, 330, '4cd475745b62622b0232e1c48580d03dcca6df86720b5ea9c3a1f7888290e055'],
  [14, 362, 'c7865db5148a8c02c6f56d6002d983a449d15b236fe8b216a228d0ab07b8ad72'],
  [15, 412, 'fac392546a6100577c75ef77a3d9cae45cbf6cbf2bf491dbffddd3b6cef17bb5'],
] as const;

describe('the QR encoder', () => {
  it('computes the error correction of the 1-M example of ISO/IEC 18004', () => {
    const data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];
    expect(errorCorrection(data, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
  });

  it('computes the format and version bits of the standard', () => {
    const formats = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => formatBits(mask).toString(2).padStart(15, '0'));
    expect(formats).toEqual([
      '101010000010010',
      '101000100100101',
      '101111001111100',
      '101101101001011',
      '100010111111001',
      '100000011001110',
      '100111110010111',
      '100101010100000',
    ]);
    expect(versionBits(7).toString(2).padStart(18, '0')).toBe('000111110010010100');
    expect(versionBits(10).toString(2).padStart(18, '0')).toBe('001010010011010011');
  });

  it('draws a small symbol module by module like another encoder', () => {
    expect(asRows(encodeQr('a'))).toEqual(LETTER_A);
  });

  it.each(DIGESTS)('draws version %i (%i bytes) like another encoder', (version, length, expected) => {
    const modules = encodeQr('weixin://wxpay/bizpayurl?pr='.padEnd(length, 'Q7z').slice(0, length));
    expect(modules).toHaveLength(version * 4 + 17);
    expect(digest(modules)).toBe(expected);
  });

  it('encodes Chinese as UTF-8', () => {
    expect(utf8Bytes('申a')).toEqual([0xe7, 0x94, 0xb3, 0x61]);
    expect(digest(encodeQr('办理申请'))).toBe('b2d81d47623a6d1ae9c4a72421f1ba6e5d1bbf46613877f822184a6bd188d1f2');
  });

  it('pads to the capacity of the version', () => {
    expect(dataCodewords([0x61], versionFor(1))).toEqual([
      0x40, 0x16, 0x10, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec,
    ]);
  });

  it('refuses what does not fit into version 15', () => {
    expect(versionFor(412).version).toBe(15);
    expect(() => encodeQr('x'.repeat(413))).toThrow(RangeError);
  });

  it('draws a picture with a quiet zone of four modules', () => {
    const svg = qrSvg([[true]]);
    expect(svg).toContain('viewBox="0 0 9 9"');
    expect(svg).toContain('M4 4h1v1h-1z');
  });
});
