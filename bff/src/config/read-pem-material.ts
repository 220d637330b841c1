import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';

const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const PEM_START = /-----BEGIN CERTIFICATE-----/g;

/** The certificates of a PEM text, in order. @throws Error when one of them is cut off or cannot be read */
export function certificatesOfPem(pem: string): X509Certificate[] {
  const blocks = pem.match(PEM_BLOCK) ?? [];
  if (blocks.length !== (pem.match(PEM_START) ?? []).length) {
    throw new Error('A certificate is cut off');
  }
  return blocks.map((block) => new X509Certificate(block));
}

/** What `read` gives; null where it throws. The cause is left out on purpose: it may quote a key. */
export function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Null for a key that cannot be read or is under a passphrase. */
export const privateKeyOfPem = (pem: string): KeyObject | null => orNull(() => createPrivateKey(pem));
