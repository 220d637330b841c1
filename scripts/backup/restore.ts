import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { auditKeysOf } from '../audit/authentication-settings';
import { openOperation, operatorSettings } from '../operator/open-operation';
import { OPERATOR_OPTION, OPERATOR_USAGE, operatorOf } from '../operator/operator-name';
import { createOperationRecorder } from '../operator/record-operation';
import { backupKeys } from './backup-key';
import { checkBackup } from './check-backup';
import { addressOf, withDatabase } from './open-database';
import { releaseRestored } from './release-restored';
import { restoreDatabase } from './restore-database';

const USAGE = `Usage: npm run restore -- --from <folder> [--key-file <path>]
       npm run restore -- --release [--send-waiting-messages]
  --from        puts a copy back into its database (MONGODB_URI, or LOCAL_CA_MONGODB_URI for a copy of that one), which must be
                empty. Stop all processes of the BFF first. The product's database is held then: nothing is sent, paid or issued
  --release     with the BFF running: everything but messages is caught up with first, asking the gateway and the authorities what
                they know; then messages that wait are dropped, each recorded, for they may have been sent; then it works again
  --send-waiting-messages   they are sent all the same
  ${OPERATOR_USAGE}
Exit code 0: done; 1: jobs are left, run --release again; 2: not done.`;

const number = new Intl.NumberFormat('en');
const LOOK_MS = 2000;
const now = () => new Date();
const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([job, count]) => `${number.format(count)} × ${job}`).join(', ');

async function putBack(folder: string, keyFile: string | undefined, args: readonly string[]): Promise<void> {
  const keys = backupKeys(keyFile);
  const { database } = await checkBackup(resolve(folder), keys);
  const operator = operatorOf(args);
  const auditKey = database === 'product' ? auditKeysOf(operatorSettings().AUDIT_KEYS).newest : null;
  await withDatabase(addressOf(database), async (connection) => {
    const manifest = await restoreDatabase(connection, resolve(folder), {
      keys,
      now,
      onPart: ({ collection, documents }) => console.error(`${collection}: ${number.format(documents)} documents`),
    });
    console.log(`Put back: the database as of ${manifest.copiedAt}.`);
    if (!auditKey) {
      console.log(
        'Certificates that were issued after the copy are not known to this authority: read README.md, 恢复, before it issues.',
      );
      return;
    }
    const recorder = createOperationRecorder(connection, auditKey, { operator, now });
    await recorder.record({
      action: 'operator.restore',
      object: null,
      outcome: 'done',
      notes: { copiedAt: manifest.copiedAt },
    });
    await recorder.close();
    console.log('It is held: run `npm run migrate`, start the BFF, then `npm run restore -- --release`.');
  });
}

async function release(sendMessages: boolean, args: readonly string[]): Promise<number> {
  let interrupted = false;
  process.on('SIGINT', () => {
    interrupted = true;
  });
  const operation = await openOperation(operatorSettings(), { operator: operatorOf(args) });
  try {
    const { done, dropped, waiting } = await releaseRestored(operation.connection, operation, {
      now,
      sendMessages,
      async nextLook(left) {
        console.error(`the BFF works on: ${listed(left)}`);
        await new Promise((again) => setTimeout(again, LOOK_MS));
        return !interrupted;
      },
    });
    if (!done) {
      console.log(
        `NOT released yet, these jobs are left: ${listed(waiting)}. Messages stay held; run --release again.`,
      );
      return 1;
    }
    console.log(`Released. Messages dropped: ${listed(dropped) || 'none'}.`);
    return 0;
  } finally {
    await operation.close();
  }
}

/** `npm run restore`: puts a copy back, and lets the database work again. */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string' },
      release: { type: 'boolean', default: false },
      'send-waiting-messages': { type: 'boolean', default: false },
      'key-file': { type: 'string' },
      ...OPERATOR_OPTION,
    },
  });
  if (Boolean(values.from) === values.release) {
    throw new Error(USAGE);
  }
  if (values.from) {
    await putBack(values.from, values['key-file'], args);
  } else {
    process.exitCode = await release(values['send-waiting-messages'], args);
  }
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 2;
});
