import { oids } from '../oids';

/** y² = x³ + ax + b over p; each has a prime order and cofactor 1, so that every point but infinity is a good one. */
export interface Curve {
  readonly oid: string;
  /** Octets of one coordinate. */
  readonly octets: number;
  readonly p: bigint;
  readonly a: bigint;
  readonly b: bigint;
  readonly n: bigint;
}

const hex = (digits: string): bigint => BigInt(`0x${digits.replaceAll(' ', '')}`);

const p256 = hex('ffffffff 00000001 00000000 00000000 00000000 ffffffff ffffffff ffffffff');
const p384 = hex(
  'ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff fffffffe ffffffff 00000000 00000000 ffffffff',
);
const pSm2 = hex('fffffffe ffffffff ffffffff ffffffff ffffffff 00000000 ffffffff ffffffff');

/** FIPS 186-4, D.1.2.3 and D.1.2.4; GB/T 32918.5 (the recommended curve). */
export const curves = {
  'ecdsa-p256': {
    oid: oids.p256,
    octets: 32,
    p: p256,
    a: p256 - 3n,
    b: hex('5ac635d8 aa3a93e7 b3ebbd55 769886bc 651d06b0 cc53b0f6 3bce3c3e 27d2604b'),
    n: hex('ffffffff 00000000 ffffffff ffffffff bce6faad a7179e84 f3b9cac2 fc632551'),
  },
  'ecdsa-p384': {
    oid: oids.p384,
    octets: 48,
    p: p384,
    a: p384 - 3n,
    b: hex(
      'b3312fa7 e23ee7e4 988e056b e3f82d19 181d9c6e fe814112 0314088f 5013875a c656398d 8a2ed19d 2a85c8ed d3ec2aef',
    ),
    n: hex(
      'ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff c7634d81 f4372ddf 581a0db2 48b0a77a ecec196a ccc52973',
    ),
  },
  sm2: {
    oid: oids.sm2,
    octets: 32,
    p: pSm2,
    a: pSm2 - 3n,
    b: hex('28e9fa9e 9d9f5e34 4d5a9e4b cf6509a7 f39789f5 15ab8f92 ddbcbd41 4d940e93'),
    n: hex('fffffffe ffffffff ffffffff ffffffff 7203df6b 21c6052b 53bbf409 39d54123'),
  },
} as const satisfies Record<string, Curve>;

export type CurveName = keyof typeof curves;

/** SEC 1, 3.2.2.1, without the test of the order, which cofactor 1 makes needless. */
export function isOnCurve(curve: Curve, x: bigint, y: bigint): boolean {
  if (x >= curve.p || y >= curve.p) return false;
  return (y * y - (x * x * x + curve.a * x + curve.b)) % curve.p === 0n;
}
