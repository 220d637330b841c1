import { hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createKeyRing, type KeyRing, parseKeyRing } from '../../bff/src/keys/key-ring';

const SETTING = 'BACKUP_KEY';

/**
 * The ring `KEY_ID:key,KEY_ID:key` of a file, else of the setting: the newest seals, all open. It is none of the BFF's settings, for
 * whoever breaks into the BFF must not read its copies of before.
 * @throws Error naming what is wrong with the ring, never a key of it
 */
export function backupKeys(
  keyFile: string | undefined,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): KeyRing {
  const text = keyFile ? readFileSync(keyFile, 'utf8') : (environment[SETTING] ?? '');
  if (text.trim() === '') {
    throw new Error(`a key is needed: --key-file <path>, or ${SETTING} (KEY_ID:32 bytes in base64)`);
  }
  const name = keyFile ? '--key-file' : SETTING;
  const { keys, errors } = parseKeyRing(text);
  if (errors.length > 0) {
    throw new Error(`${name}: ${errors.join('; ')}`);
  }
  return createKeyRing(name, keys);
}

/** Each part and the manifest have keys of their own, so that a counter can be the nonce. */
export const derivedKey = (key: Buffer, salt: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, use, 32));
