import { TOKEN_KEY_ALGORITHMS, type TokenKeyAlgorithm } from '@acceptance/shared';
import type { TokenDriver, TokenState } from '../token/token-driver';
import { CKF, CKM } from './constants';
import { loadPkcs11Library, type Pkcs11Library, ulongOf } from './load-library';
import { decodeNumber, decodeTokenInfo, TOKEN_INFO_BYTES, type TokenInfo } from './memory-layout';
import { withMemory } from './native-memory';
import { openPkcs11Session } from './open-pkcs11-session';
import { TokenError } from './token-error';
import { MECHANISM_OF } from './token-keys';

const LABEL_BYTES = 32;
/** More than any PC has slots and any token mechanisms. */
const MAX_LISTED = 1024;

type ListCall = (list: bigint, count: bigint) => Promise<void>;

/** CK_ULONGs of a call that says how many there are when it is given no list. */
async function readList(library: Pkcs11Library, call: ListCall): Promise<bigint[]> {
  return withMemory(async (memory) => {
    const { ulongBytes } = library.layout;
    const count = memory.place(ulongOf(library, 0n));
    const length = () => Math.min(MAX_LISTED, Number(decodeNumber(count.block, 0, ulongBytes)));
    await call(0n, count.address);
    if (length() === 0) {
      return [];
    }
    const list = memory.place(Buffer.alloc(length() * ulongBytes));
    await call(list.address, count.address);
    return Array.from({ length: length() }, (_, index) => decodeNumber(list.block, index * ulongBytes, ulongBytes));
  });
}

const readTokenInfo = (library: Pkcs11Library, slot: bigint): Promise<TokenInfo> =>
  withMemory(async (memory) => {
    const info = memory.place(Buffer.alloc(TOKEN_INFO_BYTES));
    await library.call('C_GetTokenInfo', slot, info.address);
    return decodeTokenInfo(library.layout, info.block);
  });

/** PKCS#11 2.40 has no numbers for SM2, and each maker has others: a token that has it says so in no way that could be relied on. */
function algorithmsOf(mechanisms: readonly bigint[]): TokenKeyAlgorithm[] {
  const has = (mechanism: bigint | undefined): boolean => mechanism !== undefined && mechanisms.includes(mechanism);
  return TOKEN_KEY_ALGORITHMS.filter(
    (algorithm) => has(MECHANISM_OF[algorithm]) && has(algorithm.startsWith('rsa-') ? CKM.RSA_PKCS : CKM.ECDSA),
  );
}

function stateOf(slot: bigint, info: TokenInfo, mechanisms: readonly bigint[]): TokenState {
  const is = (flag: bigint): boolean => (info.flags & flag) !== 0n;
  return {
    slot,
    serial: info.serial,
    label: info.label,
    model: info.model,
    manufacturer: info.manufacturer,
    isInitialised: is(CKF.TOKEN_INITIALIZED),
    hasPin: is(CKF.USER_PIN_INITIALIZED),
    isLastTry: is(CKF.USER_PIN_FINAL_TRY),
    // PINs of a token that has none yet may be called locked: SoftHSM does
    isLocked: is(CKF.TOKEN_INITIALIZED) && is(CKF.USER_PIN_INITIALIZED) && is(CKF.USER_PIN_LOCKED),
    isAdminLocked: is(CKF.TOKEN_INITIALIZED) && is(CKF.SO_PIN_LOCKED),
    pinLength: { min: info.minPinLength, max: info.maxPinLength },
    algorithms: algorithmsOf(mechanisms),
  };
}

/** Drives the tokens of a PKCS#11 library. @throws Error when the file is no such library */
export async function createPkcs11Driver(path: string): Promise<TokenDriver> {
  const library = await loadPkcs11Library(path);

  async function readState(slot: bigint): Promise<TokenState | null> {
    try {
      const mechanisms = await readList(library, (list, count) =>
        library.call('C_GetMechanismList', slot, list, count),
      );
      return stateOf(slot, await readTokenInfo(library, slot), mechanisms);
    } catch (error) {
      // pulled out since the slots were listed
      if (error instanceof TokenError && error.reason === 'removed') {
        return null;
      }
      throw error;
    }
  }

  return {
    async tokens() {
      const withToken = 1;
      const slots = await readList(library, (list, count) => library.call('C_GetSlotList', withToken, list, count));
      const states: TokenState[] = [];
      for (const slot of slots) {
        const state = await readState(slot);
        if (state) states.push(state);
      }
      return states;
    },
    async initialise(slot, adminPin, label) {
      const pin = Buffer.from(adminPin, 'utf8');
      await withMemory((memory) =>
        library.call(
          'C_InitToken',
          slot,
          memory.place(pin).address,
          BigInt(pin.length),
          memory.place(Buffer.from(label.padEnd(LABEL_BYTES, ' '), 'utf8')).address,
        ),
      );
    },
    open: (slot, login) => openPkcs11Session(library, slot, login),
    close: () => library.close(),
  };
}
