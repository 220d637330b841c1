import { PkiError } from '../index';

/** Each octet with one bit turned (all eight where `everyBit`), and each prefix. */
export function* mutationsOf(bytes: Uint8Array, everyBit = false): Generator<Buffer> {
  for (let index = 0; index < bytes.length; index += 1) {
    for (const bit of everyBit ? [0, 1, 2, 3, 4, 5, 6, 7] : [(index * 5) % 8]) {
      const mutated = Buffer.from(bytes);
      mutated[index] = (mutated[index] ?? 0) ^ (1 << bit);
      yield mutated;
    }
    yield Buffer.from(bytes.subarray(0, index));
  }
}

/** The code of the refusal, null when it was read. @throws whatever is no PkiError */
export function refusalOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof PkiError) return error.code;
    throw error;
  }
}
