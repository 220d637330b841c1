import koffi from 'koffi';
import { CKR, OS_LOCKING_OK } from './constants';
import {
  decodeNumber,
  encodeInitialisation,
  encodeNumber,
  functionPointerAt,
  type MemoryLayout,
  memoryLayoutOf,
} from './memory-layout';
import { withMemory } from './native-memory';
import { tokenErrorOf } from './token-error';

/** Place in CK_FUNCTION_LIST and parameters: `u` CK_ULONG, `b` CK_BBOOL, `p` an address. All answer CK_RV. */
const FUNCTIONS = {
  C_Initialize: [0, 'p'],
  C_Finalize: [1, 'p'],
  C_GetSlotList: [4, 'bpp'],
  C_GetTokenInfo: [6, 'up'],
  C_GetMechanismList: [7, 'upp'],
  C_InitToken: [9, 'upup'],
  C_InitPIN: [10, 'upu'],
  C_SetPIN: [11, 'upupu'],
  C_OpenSession: [12, 'uuppp'],
  C_CloseSession: [13, 'u'],
  C_Login: [18, 'uupu'],
  C_Logout: [19, 'u'],
  C_CreateObject: [20, 'upup'],
  C_DestroyObject: [22, 'uu'],
  C_GetAttributeValue: [24, 'uupu'],
  C_FindObjectsInit: [26, 'upu'],
  C_FindObjects: [27, 'upup'],
  C_FindObjectsFinal: [28, 'u'],
  C_SignInit: [42, 'upu'],
  C_Sign: [43, 'upupp'],
  C_GenerateKeyPair: [59, 'uppupupp'],
} as const satisfies Record<string, readonly [place: number, parameters: string]>;

export type Pkcs11Function = keyof typeof FUNCTIONS;
const C_TYPES: Record<string, string> = { u: 'unsigned long', b: 'uint8_t', p: 'void *' };

/** A loaded library of a token's maker. */
export interface Pkcs11Library {
  readonly layout: MemoryLayout;
  /** Addresses are bigint, 0n for none; runs in another thread, so that the agent answers meanwhile. @throws TokenError */
  call(name: Pkcs11Function, ...args: readonly (bigint | number)[]): Promise<void>;
  /** Afterwards nothing may be called. */
  close(): Promise<void>;
}

type AsyncFunction = { async(...args: unknown[]): void };

function bindFunction(pointer: bigint, name: Pkcs11Function): AsyncFunction {
  const parameters = [...FUNCTIONS[name][1]].map((letter) => C_TYPES[letter] ?? 'void *');
  // without a name: koffi keeps names for the life of the process and refuses one twice
  return koffi.decode(pointer, koffi.proto('unsigned long', parameters)) as AsyncFunction;
}

/**
 * Loads a PKCS#11 library and initialises it. Called through koffi, whose binary comes inside its npm package: bindings that are compiled
 * on the spot (pkcs11js) need a compiler and node's headers on each desk, and node-gyp fetches the latter.
 * @throws Error when the file is no such library; TokenError when it does not start
 */
export async function loadPkcs11Library(
  path: string,
  layout = memoryLayoutOf(process.platform, process.arch),
): Promise<Pkcs11Library> {
  const library = koffi.load(path);
  const tableAddress = await withMemory(async (memory) => {
    const { block, address } = memory.place(Buffer.alloc(layout.pointerBytes));
    const result = Number(library.func('unsigned long C_GetFunctionList(void *list)')(address));
    if (result !== CKR.OK) {
      throw tokenErrorOf('C_GetFunctionList', result);
    }
    return decodeNumber(block, 0, layout.pointerBytes);
  });
  const names = Object.keys(FUNCTIONS) as Pkcs11Function[];
  const lastPlace = Math.max(...names.map((name) => FUNCTIONS[name][0]));
  const table = Buffer.from(koffi.view(tableAddress, functionPointerAt(layout, lastPlace + 1)));
  const functions = new Map(
    names.map((name) => {
      const pointer = decodeNumber(table, functionPointerAt(layout, FUNCTIONS[name][0]), layout.pointerBytes);
      return [name, bindFunction(pointer, name)];
    }),
  );

  const invoke = (name: Pkcs11Function, args: readonly unknown[]): Promise<number> =>
    new Promise((resolve, reject) => {
      functions.get(name)?.async(...args, (error: Error | null, result: number | bigint) => {
        if (error) reject(error);
        else resolve(Number(result));
      });
    });
  async function call(name: Pkcs11Function, ...args: readonly (bigint | number)[]): Promise<void> {
    const parameters = FUNCTIONS[name][1];
    const result = await invoke(
      name,
      args.map((value, index) => (parameters[index] === 'p' && value === 0n ? null : value)),
    );
    if (result !== CKR.OK) {
      throw tokenErrorOf(name, result);
    }
  }

  await withMemory((memory) => call('C_Initialize', memory.place(encodeInitialisation(layout, OS_LOCKING_OK)).address));
  return { layout, call, close: () => call('C_Finalize', 0n) };
}

/** A CK_ULONG of this library in memory. */
export const ulongOf = ({ layout }: Pkcs11Library, value: bigint): Buffer => encodeNumber(value, layout.ulongBytes);
