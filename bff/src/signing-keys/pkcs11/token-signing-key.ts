import { createHash } from 'node:crypto';
import { type PublicKey, type SigningKey, signatureAlgorithmOf, verifySignature } from '../../pki';
import { isPinRefusal } from './pkcs11-error';
import {
  type Attribute,
  CKA,
  CKK,
  CKM,
  CKO_PRIVATE_KEY,
  loadPkcs11Module,
  type Pkcs11Module,
  ulong,
} from './pkcs11-module';
import type { Pkcs11KeyName } from './pkcs11-uri';

/** A key in a token cannot be used as named; the message names no PIN and no key. */
export class TokenKeyError extends Error {
  override readonly name = 'TokenKeyError';
  constructor(
    /** `absent`: the token may come back; `unfit`: it is there, and has not the key that was named. */
    readonly kind: 'absent' | 'unfit',
    message: string,
  ) {
    super(message);
  }
}

interface OpenKey {
  readonly session: bigint;
  readonly handle: bigint;
}

/** The keys that are named so, in a session that is logged in. */
interface FoundKeys {
  readonly session: bigint;
  readonly handles: readonly bigint[];
}

/** r and s, each half of what CKM_ECDSA gives, as certificates want them: SEQUENCE { INTEGER, INTEGER } (RFC 3279, 2.2.3). */
export function ecdsaSignatureDer(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2;
  const integers = [raw.subarray(0, half), raw.subarray(half)].map((octets) => {
    const first = octets.findIndex((octet) => octet !== 0);
    const digits = first < 0 ? Uint8Array.of(0) : octets.subarray(first);
    const positive = (digits[0] ?? 0) & 0x80 ? Uint8Array.of(0, ...digits) : digits;
    return Uint8Array.of(0x02, positive.length, ...positive);
  });
  const content = Buffer.concat(integers);
  return content.length < 0x80
    ? Uint8Array.of(0x30, content.length, ...content)
    : Uint8Array.of(0x30, 0x81, content.length, ...content);
}

function findKeys(module: Pkcs11Module, { token, object, id }: Pkcs11KeyName, pin: string): FoundKeys {
  const slot = module.findSlot(token);
  if (slot === null) {
    throw new TokenKeyError('absent', `there is no token labelled ${token}`);
  }
  const session = module.openSession(slot);
  module.login(session, pin);
  const wanted: Attribute[] = [{ type: CKA.CLASS, value: ulong(CKO_PRIVATE_KEY) }];
  if (object !== null) {
    wanted.push({ type: CKA.LABEL, value: Buffer.from(object, 'utf8') });
  }
  if (id !== null) {
    wanted.push({ type: CKA.ID, value: id });
  }
  return { session, handles: module.findObjects(session, wanted) };
}

function mechanismFor({ algorithm }: PublicKey): { mechanism: bigint; keyType: bigint; digest: string | null } {
  if (algorithm === 'sm2') {
    throw new TokenKeyError('unfit', 'PKCS#11 2.40 has no mechanism for SM2');
  }
  return algorithm.startsWith('rsa-')
    ? { mechanism: CKM.SHA256_RSA_PKCS, keyType: CKK.RSA, digest: null }
    : { mechanism: CKM.ECDSA, keyType: CKK.EC, digest: algorithm === 'ecdsa-p384' ? 'sha384' : 'sha256' };
}

/**
 * The private key of a certificate, in a token. It signs once here: a key that does not belong to `publicKey`, a wrong PIN or a token
 * that is not there must show at start. Of several that are named so it is the one of the certificate: a key and the one that is to
 * follow it may have one name. A session that was lost later (the token was restarted) is opened once more.
 * @throws TokenKeyError, Pkcs11Error
 */
export async function openTokenSigningKey(name: Pkcs11KeyName, pin: string, publicKey: PublicKey): Promise<SigningKey> {
  const { mechanism, keyType, digest } = mechanismFor(publicKey);
  const signatureAlgorithm = signatureAlgorithmOf(publicKey.algorithm);
  let module: Pkcs11Module;
  let open: OpenKey;

  function signWith({ session, handle }: OpenKey, message: Uint8Array): Uint8Array {
    const data = digest === null ? message : createHash(digest).update(message).digest();
    const signature = module.sign(session, mechanism, handle, data);
    return digest === null ? signature : ecdsaSignatureDer(signature);
  }

  function pick({ session, handles }: FoundKeys): OpenKey {
    const ofKind = handles.filter((handle) => module.readNumber(session, handle, CKA.KEY_TYPE) === keyType);
    const ours = ofKind.find((handle) => {
      const signature = signWith({ session, handle }, PROBE);
      return verifySignature(publicKey, signatureAlgorithm, PROBE, signature);
    });
    if (ours !== undefined) {
      return { session, handle: ours };
    }
    module.closeSession(session);
    throw new TokenKeyError('unfit', whyNone(handles.length, ofKind.length));
  }

  function openOnce(): void {
    // The library may have been finalised with the token's end; where it was not, loading it changes nothing.
    module = loadPkcs11Module(name.modulePath);
    open = pick(findKeys(module, name, pin));
  }

  let pinWasRefused = false;
  function reopen(): void {
    try {
      openOnce();
    } catch (error) {
      pinWasRefused = isPinRefusal(error);
      throw error;
    }
  }

  openOnce();
  return {
    algorithm: publicKey.algorithm,
    publicKeyInfoDer: publicKey.publicKeyInfoDer,
    async sign(message) {
      try {
        return signWith(open, message);
      } catch (error) {
        if (pinWasRefused) {
          throw error;
        }
        reopen();
        return signWith(open, message);
      }
    },
  };
}

const PROBE = Buffer.from('does this key belong to its certificate?');

function whyNone(named: number, ofKind: number): string {
  if (named === 0) {
    return 'the token has no such private key';
  }
  if (ofKind === 0) {
    return 'the private key is of another kind than its certificate';
  }
  return named === 1
    ? 'the private key does not belong to its certificate'
    : 'several private keys are named so, and none of them belongs to the certificate';
}
