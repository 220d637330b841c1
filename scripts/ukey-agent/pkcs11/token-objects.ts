import { CKR } from './constants';
import { type Pkcs11Library, ulongOf } from './load-library';
import { decodeNumber, encodeTriple, tripleLengthAt } from './memory-layout';
import { type NativeMemory, withMemory } from './native-memory';
import { hasResult } from './token-error';

export interface Attribute {
  readonly type: bigint;
  readonly value: Uint8Array;
}

export const bool = (type: bigint, value: boolean): Attribute => ({ type, value: Uint8Array.of(value ? 1 : 0) });
export const text = (type: bigint, value: string): Attribute => ({ type, value: Buffer.from(value, 'utf8') });
export const bytes = (type: bigint, value: Uint8Array): Attribute => ({ type, value });
export const number = (library: Pkcs11Library, type: bigint, value: bigint): Attribute => ({
  type,
  value: ulongOf(library, value),
});

/** A token holds few objects; one that goes on giving is broken. */
const MAX_OBJECTS = 256;
const FOUND_AT_ONCE = 16;
/** Longer than any value we read: certificates. */
const MAX_VALUE_BYTES = 64 * 1024;

/** A CK_ATTRIBUTE array in memory. */
export function placeAttributes(library: Pkcs11Library, memory: NativeMemory, attributes: readonly Attribute[]) {
  const triples = attributes.map(({ type, value }) =>
    encodeTriple(library.layout, type, memory.place(value).address, value.length),
  );
  return { address: memory.place(Buffer.concat(triples)).address, count: BigInt(attributes.length) };
}

/** Handles of all objects that have these attributes. @throws TokenError */
export async function findObjects(
  library: Pkcs11Library,
  session: bigint,
  attributes: readonly Attribute[],
): Promise<bigint[]> {
  return withMemory(async (memory) => {
    const { ulongBytes } = library.layout;
    const template = placeAttributes(library, memory, attributes);
    const batch = memory.place(Buffer.alloc(FOUND_AT_ONCE * ulongBytes));
    const count = memory.place(ulongOf(library, 0n));
    const found: bigint[] = [];
    await library.call('C_FindObjectsInit', session, template.address, template.count);
    try {
      let length = 0;
      do {
        await library.call('C_FindObjects', session, batch.address, BigInt(FOUND_AT_ONCE), count.address);
        length = Number(decodeNumber(count.block, 0, ulongBytes));
        for (let index = 0; index < length; index += 1) {
          found.push(decodeNumber(batch.block, index * ulongBytes, ulongBytes));
        }
      } while (length > 0 && found.length < MAX_OBJECTS);
    } finally {
      await library.call('C_FindObjectsFinal', session);
    }
    return found;
  });
}

/** One value of an object; null where the object has none, or does not give it away. @throws TokenError when the token has gone */
export async function readAttribute(
  library: Pkcs11Library,
  session: bigint,
  object: bigint,
  type: bigint,
): Promise<Buffer | null> {
  return withMemory(async (memory) => {
    const { layout } = library;
    const asked = memory.place(encodeTriple(layout, type, 0n, 0));
    try {
      await library.call('C_GetAttributeValue', session, object, asked.address, 1n);
      const length = decodeNumber(asked.block, tripleLengthAt(layout), layout.ulongBytes);
      if (length === 0n) {
        return Buffer.alloc(0);
      }
      // CK_UNAVAILABLE_INFORMATION is the largest number there is
      if (length > MAX_VALUE_BYTES) {
        return null;
      }
      const value = memory.place(Buffer.alloc(Number(length)));
      const filled = memory.place(encodeTriple(layout, type, value.address, Number(length)));
      await library.call('C_GetAttributeValue', session, object, filled.address, 1n);
      return Buffer.from(value.block);
    } catch (error) {
      if (hasResult(error, CKR.ATTRIBUTE_SENSITIVE, CKR.ATTRIBUTE_TYPE_INVALID)) {
        return null;
      }
      throw error;
    }
  });
}

export async function readFlag(library: Pkcs11Library, session: bigint, object: bigint, type: bigint) {
  const value = await readAttribute(library, session, object, type);
  return value === null || value.length === 0 ? null : value[0] !== 0;
}

export async function readNumber(library: Pkcs11Library, session: bigint, object: bigint, type: bigint) {
  const { ulongBytes } = library.layout;
  const value = await readAttribute(library, session, object, type);
  return value?.length === ulongBytes ? decodeNumber(value, 0, ulongBytes) : null;
}

export async function createObject(
  library: Pkcs11Library,
  session: bigint,
  attributes: readonly Attribute[],
): Promise<void> {
  await withMemory((memory) => {
    const template = placeAttributes(library, memory, attributes);
    const handle = memory.place(ulongOf(library, 0n));
    return library.call('C_CreateObject', session, template.address, template.count, handle.address);
  });
}

export async function destroyObjects(
  library: Pkcs11Library,
  session: bigint,
  attributes: readonly Attribute[],
): Promise<void> {
  for (const object of await findObjects(library, session, attributes)) {
    await library.call('C_DestroyObject', session, object);
  }
}

/** CK_MECHANISM without parameters, of which ours have none. */
export const placeMechanism = (library: Pkcs11Library, memory: NativeMemory, mechanism: bigint): bigint =>
  memory.place(encodeTriple(library.layout, mechanism, 0n, 0)).address;
