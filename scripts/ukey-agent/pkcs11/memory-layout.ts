/** How C lays out the structures of PKCS#11 on one kind of machine. */
export interface MemoryLayout {
  /** CK_ULONG is C's `unsigned long`: 4 octets on Windows, elsewhere as wide as a pointer. */
  readonly ulongBytes: 4 | 8;
  readonly pointerBytes: 4 | 8;
  /** On Windows structures are packed to one octet (PKCS#11 2.40, 2.1, and pkcs11.h of OASIS); elsewhere fields are aligned. */
  readonly isPacked: boolean;
}

/** The layout for node's names of a system and a processor. @throws Error for big-endian machines */
export function memoryLayoutOf(platform: NodeJS.Platform, arch: string): MemoryLayout {
  if (['ppc64', 's390x', 'mips', 'ppc', 's390'].includes(arch)) {
    throw new Error(`no tokens on ${arch}: its numbers are big-endian`);
  }
  const pointerBytes = ['ia32', 'arm', 'mipsel'].includes(arch) ? 4 : 8;
  const isPacked = platform === 'win32';
  return { ulongBytes: isPacked ? 4 : pointerBytes, pointerBytes, isPacked };
}

/** A number as it lies in memory, little-endian. */
export function encodeNumber(value: bigint, bytes: 4 | 8): Buffer {
  const encoded = Buffer.alloc(bytes);
  if (bytes === 4) {
    encoded.writeUInt32LE(Number(value));
  } else {
    encoded.writeBigUInt64LE(value);
  }
  return encoded;
}

export const decodeNumber = (memory: Buffer, at: number, bytes: 4 | 8): bigint =>
  bytes === 4 ? BigInt(memory.readUInt32LE(at)) : memory.readBigUInt64LE(at);

/**
 * CK_ATTRIBUTE and CK_MECHANISM alike: a number, the address of a value and its length. Where nothing is packed a number is as wide as a
 * pointer, so that there is never a gap.
 */
export const encodeTriple = (layout: MemoryLayout, type: bigint, address: bigint, length: number): Buffer =>
  Buffer.concat([
    encodeNumber(type, layout.ulongBytes),
    encodeNumber(address, layout.pointerBytes),
    encodeNumber(BigInt(length), layout.ulongBytes),
  ]);
/** Where the length stands in a triple: a token writes there how long a value is. */
export const tripleLengthAt = ({ ulongBytes, pointerBytes }: MemoryLayout): number => ulongBytes + pointerBytes;

/** CK_FUNCTION_LIST begins with a version of two octets; the pointers follow in an order that never changes (PKCS#11 2.40, 5.3). */
export const functionPointerAt = ({ isPacked, pointerBytes }: MemoryLayout, place: number): number =>
  (isPacked ? 2 : pointerBytes) + place * pointerBytes;

/** CK_C_INITIALIZE_ARGS: four pointers to functions, flags, a reserved pointer. */
export const encodeInitialisation = ({ ulongBytes, pointerBytes }: MemoryLayout, flags: bigint): Buffer =>
  Buffer.concat([Buffer.alloc(4 * pointerBytes), encodeNumber(flags, ulongBytes), Buffer.alloc(pointerBytes)]);

export interface TokenInfo {
  readonly label: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly serial: string;
  readonly flags: bigint;
  readonly maxPinLength: number;
  readonly minPinLength: number;
}
/** More than CK_TOKEN_INFO takes anywhere. */
export const TOKEN_INFO_BYTES = 256;

/** CK_TOKEN_INFO (PKCS#11 2.40, 3.2): texts padded by blanks, not ended by a zero; some tokens do it anyway. */
export function decodeTokenInfo({ ulongBytes }: MemoryLayout, memory: Buffer): TokenInfo {
  const text = (from: number, length: number): string =>
    memory.toString('utf8', from, from + length).replace(/[\0 ]+$/, '');
  const number = (place: number): bigint => decodeNumber(memory, 96 + place * ulongBytes, ulongBytes);
  return {
    label: text(0, 32),
    manufacturer: text(32, 32),
    model: text(64, 16),
    serial: text(80, 16),
    flags: number(0),
    maxPinLength: Number(number(5)),
    minPinLength: Number(number(6)),
  };
}
