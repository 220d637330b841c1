/** Blocks of a version at error correction level M: `count` blocks of `dataCodewords` each. */
export interface BlockGroup {
  readonly count: number;
  readonly dataCodewords: number;
}

export interface QrVersion {
  readonly version: number;
  /** Error correction codewords of every block. */
  readonly correctionPerBlock: number;
  readonly groups: readonly BlockGroup[];
  /** Centres of the alignment patterns, both axes. */
  readonly alignment: readonly number[];
}

const version = (
  number: number,
  correctionPerBlock: number,
  groups: readonly (readonly [count: number, dataCodewords: number])[],
  alignment: readonly number[],
): QrVersion => ({
  version: number,
  correctionPerBlock,
  groups: groups.map(([count, dataCodewords]) => ({ count, dataCodewords })),
  alignment,
});

/** Versions 1–15 at level M (ISO/IEC 18004:2015, tables 9 and E.1). */
export const QR_VERSIONS: readonly QrVersion[] = [
  version(1, 10, [[1, 16]], []),
  version(2, 16, [[1, 28]], [6, 18]),
  version(3, 26, [[1, 44]], [6, 22]),
  version(4, 18, [[2, 32]], [6, 26]),
  version(5, 24, [[2, 43]], [6, 30]),
  version(6, 16, [[4, 27]], [6, 34]),
  version(7, 18, [[4, 31]], [6, 22, 38]),
  version(
    8,
    22,
    [
      [2, 38],
      [2, 39],
    ],
    [6, 24, 42],
  ),
  version(
    9,
    22,
    [
      [3, 36],
      [2, 37],
    ],
    [6, 26, 46],
  ),
  version(
    10,
    26,
    [
      [4, 43],
      [1, 44],
    ],
    [6, 28, 50],
  ),
  version(
    11,
    30,
    [
      [1, 50],
      [4, 51],
    ],
    [6, 30, 54],
  ),
  version(
    12,
    22,
    [
      [6, 36],
      [2, 37],
    ],
    [6, 32, 58],
  ),
  version(
    13,
    22,
    [
      [8, 37],
      [1, 38],
    ],
    [6, 34, 62],
  ),
  version(
    14,
    24,
    [
      [4, 40],
      [5, 41],
    ],
    [6, 26, 46, 66],
  ),
  version(
    15,
    24,
    [
      [5, 41],
      [5, 42],
    ],
    [6, 26, 48, 70],
  ),
];

export const dataCodewordsOf = ({ groups }: QrVersion): number =>
  groups.reduce((sum, { count, dataCodewords }) => sum + count * dataCodewords, 0);

export const sizeOf = ({ version: number }: QrVersion): number => number * 4 + 17;
