import type { CertificateToStore, StoredCertificate, TokenLogin, TokenSession } from '../token/token-driver';
import { CERTIFICATE_CATEGORY, CKA, CKC_X_509, CKO, CKR, CKU, SESSION_FLAGS } from './constants';
import { type Pkcs11Library, ulongOf } from './load-library';
import { decodeNumber } from './memory-layout';
import { withMemory } from './native-memory';
import { hasResult, TokenError } from './token-error';
import { generateKeyPair, keyAttributes, readKeys, signWithKey } from './token-keys';
import { bool, bytes, createObject, destroyObjects, findObjects, number, readAttribute, text } from './token-objects';

const octets = (pin: string): Buffer => Buffer.from(pin, 'utf8');
const isAlreadyLoggedIn = (error: unknown): boolean =>
  hasResult(error, CKR.USER_ALREADY_LOGGED_IN, CKR.USER_ANOTHER_ALREADY_LOGGED_IN);

async function logIn(library: Pkcs11Library, session: bigint, { as, pin }: TokenLogin): Promise<void> {
  const once = () =>
    withMemory((memory) => {
      const placed = octets(pin);
      const user = as === 'holder' ? CKU.USER : CKU.SO;
      return library.call('C_Login', session, user, memory.place(placed).address, BigInt(placed.length));
    });
  try {
    await once();
  } catch (error) {
    if (!isAlreadyLoggedIn(error)) {
      throw error;
    }
    // Somebody's login was left behind. It must not stand for this one: the PIN would not be looked at.
    await library.call('C_Logout', session);
    await once();
  }
}

async function readCertificates(library: Pkcs11Library, session: bigint): Promise<StoredCertificate[]> {
  const stored: StoredCertificate[] = [];
  for (const object of await findObjects(library, session, [number(library, CKA.CLASS, CKO.CERTIFICATE)])) {
    const der = await readAttribute(library, session, object, CKA.VALUE);
    const id = await readAttribute(library, session, object, CKA.ID);
    if (der && der.length > 0) {
      stored.push({ id: id?.toString('hex') ?? '', der: Uint8Array.from(der) });
    }
  }
  return stored;
}

/** CKO_CERTIFICATE with what programs look certificates up by (PKCS#11 2.40, 4.6.3). */
const certificateAttributes = (library: Pkcs11Library, certificate: CertificateToStore) => [
  number(library, CKA.CLASS, CKO.CERTIFICATE),
  number(library, CKA.CERTIFICATE_TYPE, CKC_X_509),
  number(
    library,
    CKA.CERTIFICATE_CATEGORY,
    certificate.isAuthority ? CERTIFICATE_CATEGORY.AUTHORITY : CERTIFICATE_CATEGORY.TOKEN_USER,
  ),
  bool(CKA.TOKEN, true),
  bool(CKA.PRIVATE, false),
  text(CKA.LABEL, certificate.label),
  bytes(CKA.ID, Buffer.from(certificate.id, 'hex')),
  bytes(CKA.SUBJECT, certificate.subjectDer),
  bytes(CKA.ISSUER, certificate.issuerDer),
  bytes(CKA.SERIAL_NUMBER, certificate.serialNumberDer),
  bytes(CKA.VALUE, certificate.der),
];

async function openSession(library: Pkcs11Library, slot: bigint): Promise<bigint> {
  return withMemory(async (memory) => {
    const handle = memory.place(ulongOf(library, 0n));
    await library.call('C_OpenSession', slot, SESSION_FLAGS.SERIAL | SESSION_FLAGS.RW, 0n, 0n, handle.address);
    return decodeNumber(handle.block, 0, library.layout.ulongBytes);
  });
}

/** A session with a token, logged in where a login is given; a refused login leaves none open. @throws TokenError */
export async function openPkcs11Session(
  library: Pkcs11Library,
  slot: bigint,
  login: TokenLogin | null,
): Promise<TokenSession> {
  const session = await openSession(library, slot);
  async function end(): Promise<void> {
    const ignore = (error: unknown): void => {
      if (!(error instanceof TokenError)) throw error;
    };
    if (login) {
      await library.call('C_Logout', session).catch(ignore);
    }
    await library.call('C_CloseSession', session).catch(ignore);
  }
  if (login) {
    try {
      await logIn(library, session, login);
    } catch (error) {
      await end();
      throw error;
    }
  }
  return {
    end,
    async setPin(pin) {
      const placed = octets(pin);
      await withMemory((memory) =>
        library.call('C_InitPIN', session, memory.place(placed).address, BigInt(placed.length)),
      );
    },
    async changePin(pin, newPin) {
      const [before, after] = [octets(pin), octets(newPin)];
      await withMemory((memory) =>
        library.call(
          'C_SetPIN',
          session,
          memory.place(before).address,
          BigInt(before.length),
          memory.place(after).address,
          BigInt(after.length),
        ),
      );
    },
    makeKeyPair: (key) => generateKeyPair(library, session, key),
    keys: () => readKeys(library, session),
    async removeKey(id) {
      await destroyObjects(library, session, keyAttributes(library, CKO.PRIVATE_KEY, id));
      await destroyObjects(library, session, keyAttributes(library, CKO.PUBLIC_KEY, id));
    },
    sign: (id, message) => signWithKey(library, session, id, message),
    certificates: () => readCertificates(library, session),
    storeCertificate: (certificate) => createObject(library, session, certificateAttributes(library, certificate)),
    removeCertificate: ({ id, der }) =>
      destroyObjects(library, session, [...keyAttributes(library, CKO.CERTIFICATE, id), bytes(CKA.VALUE, der)]),
  };
}
