/** Odd primes below 752: the bound that Boulder's goodkey uses. */
const SMALL_PRIMES = oddPrimesBelow(752);
/** The 38 odd primes up to 167, by which keys of Infineon's library are told (Nemec et al., CCS 2017, "ROCA"). */
const FINGERPRINT = SMALL_PRIMES.filter((prime) => prime <= 167).map((prime) => ({
  prime: BigInt(prime),
  powers: powersOf65537(prime),
}));
/** Primes as close as this come out of broken generators; good ones never do (CVE-2022-26320). */
const FERMAT_ROUNDS = 100;

const SQUARES_MODULUS = 16n * 3n * 5n * 7n * 11n * 13n;
const SQUARES = squaresModulo(Number(SQUARES_MODULUS));

export type RsaWeakness = 'even' | 'small_factor' | 'roca' | 'close_primes';

/** @param n the modulus, 2048 bits or more. @returns null for a modulus that none of the known tests can break */
export function weaknessOfModulus(n: bigint): RsaWeakness | null {
  if ((n & 1n) === 0n) return 'even';
  if (SMALL_PRIMES.some((prime) => n % BigInt(prime) === 0n)) return 'small_factor';
  if (FINGERPRINT.every(({ prime, powers }) => powers.has(Number(n % prime)))) return 'roca';
  return hasClosePrimes(n) ? 'close_primes' : null;
}

/** Fermat's factoring: n = a² - b², a beginning at the root. */
function hasClosePrimes(n: bigint): boolean {
  let a = rootOf(n);
  if (a * a < n) a += 1n;
  let square = a * a - n;
  for (let round = 0; round < FERMAT_ROUNDS; round += 1) {
    if (isSquare(square)) return true;
    square += 2n * a + 1n;
    a += 1n;
  }
  return false;
}

function isSquare(number: bigint): boolean {
  if (SQUARES[Number(number % SQUARES_MODULUS)] !== 1) return false;
  const root = rootOf(number);
  return root * root === number;
}

/** Which remainders squares leave: two of a hundred, so that a root, the dear part, is hardly ever taken. */
function squaresModulo(modulus: number): Uint8Array {
  const squares = new Uint8Array(modulus);
  for (let root = 0; root < modulus; root += 1) squares[(root * root) % modulus] = 1;
  return squares;
}

/** The whole part of the square root, by Newton's method from above. */
function rootOf(square: bigint): bigint {
  if (square < 2n) return square;
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

function powersOf65537(prime: number): Set<number> {
  const powers = new Set<number>();
  for (let power = 1; !powers.has(power); power = (power * 65537) % prime) powers.add(power);
  return powers;
}

function oddPrimesBelow(end: number): number[] {
  const primes: number[] = [];
  for (let number = 3; number < end; number += 2) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes;
}
