import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { configEntries } from '../../bff/src/config/config-schema';
import { keyIdProblems, keyRingsOf } from '../../bff/src/config/key-rings';
import { connectDatabase } from '../../bff/src/database/connect';
import { createFieldCipher, type FieldCipher } from '../../bff/src/database/field-cipher';
import { pendingMigrations } from '../../bff/src/database/migrate';
import { auditKeysOf } from '../audit/authentication-settings';
import { loadOrCreateDemoKeys } from '../demo/demo-keys';
import { PORTS } from '../start/ports';
import type { Operator } from './operator-name';
import { createOperationRecorder, type OperationRecorder } from './record-operation';

const dataFolder = join(resolve(__dirname, '../..'), '.data');

/** The settings of the BFF that commands of its operator need. */
const settingsSchema = v.object({
  MONGODB_URI: configEntries.MONGODB_URI,
  FIELD_ENCRYPTION_KEY: configEntries.FIELD_ENCRYPTION_KEY,
  FIELD_ENCRYPTION_KEY_ID: configEntries.FIELD_ENCRYPTION_KEY_ID,
  LOOKUP_HASH_KEY: configEntries.LOOKUP_HASH_KEY,
  AUDIT_KEYS: configEntries.AUDIT_KEYS,
});
type OperatorSettings = v.InferOutput<typeof settingsSchema>;

/** Those of the environment; without any of them those of the demo that `npm start` runs. @throws Error naming what is missing */
export function operatorSettings(environment: NodeJS.ProcessEnv = process.env): OperatorSettings {
  const names = Object.keys(settingsSchema.entries);
  const demo =
    names.every((name) => !environment[name]) && existsSync(join(dataFolder, 'demo-keys.json'))
      ? { ...loadOrCreateDemoKeys(dataFolder), MONGODB_URI: `mongodb://127.0.0.1:${PORTS.mongodb}/acceptance` }
      : environment;
  const parsed = v.safeParse(settingsSchema, demo);
  const problems = [
    ...(parsed.issues ?? []).map((issue) => `${v.getDotPath(issue)}: ${issue.message}`),
    ...keyIdProblems(demo),
  ];
  if (!parsed.success || problems.length > 0) {
    throw new Error(`these settings of the BFF are needed: ${problems.join(', ')}`);
  }
  return parsed.output;
}

/** What a command of the operator works with. */
export interface Operation extends OperationRecorder {
  readonly connection: Connection;
  readonly cipher: FieldCipher;
}

export interface OperationOptions {
  readonly operator: Operator;
  readonly now?: () => Date;
}

/** Opens the database of the product. @throws Error when it cannot be reached or is older than this program. */
export async function openOperation(
  settings: OperatorSettings,
  { operator, now = () => new Date() }: OperationOptions,
): Promise<Operation> {
  const auditKey = auditKeysOf(settings.AUDIT_KEYS).newest;
  const connection = await connectDatabase(settings.MONGODB_URI);
  const pending = await pendingMigrations(connection);
  if (pending.length > 0) {
    await connection.close();
    throw new Error('the database is older than this program: run `npm run migrate` first');
  }
  const cipher = createFieldCipher(keyRingsOf(settings));
  const recorder = createOperationRecorder(connection, auditKey, { operator, now });
  return {
    ...recorder,
    connection,
    cipher,
    async close() {
      await recorder.close();
      await connection.close();
    },
  };
}
