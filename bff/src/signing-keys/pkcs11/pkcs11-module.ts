import koffi, { type TypeObject } from 'koffi';
import { Pkcs11Error } from './pkcs11-error';

/** Places in CK_FUNCTION_LIST, whose order is fixed (OASIS, 3.6). */
const PLACES = {
  initialize: 0,
  getSlotList: 4,
  getTokenInfo: 6,
  openSession: 12,
  closeSession: 13,
  login: 18,
  getAttributeValue: 24,
  findObjectsInit: 26,
  findObjects: 27,
  findObjectsFinal: 28,
  signInit: 42,
  sign: 43,
} as const;
type FunctionName = keyof typeof PLACES;

const CKR_OK = 0;
/** The one kind of session there is (OASIS, 5.6). */
const CKF_SERIAL_SESSION = 4n;
const CKU_USER = 1n;
/** `flags` of CK_C_INITIALIZE_ARGS: several threads of this process may call, and locks are the system's. */
const CKF_OS_LOCKING_OK = 2n;

export const CKO_PRIVATE_KEY = 3n;
export const CKA = { CLASS: 0x00n, LABEL: 0x03n, KEY_TYPE: 0x100n, ID: 0x102n } as const;
export const CKK = { RSA: 0n, EC: 3n } as const;
export const CKM = { SHA256_RSA_PKCS: 0x40n, ECDSA: 0x1041n } as const;
const CKR_CRYPTOKI_ALREADY_INITIALIZED = 0x191;
const CKR_USER_ALREADY_LOGGED_IN = 0x100;

/** CK_ULONG is as wide as a pointer where tokens of servers live. */
const ULONG_BYTES = 8;
/** CK_TOKEN_INFO begins with the label: 32 octets, padded by blanks (OASIS, 3.2). */
const LABEL_BYTES = 32;
const TOKEN_INFO_BYTES = 512;
const MAX_SLOTS = 64;
/** A key and those before it that were left in the token under its name. */
const MAX_FOUND = 16;
const MAX_SIGNATURE_BYTES = 1024;

export interface Attribute {
  readonly type: bigint;
  readonly value: Uint8Array;
}

/** A CK_ULONG as it lies in memory. */
export function ulong(value: bigint): Uint8Array {
  const bytes = new Uint8Array(ULONG_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return bytes;
}
const readUlong = (bytes: Uint8Array, at = 0): bigint =>
  new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(at, true);

/** Parameters of each; all of them answer CK_RV. Memory is handed over as buffers, numbers are CK_ULONG. */
const PARAMETERS: Record<FunctionName, readonly string[]> = {
  initialize: ['uint8_t *'],
  getSlotList: ['uint8_t', 'uint8_t *', 'uint8_t *'],
  getTokenInfo: ['uint64_t', 'uint8_t *'],
  openSession: ['uint64_t', 'uint64_t', 'void *', 'void *', 'uint8_t *'],
  closeSession: ['uint64_t'],
  login: ['uint64_t', 'uint64_t', 'uint8_t *', 'uint64_t'],
  getAttributeValue: ['uint64_t', 'uint64_t', 'uint8_t *', 'uint64_t'],
  findObjectsInit: ['uint64_t', 'uint8_t *', 'uint64_t'],
  findObjects: ['uint64_t', 'uint8_t *', 'uint64_t', 'uint8_t *'],
  findObjectsFinal: ['uint64_t'],
  signInit: ['uint64_t', 'uint8_t *', 'uint64_t'],
  sign: ['uint64_t', 'uint8_t *', 'uint64_t', 'uint8_t *', 'uint8_t *'],
};
/** Without names, which would be the process's, not this module's. */
const prototypes = Object.fromEntries(
  Object.entries(PARAMETERS).map(([name, parameters]) => [name, koffi.proto('uint64_t', [...parameters])]),
) as Record<FunctionName, TypeObject>;

/** CK_ATTRIBUTE: type, address and length of the value. */
const attributeTable = (attributes: readonly Attribute[]): Uint8Array =>
  Buffer.concat(
    attributes.flatMap(({ type, value }) => [ulong(type), ulong(koffi.address(value)), ulong(BigInt(value.length))]),
  );

export interface Pkcs11Module {
  /** Slot of the token with this label; null when there is none. */
  findSlot(label: string): bigint | null;
  openSession(slot: bigint): bigint;
  closeSession(session: bigint): void;
  login(session: bigint, pin: string): void;
  /** 16 at most. */
  findObjects(session: bigint, attributes: readonly Attribute[]): bigint[];
  readNumber(session: bigint, object: bigint, type: bigint): bigint;
  sign(session: bigint, mechanism: bigint, key: bigint, data: Uint8Array): Uint8Array;
}

/**
 * What we use of PKCS#11 2.40 (OASIS, "Cryptographic Token Interface Base Specification"): enough to find a private key and sign with
 * it. Called through koffi, whose binary comes with its package; bindings compiled where they are installed need a compiler there.
 * Calls block: for worker threads. 64-bit Linux and macOS: Windows packs the structures otherwise.
 * @throws Pkcs11Error, and Error when the library cannot be loaded
 */
export function loadPkcs11Module(path: string): Pkcs11Module {
  const library = koffi.load(path);
  const list = Buffer.alloc(ULONG_BYTES);
  const listResult: number | bigint = library.func('uint64_t C_GetFunctionList(uint8_t *list)')(list);
  if (Number(listResult) !== CKR_OK) {
    throw new Pkcs11Error('C_GetFunctionList', Number(listResult));
  }
  // CK_VERSION comes first, padded to the width of what follows.
  const names = Object.keys(PLACES) as FunctionName[];
  const tableLength = (1 + Math.max(...Object.values(PLACES)) + 1) * ULONG_BYTES;
  const table = new Uint8Array(koffi.view(readUlong(list), tableLength));
  const addresses = Object.fromEntries(
    names.map((name) => [name, readUlong(table, (1 + PLACES[name]) * ULONG_BYTES)]),
  ) as Record<FunctionName, bigint>;

  function call(name: FunctionName, args: readonly unknown[], accepted: readonly number[] = []): void {
    const result = Number(koffi.call(addresses[name], prototypes[name], ...args) as number | bigint);
    if (result !== CKR_OK && !accepted.includes(result)) {
      throw new Pkcs11Error(name, result);
    }
  }

  const initialisation = Buffer.alloc(6 * ULONG_BYTES);
  initialisation.set(ulong(CKF_OS_LOCKING_OK), 4 * ULONG_BYTES);
  // Another thread of this process may use the same library: it is never finalised here.
  call('initialize', [initialisation], [CKR_CRYPTOKI_ALREADY_INITIALIZED]);

  function labelOf(slot: bigint): string {
    const info = Buffer.alloc(TOKEN_INFO_BYTES);
    call('getTokenInfo', [slot, info]);
    return info.toString('utf8', 0, LABEL_BYTES).trimEnd();
  }

  return {
    findSlot(label) {
      const slots = Buffer.alloc(MAX_SLOTS * ULONG_BYTES);
      const count = ulong(BigInt(MAX_SLOTS));
      call('getSlotList', [1, slots, count]);
      const found = Array.from({ length: Number(readUlong(count)) }, (_, index) =>
        readUlong(slots, index * ULONG_BYTES),
      );
      return found.find((slot) => labelOf(slot) === label) ?? null;
    },
    openSession(slot) {
      const session = ulong(0n);
      call('openSession', [slot, CKF_SERIAL_SESSION, null, null, session]);
      return readUlong(session);
    },
    closeSession: (session) => call('closeSession', [session]),
    login(session, pin) {
      const octets = Buffer.from(pin, 'utf8');
      call('login', [session, CKU_USER, octets, octets.length], [CKR_USER_ALREADY_LOGGED_IN]);
    },
    findObjects(session, attributes) {
      const objects = Buffer.alloc(MAX_FOUND * ULONG_BYTES);
      const count = ulong(0n);
      call('findObjectsInit', [session, attributeTable(attributes), attributes.length]);
      try {
        call('findObjects', [session, objects, MAX_FOUND, count]);
      } finally {
        call('findObjectsFinal', [session]);
      }
      return Array.from({ length: Number(readUlong(count)) }, (_, index) => readUlong(objects, index * ULONG_BYTES));
    },
    readNumber(session, object, type) {
      const value = ulong(0n);
      call('getAttributeValue', [session, object, attributeTable([{ type, value }]), 1]);
      return readUlong(value);
    },
    sign(session, mechanism, key, data) {
      // CK_MECHANISM: type, address and length of parameters, of which ours have none.
      call('signInit', [session, Buffer.concat([ulong(mechanism), ulong(0n), ulong(0n)]), key]);
      const signature = Buffer.alloc(MAX_SIGNATURE_BYTES);
      const length = ulong(BigInt(MAX_SIGNATURE_BYTES));
      call('sign', [session, data, data.length, signature, length]);
      return Uint8Array.from(signature.subarray(0, Number(readUlong(length))));
    },
  };
}
