import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The keys that WeChat Pay signs with, by the serial in `Wechatpay-Serial`: public keys (`PUB_KEY_ID_…`) and platform
 * certificates side by side, for WeChat moves callbacks from one to the other by shares, over days.
 */
export interface PlatformKeys {
  /** The serial that our requests ask answers to be signed with. */
  readonly preferred: string;
  /** PEM of each key, by serial. The same object as long as nothing has changed. */
  all(): Readonly<Record<string, string>>;
}

interface PlatformKeySettings {
  readonly publicKeyId: string;
  readonly publicKeyPem: string;
  /** More keys: a certificate in any `.pem`, a public key in `<serial>.pem`. Looked at again when it changes; empty: none. */
  readonly folder: string;
  readonly now: () => Date;
}

/** How often the folder is looked at: a new key is known that soon, without a restart. */
const LOOK_EVERY_MS = 10_000;

/** Serial and key of one file; null for what is neither certificate nor named after its serial. */
function keyIn(folder: string, name: string): [serial: string, pem: string] | null {
  const pem = readFileSync(join(folder, name), 'utf8');
  if (pem.includes('-----BEGIN CERTIFICATE-----')) {
    return [new X509Certificate(pem).serialNumber, pem];
  }
  return pem.includes('-----BEGIN PUBLIC KEY-----') ? [name.slice(0, -'.pem'.length), pem] : null;
}

const stateOf = (folder: string, names: readonly string[]): string =>
  names.map((name) => `${name}:${statSync(join(folder, name)).mtimeMs}`).join('|');

export function createPlatformKeys({ publicKeyId, publicKeyPem, folder, now }: PlatformKeySettings): PlatformKeys {
  const own = { [publicKeyId]: publicKeyPem };
  let known: Readonly<Record<string, string>> = own;
  let seen = '';
  let lookAt = 0;
  const look = (): void => {
    const names = readdirSync(folder)
      .filter((name) => name.endsWith('.pem'))
      .sort();
    const state = stateOf(folder, names);
    if (state !== seen) {
      const found = names.map((name) => keyIn(folder, name)).filter((key) => key !== null);
      known = { ...Object.fromEntries(found), ...own };
      seen = state;
    }
  };
  return {
    preferred: publicKeyId,
    all() {
      if (folder !== '' && now().getTime() >= lookAt) {
        lookAt = now().getTime() + LOOK_EVERY_MS;
        try {
          look();
        } catch {
          // A file that is being written, or a folder that is gone for a moment: what was known stays known.
        }
      }
      return known;
    },
  };
}
