import { createHash } from 'node:crypto';
import type { TokenKeyAlgorithm } from '@acceptance/shared';
import {
  algorithmOf,
  ecdsaSignatureDer,
  P256_PARAMETERS,
  p256PublicKeyDer,
  rsaPublicKeyDer,
} from '../token/public-key';
import type { TokenKey } from '../token/token-driver';
import { CKA, CKK, CKM, CKO } from './constants';
import { type Pkcs11Library, ulongOf } from './load-library';
import { decodeNumber } from './memory-layout';
import { withMemory } from './native-memory';
import { TokenError } from './token-error';
import {
  type Attribute,
  bool,
  bytes,
  findObjects,
  number,
  placeAttributes,
  placeMechanism,
  readAttribute,
  readFlag,
  readNumber,
  text,
} from './token-objects';

const PUBLIC_EXPONENT = Uint8Array.of(1, 0, 1);
const MAX_SIGNATURE_BYTES = 1024;
/** DER of DigestInfo for SHA-256 without the digest (RFC 8017, 9.2, note 1). */
const SHA256_DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

export const MECHANISM_OF: Partial<Record<TokenKeyAlgorithm, bigint>> = {
  'rsa-2048': CKM.RSA_PKCS_KEY_PAIR_GEN,
  'rsa-3072': CKM.RSA_PKCS_KEY_PAIR_GEN,
  'ecdsa-p256': CKM.EC_KEY_PAIR_GEN,
};

export const keyAttributes = (library: Pkcs11Library, keyClass: bigint, id: string): Attribute[] => [
  number(library, CKA.CLASS, keyClass),
  bytes(CKA.ID, Buffer.from(id, 'hex')),
];

/** A key pair that signs, stays in the token and cannot be read. @throws TokenError */
export async function generateKeyPair(
  library: Pkcs11Library,
  session: bigint,
  { id, name, algorithm }: { id: string; name: string; algorithm: TokenKeyAlgorithm },
): Promise<void> {
  const mechanism = MECHANISM_OF[algorithm];
  if (mechanism === undefined) {
    throw new TokenError('unsupported', algorithm);
  }
  const named = [bytes(CKA.ID, Buffer.from(id, 'hex')), text(CKA.LABEL, name)];
  const kind =
    algorithm === 'ecdsa-p256'
      ? [bytes(CKA.EC_PARAMS, P256_PARAMETERS)]
      : [
          number(library, CKA.MODULUS_BITS, algorithm === 'rsa-3072' ? 3072n : 2048n),
          bytes(CKA.PUBLIC_EXPONENT, PUBLIC_EXPONENT),
        ];
  await withMemory((memory) => {
    const publicHalf = placeAttributes(library, memory, [
      ...named,
      ...kind,
      bool(CKA.TOKEN, true),
      bool(CKA.PRIVATE, false),
      bool(CKA.VERIFY, true),
    ]);
    const privateHalf = placeAttributes(library, memory, [
      ...named,
      bool(CKA.TOKEN, true),
      bool(CKA.PRIVATE, true),
      bool(CKA.SENSITIVE, true),
      bool(CKA.EXTRACTABLE, false),
      bool(CKA.SIGN, true),
    ]);
    const handles = [memory.place(ulongOf(library, 0n)), memory.place(ulongOf(library, 0n))];
    return library.call(
      'C_GenerateKeyPair',
      session,
      placeMechanism(library, memory, mechanism),
      publicHalf.address,
      publicHalf.count,
      privateHalf.address,
      privateHalf.count,
      handles[0]?.address ?? 0n,
      handles[1]?.address ?? 0n,
    );
  });
}

async function readPublicKey(library: Pkcs11Library, session: bigint, id: string): Promise<Uint8Array | null> {
  const [object] = await findObjects(library, session, keyAttributes(library, CKO.PUBLIC_KEY, id));
  if (object === undefined) {
    return null;
  }
  const read = (type: bigint) => readAttribute(library, session, object, type);
  if ((await readNumber(library, session, object, CKA.KEY_TYPE)) === CKK.RSA) {
    const [modulus, exponent] = [await read(CKA.MODULUS), await read(CKA.PUBLIC_EXPONENT)];
    return modulus && exponent ? rsaPublicKeyDer(modulus, exponent) : null;
  }
  const [parameters, point] = [await read(CKA.EC_PARAMS), await read(CKA.EC_POINT)];
  return parameters?.equals(P256_PARAMETERS) && point ? p256PublicKeyDer(point) : null;
}

/** All private keys that the holder sees. @throws TokenError */
export async function readKeys(library: Pkcs11Library, session: bigint): Promise<TokenKey[]> {
  const keys: TokenKey[] = [];
  for (const object of await findObjects(library, session, [number(library, CKA.CLASS, CKO.PRIVATE_KEY)])) {
    const id = (await readAttribute(library, session, object, CKA.ID))?.toString('hex') ?? '';
    const publicKeyDer = await readPublicKey(library, session, id);
    const flags = [
      [CKA.LOCAL, true],
      [CKA.EXTRACTABLE, false],
      [CKA.NEVER_EXTRACTABLE, true],
      [CKA.SENSITIVE, true],
      [CKA.ALWAYS_SENSITIVE, true],
    ] as const;
    let isProtected = true;
    for (const [type, wanted] of flags) {
      isProtected &&= (await readFlag(library, session, object, type)) === wanted;
    }
    keys.push({
      id,
      name: (await readAttribute(library, session, object, CKA.LABEL))?.toString('utf8') ?? '',
      algorithm: publicKeyDer && algorithmOf(publicKeyDer),
      publicKeyDer,
      isProtected,
    });
  }
  return keys;
}

async function signRaw(library: Pkcs11Library, session: bigint, key: bigint, mechanism: bigint, data: Uint8Array) {
  return withMemory(async (memory) => {
    const input = memory.place(data);
    const signature = memory.place(Buffer.alloc(MAX_SIGNATURE_BYTES));
    const length = memory.place(ulongOf(library, BigInt(MAX_SIGNATURE_BYTES)));
    await library.call('C_SignInit', session, placeMechanism(library, memory, mechanism), key);
    await library.call('C_Sign', session, input.address, BigInt(data.length), signature.address, length.address);
    return Uint8Array.from(
      signature.block.subarray(0, Number(decodeNumber(length.block, 0, library.layout.ulongBytes))),
    );
  });
}

/** See TokenSession.sign. The digest is made here: tokens that hash by themselves are slow over USB, and some cannot. @throws TokenError */
export async function signWithKey(
  library: Pkcs11Library,
  session: bigint,
  id: string,
  message: Uint8Array,
): Promise<Uint8Array> {
  const [key] = await findObjects(library, session, keyAttributes(library, CKO.PRIVATE_KEY, id));
  if (key === undefined) {
    throw new TokenError('failed', 'no such private key');
  }
  const digest = createHash('sha256').update(message).digest();
  return (await readNumber(library, session, key, CKA.KEY_TYPE)) === CKK.RSA
    ? signRaw(library, session, key, CKM.RSA_PKCS, Buffer.concat([SHA256_DIGEST_INFO, digest]))
    : ecdsaSignatureDer(await signRaw(library, session, key, CKM.ECDSA, digest));
}
