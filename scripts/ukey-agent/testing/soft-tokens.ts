import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import koffi from 'koffi';

/** Where Debian puts it; and Fedora and Homebrew. */
const PLACES = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
];

/** @throws Error naming the Debian package: a test that cannot run must not look as if it had passed */
export function softTokenLibrary(): string {
  const found = PLACES.find((path) => existsSync(path));
  if (!found) {
    throw new Error('SoftHSM2 is missing: these tests drive its tokens. As root: apt-get install softhsm2');
  }
  return found;
}

/** An empty place for tokens of SoftHSM2. */
export interface SoftTokens {
  readonly folder: string;
  /** For agents that run as processes of their own. */
  readonly env: { readonly SOFTHSM2_CONF: string };
  /** For the library in this process. */
  use(): void;
  remove(): void;
}

/**
 * SoftHSM2 reads the environment of the process, of which jest's `process.env` is a copy that no library sees.
 */
function setEnvironment(name: string, value: string): void {
  const setenv = koffi.load(null).func('int setenv(const char *name, const char *value, int overwrite)');
  setenv(name, value, 1);
}

export function makeSoftTokens(): SoftTokens {
  const folder = mkdtempSync(join(tmpdir(), 'soft-tokens-'));
  mkdirSync(join(folder, 'tokens'));
  const configuration = join(folder, 'softhsm2.conf');
  writeFileSync(
    configuration,
    `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  );
  return {
    folder,
    env: { SOFTHSM2_CONF: configuration },
    use: () => setEnvironment('SOFTHSM2_CONF', configuration),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
