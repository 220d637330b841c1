import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import koffi from 'koffi';

/** Where Debian's libsofthsm2 puts it. */
export const SOFTHSM_MODULE = '/usr/lib/softhsm/libsofthsm2.so';
export const TOKEN_PIN = '648219';

/**
 * A library is initialised for the whole process, with the configuration of that moment; jest runs one file after the other
 * in one process. Whoever begins, and whoever has ended, leaves it as it was found.
 */
export function finaliseSoftHsm(): void {
  koffi.load(SOFTHSM_MODULE).func('uint64_t C_Finalize(void *reserved)')(null);
}

export interface SoftToken {
  /** Puts a PKCS#8 key into the token; answers its RFC 7512 URI. */
  importKey(label: string, id: string, pkcs8Pem: string): string;
}

/**
 * A token of SoftHSM2 in `folder`. @throws Error that names the Debian package when it is not installed: tests of keys in tokens must
 * not be left out in silence
 */
export function createSoftToken(folder: string, label: string): SoftToken {
  if (!existsSync(SOFTHSM_MODULE)) {
    throw new Error(`SoftHSM2 is missing: install the Debian package softhsm2 (${SOFTHSM_MODULE})`);
  }
  const configuration = join(folder, 'softhsm2.conf');
  const tokens = join(folder, 'tokens');
  mkdirSync(tokens, { recursive: true });
  writeFileSync(configuration, `directories.tokendir = ${tokens}\nlog.level = ERROR\n`);
  // The library asks the environment of the process itself, of which jest shows its tests a copy.
  koffi.load(null).func('int setenv(const char *name, const char *value, int overwrite)')(
    'SOFTHSM2_CONF',
    configuration,
    1,
  );
  finaliseSoftHsm();
  const run = (...args: string[]) =>
    execFileSync('softhsm2-util', args, { env: { ...process.env, SOFTHSM2_CONF: configuration }, stdio: 'pipe' });
  run('--init-token', '--free', '--label', label, '--pin', TOKEN_PIN, '--so-pin', '99887766');
  return {
    importKey(keyLabel, id, pkcs8Pem) {
      const file = join(folder, `${keyLabel}.pem`);
      writeFileSync(file, pkcs8Pem, { mode: 0o600 });
      run('--import', file, '--token', label, '--label', keyLabel, '--id', id, '--pin', TOKEN_PIN);
      return `pkcs11:token=${label};object=${keyLabel}?module-path=${SOFTHSM_MODULE}`;
    },
  };
}
