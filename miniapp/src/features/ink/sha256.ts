/**
 * SHA-256 (FIPS 180-4) of ASCII text, for the page on which everybody signs: `@noble/hashes` asks for BigInt when it is loaded,
 * which phones of before 2020 have not, and weighs ten times as much.
 */

const WORD = 2 ** 32;
const BLOCK_BYTES = 64;

/** First 32 bits of the fractional part of a root of each of the first 64 primes. */
function rootsOfPrimes(root: (prime: number) => number, count: number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) {
      primes.push(number);
    }
  }
  return primes.map((prime) => ((root(prime) % 1) * WORD) | 0);
}

const FIRST_STATE = rootsOfPrimes(Math.sqrt, 8);
const ROUNDS = rootsOfPrimes(Math.cbrt, 64);

const turned = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

/** The text with its end mark and its length in bits, as words. */
function paddedWords(text: string): Int32Array {
  const words = new Int32Array(Math.ceil((text.length + 9) / BLOCK_BYTES) * 16);
  const put = (byte: number, at: number) => {
    words[at >> 2] = (words[at >> 2] ?? 0) | (byte << (24 - (at % 4) * 8));
  };
  for (let at = 0; at < text.length; at += 1) {
    put(text.charCodeAt(at), at);
  }
  put(0x80, text.length);
  words[words.length - 2] = (text.length * 8) / WORD;
  words[words.length - 1] = text.length * 8;
  return words;
}

/** The sixteen words of a block and what they are stretched to. */
function scheduleOf(words: Int32Array, from: number): Int32Array {
  const schedule = new Int32Array(64);
  const word = (at: number): number => schedule[at] ?? 0;
  for (let at = 0; at < 64; at += 1) {
    if (at < 16) {
      schedule[at] = words[from + at] ?? 0;
    } else {
      const [early, late] = [word(at - 15), word(at - 2)];
      const one = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
      const other = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
      schedule[at] = word(at - 16) + one + word(at - 7) + other;
    }
  }
  return schedule;
}

/** Lower-case hex. @throws Error for text beyond ASCII, whose bytes would be others */
export function sha256OfAscii(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) > 0x7f) {
      throw new Error('only ASCII is hashed here');
    }
  }
  const words = paddedWords(text);
  const state = [...FIRST_STATE];
  for (let from = 0; from < words.length; from += 16) {
    const schedule = scheduleOf(words, from);
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let round = 0; round < 64; round += 1) {
      const choice = (e & f) ^ (~e & g);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const mixed =
        h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + (ROUNDS[round] ?? 0) + (schedule[round] ?? 0);
      const summed = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + mixed) | 0, c, b, a, (mixed + summed) | 0];
    }
    for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) {
      state[at] = ((state[at] ?? 0) + value) | 0;
    }
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
