import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { configEntries } from '../../bff/src/config/config-schema';
import { createKeyRing, type KeyRing, parseKeyRing } from '../../bff/src/keys/key-ring';
import type { Authentication } from '../../bff/src/modules/audit';
import { loadOrCreateDemoKeys } from '../demo/demo-keys';

type Environment = Readonly<Record<string, string | undefined>>;

const dataFolder = join(resolve(__dirname, '../..'), '.data');

/** @throws Error naming what is wrong with the ring, never a key of it */
export function auditKeysOf(ring: string): KeyRing {
  const { keys, errors } = parseKeyRing(ring);
  if (errors.length > 0) {
    throw new Error(`AUDIT_KEYS: ${errors.join('; ')}`);
  }
  return createKeyRing('AUDIT_KEYS', keys);
}

/** How records of the audit log are authenticated, by settings of the BFF; null without keys. @throws Error */
export function authenticationOf({ AUDIT_KEYS, AUDIT_AUTHENTICATED_FROM }: Environment): Authentication | null {
  if (!AUDIT_KEYS) {
    return null;
  }
  const from = v.safeParse(configEntries.AUDIT_AUTHENTICATED_FROM, AUDIT_AUTHENTICATED_FROM || undefined);
  if (!from.success) {
    throw new Error(`AUDIT_AUTHENTICATED_FROM: ${from.issues[0].message}`);
  }
  return { keys: auditKeysOf(AUDIT_KEYS), from: from.output };
}

/** Those of the demo that `npm start` runs, where it was ever started. */
export const demoAuditSettings = (environment: Environment): Environment =>
  existsSync(join(dataFolder, 'demo-keys.json'))
    ? { ...environment, AUDIT_KEYS: loadOrCreateDemoKeys(dataFolder).AUDIT_KEYS }
    : environment;
