import { checkPrimeSync, generateKeyPairSync, generatePrimeSync, randomBytes } from 'node:crypto';
import { generatePrivateKeyPem, type KeyAlgorithm, openSigningKeyPem, readPublicKey } from '../index';
import { oids } from '../oids';
import { pointKeyInfo, rsaKeyInfo } from '../testing/public-key-infos';
import { curves } from './curves';

// Making RSA keys takes seconds on a busy machine.

const code = (name: string) => expect.objectContaining({ code: name });
const spkiOf = (key: { publicKey: { export(options: object): unknown } }): Uint8Array =>
  key.publicKey.export({ type: 'spki', format: 'der' }) as Buffer;
const prime = (): bigint => generatePrimeSync(1024, { bigint: true });

/** Published with the tests of github.com/titanous/rocacheck, from chips that CVE-2017-15361 is about. */
const INFINEON_KEYS = [
  `MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlze9c7qGdjDLVR/ntk+4ZkfMcYsAnmfTFHfe3Xv7jRQqPCXCULtr0y0jG3aRJmEenoXO9uDveqr43gFB9yvA
  dLEhu0aJqpB7lNZ+yXsvfVp/96dkSN8oWYL/dd9Z7GQOvVniHUY3Xsd7zdw2eYOyHSXhhA2Ttwnj3c1jEYfC0y9q1cU99aL0ogGDqolcOvlkJu+mGb+6+WyboFa1gwRu
  kYxBHZWKiHCt/eihvXsPTzTlXmTXWdGJtA1xZDnCBWuZ90b5R0agXVIESTl0cCyHaQM/tLZmktJIU+Eu7ALBXemPg9kh3SCnYd3/YvDGCtYSXOWthHwlP5CImRBcQaNn
  cQIDAQAB`,
  `MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAnDSwGO+LetuWIPxBrWIVEZhfr8VB7tnXBnFaNev61bT1lViBUAN8rmMBw2rd/a6Lw4SjDi+3Fc7hpQtccMyr
  z3Z52VVsuS1Df94/2GJ2J+B8qw0dTHQoVjPGaOrRads5cjrI1fvgcKNhfwXHd8jh6fCHwVIruU8E2wgTu91ceTzAODzCe1aWbE0QMYTV11E0t2+vt808AWsYMDOWMIOa
  0sFZD1DzQSw1YC74YV92yDGsHA4JNZVl6JB0H21lxENKrkOF9MJx+doXHiEEfwNC3F7kf2QDd+3oyRcrrGZt9rhfRPQckUnYM495nfaQcHzTXyIySnY0s6PkwbgL4B44
  dQIDAQAB`,
];

describe('a public key', () => {
  test.each<KeyAlgorithm>(['rsa-2048', 'rsa-3072', 'ecdsa-p256', 'ecdsa-p384', 'sm2'])(
    'of %s is read',
    async (algorithm) => {
      const { publicKeyInfoDer } = openSigningKeyPem(await generatePrivateKeyPem(algorithm));
      expect(readPublicKey(publicKeyInfoDer).algorithm).toBe(algorithm);
    },
  );

  test.each([1024, 2047])('of RSA with %d bits is weak', (bits) => {
    const modulus = (1n << BigInt(bits - 1)) | 1n;
    expect(() => readPublicKey(rsaKeyInfo(modulus))).toThrow(code('weak_key'));
  });

  test('of RSA with a size of its own is not supported', () => {
    expect(() => readPublicKey(rsaKeyInfo((1n << 2499n) | 1n))).toThrow(code('unsupported_algorithm'));
  });

  test.each([1n, 2n, 3n, 65535n, 65538n, (1n << 64n) + 1n])('of RSA with the exponent %d is weak', (exponent) => {
    expect(() => readPublicKey(rsaKeyInfo(prime() * prime(), exponent))).toThrow(code('weak_key'));
  });

  test.each([
    ['is even', () => 1n << 2047n, 'even'],
    ['has a small factor', () => multipleOf(743n), 'small factor'],
    ['comes of two close primes', closePrimes, 'too close'],
    ['has the fingerprint of ROCA', rocaModulus, 'ROCA'],
  ])('of RSA whose modulus %s is weak', (_, modulus, words) => {
    expect(() => readPublicKey(rsaKeyInfo(modulus()))).toThrow(code('weak_key'));
    expect(() => readPublicKey(rsaKeyInfo(modulus()))).toThrow(words);
  });

  test.each(INFINEON_KEYS)('of RSA that an Infineon chip has made is weak: %#', (base64) => {
    expect(() => readPublicKey(Buffer.from(base64, 'base64'))).toThrow('ROCA');
  });

  test('of RSA whose two primes are the same is weak', () => {
    const same = prime();
    expect(() => readPublicKey(rsaKeyInfo(same * same))).toThrow('too close');
  });

  test.each(['P-224', 'secp256k1', 'P-521'])('of the curve %s is not supported', (namedCurve) => {
    expect(() => readPublicKey(spkiOf(generateKeyPairSync('ec', { namedCurve })))).toThrow(
      code('unsupported_algorithm'),
    );
  });

  test('whose curve is written out, as in CVE-2020-0601, is not supported', () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256', paramEncoding: 'explicit' });
    expect(() => readPublicKey(spkiOf(pair))).toThrow(code('unsupported_algorithm'));
  });

  test.each([
    ['Ed25519', generateKeyPairSync('ed25519')],
    ['RSA for PSS only', generateKeyPairSync('rsa-pss', { modulusLength: 2048 })],
  ])('of %s is not supported', (_, pair) => {
    expect(() => readPublicKey(spkiOf(pair))).toThrow(code('unsupported_algorithm'));
  });

  describe.each(['ecdsa-p256', 'ecdsa-p384', 'sm2'] as const)('on the curve of %s', (name) => {
    const { oid, octets, p } = curves[name];
    let point: Buffer;
    beforeAll(async () => {
      const { publicKeyInfoDer } = openSigningKeyPem(await generatePrivateKeyPem(name));
      point = Buffer.from(readPublicKey(publicKeyInfoDer).keyBits);
    });

    test('is a point of that curve', () => {
      expect(readPublicKey(pointKeyInfo(oid, point)).algorithm).toBe(name);
      const other = Buffer.from(point);
      other[octets * 2] = (other[octets * 2] ?? 0) ^ 1;
      expect(() => readPublicKey(pointKeyInfo(oid, other))).toThrow(code('weak_key'));
    });

    test('is not a point at infinity, none at zero, none beyond the field', () => {
      expect(() => readPublicKey(pointKeyInfo(oid, Buffer.of(0)))).toThrow(code('weak_key'));
      expect(() => readPublicKey(pointKeyInfo(oid, Buffer.concat([Buffer.of(4), Buffer.alloc(2 * octets)])))).toThrow(
        code('weak_key'),
      );
      const beyond = Buffer.concat([Buffer.of(4), Buffer.from(p.toString(16), 'hex'), point.subarray(1 + octets)]);
      expect(() => readPublicKey(pointKeyInfo(oid, beyond))).toThrow(code('weak_key'));
    });

    test('is neither compressed nor hybrid nor cut', () => {
      const parity = (point.at(-1) ?? 0) & 1;
      const compressed = Buffer.concat([Buffer.of(2 + parity), point.subarray(1, 1 + octets)]);
      const hybrid = Buffer.concat([Buffer.of(6 + parity), point.subarray(1)]);
      expect(() => readPublicKey(pointKeyInfo(oid, compressed))).toThrow(code('unsupported_algorithm'));
      expect(() => readPublicKey(pointKeyInfo(oid, hybrid))).toThrow(code('unsupported_algorithm'));
      expect(() => readPublicKey(pointKeyInfo(oid, point.subarray(0, -1)))).toThrow(code('broken'));
    });
  });

  test('is not a point of SM2 that says it is of P-256', async () => {
    const { publicKeyInfoDer } = openSigningKeyPem(await generatePrivateKeyPem('sm2'));
    expect(() => readPublicKey(pointKeyInfo(oids.p256, readPublicKey(publicKeyInfoDer).keyBits))).toThrow(
      code('weak_key'),
    );
  });
});

function multipleOf(factor: bigint): bigint {
  const odd = (1n << 2047n) + (BigInt(`0x${randomBytes(100).toString('hex')}`) | 1n);
  const rest = odd % factor;
  return rest % 2n === 0n ? odd - rest : odd - rest + factor;
}

function closePrimes(): bigint {
  const first = prime();
  let second = first + 2n;
  while (!checkPrimeSync(second)) second += 2n;
  return first * second;
}

/** Primes as Infineon's library made them: k · M + (65537^a mod M), M the product of the first primes (Nemec et al., 2). */
function rocaModulus(): bigint {
  const primes = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n, 53n, 59n, 61n, 67n, 71n, 73n];
  const more = [79n, 83n, 89n, 97n, 101n, 103n, 107n, 109n, 113n, 127n, 131n, 137n, 139n, 149n, 151n, 157n, 163n, 167n];
  const product = [...primes, ...more].reduce((sum, factor) => sum * factor, 1n);
  const weakPrime = () => {
    let power = 1n;
    for (let a = 0; a < 1000; a += 1) power = (power * 65537n) % product;
    for (;;) {
      power = (power * 65537n) % product;
      const start = (3n << 1022n) / product + BigInt(`0x${randomBytes(60).toString('hex')}`);
      const candidate = start * product + power;
      if (candidate.toString(2).length === 1024 && checkPrimeSync(candidate)) return candidate;
    }
  };
  return weakPrime() * weakPrime();
}
