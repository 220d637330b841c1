import type { TokenDriver, TokenSession } from '../token/token-driver';

/**
 * A driver whose nth call is its last: it throws before or after the token did what was asked, and so does every call behind it. Calls
 * of sessions count like its own. `calls` says how many were made.
 */
export function breakingDriver(
  driver: TokenDriver,
  breakAt: number,
  when: 'before' | 'after',
  failure: () => Error,
): { driver: TokenDriver; calls(): number } {
  let calls = 0;
  async function pass<T>(act: () => Promise<T>): Promise<T> {
    calls += 1;
    if (calls > breakAt || (calls === breakAt && when === 'before')) {
      throw failure();
    }
    const result = await act();
    if (calls === breakAt) {
      throw failure();
    }
    return result;
  }
  const wrapSession = (session: TokenSession): TokenSession => ({
    setPin: (pin) => pass(() => session.setPin(pin)),
    changePin: (pin, newPin) => pass(() => session.changePin(pin, newPin)),
    makeKeyPair: (key) => pass(() => session.makeKeyPair(key)),
    keys: () => pass(() => session.keys()),
    removeKey: (id) => pass(() => session.removeKey(id)),
    sign: (id, message) => pass(() => session.sign(id, message)),
    certificates: () => pass(() => session.certificates()),
    storeCertificate: (certificate) => pass(() => session.storeCertificate(certificate)),
    removeCertificate: (certificate) => pass(() => session.removeCertificate(certificate)),
    // the session of a token that is gone, or of a program that was killed, is closed by nobody's doing
    end: () => session.end(),
  });
  return {
    calls: () => calls,
    driver: {
      tokens: () => pass(() => driver.tokens()),
      initialise: (slot, adminPin, label) => pass(() => driver.initialise(slot, adminPin, label)),
      open: (slot, login) => pass(async () => wrapSession(await driver.open(slot, login))),
      close: () => driver.close(),
    },
  };
}
