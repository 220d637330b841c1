import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Our own keys of a demo installation, as settings. Their ids say `demo`, so that production refuses them. */
export interface DemoKeys extends Record<string, string> {
  FIELD_ENCRYPTION_KEY: string;
  FIELD_ENCRYPTION_KEY_ID: string;
  LOOKUP_HASH_KEY: string;
  ACCESS_TOKEN_KEY: string;
  ACCESS_TOKEN_KEY_ID: string;
  AUDIT_KEYS: string;
  KUAIDI100_SALT: string;
  /** Not a setting of the BFF: how the demo's member of staff signs in. */
  DEMO_STAFF_PASSWORD: string;
}

const key = (): string => randomBytes(32).toString('base64');

export const createDemoKeys = (): DemoKeys => ({
  FIELD_ENCRYPTION_KEY: key(),
  FIELD_ENCRYPTION_KEY_ID: 'demo-1',
  LOOKUP_HASH_KEY: key(),
  ACCESS_TOKEN_KEY: key(),
  ACCESS_TOKEN_KEY_ID: 'demo-1',
  AUDIT_KEYS: `demo-1:${key()}`,
  KUAIDI100_SALT: `demo${randomBytes(16).toString('hex')}`,
  DEMO_STAFF_PASSWORD: randomBytes(9).toString('base64url'),
});

/**
 * The keys kept in `folder`, made at the first start: without them the stored data could not be read again. What a newer
 * program needs besides is added.
 */
export function loadOrCreateDemoKeys(folder: string): DemoKeys {
  const path = join(folder, 'demo-keys.json');
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<DemoKeys>) : {};
  const keys = { ...createDemoKeys(), ...kept } as DemoKeys;
  if (Object.keys(kept).length < Object.keys(keys).length) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  }
  return keys;
}
