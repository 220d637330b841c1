import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { authenticationOf, demoAuditSettings } from '../audit/authentication-settings';
import { describeReport } from '../audit/describe-report';
import { backUpDatabase } from './back-up-database';
import { backupKeys } from './backup-key';
import { checkBackup } from './check-backup';
import { folderOf, removeOlderCopies } from './kept-copies';
import { DATABASES, type DatabaseName, type ManifestPart } from './manifest';
import { addressOf, withDatabase } from './open-database';
import { verifyBackup } from './verify-backup';

const USAGE = `Usage: npm run backup -- --to <folder> [--database product|local-ca] [--key-file <path>] [--accept-mixed-moments]
       npm run backup -- --in <folder> [--keep <number>] [--key-file <path>] [--accept-mixed-moments]
       npm run backup -- --check <folder> [--key-file <path>]
       npm run backup -- --verify <folder> [--key-file <path>]
  --to          copies the database (MONGODB_URI, or LOCAL_CA_MONGODB_URI) with its files into a new folder, sealed
  --in          the same of every database that the settings name, each into a folder of its own in there, named by the time;
                --keep: only so many of each stay, 14 when left out
  --check       looks whether all files of a copy are as they were written, without opening them
  --verify      puts a copy back into the empty database of BACKUP_VERIFY_URI, walks the audit chain there, and empties it again
  --key-file    file with KEY_ID:key (32 bytes in base64); else BACKUP_KEY. It is in no copy: without it no copy opens
  --accept-mixed-moments   also from a server that is no replica set, whose collections are read one after the other
Exit code 0: done; 1: damaged, or the audit chain is broken; 2: not done.`;

const number = new Intl.NumberFormat('en');
const sayPart = ({ collection, documents, bytes }: ManifestPart): void =>
  console.error(`${collection}: ${number.format(documents)} documents, ${number.format(bytes)} bytes`);
const now = () => new Date();

interface Copying {
  readonly keyFile: string | undefined;
  readonly acceptsMixed: boolean;
}

async function copy(folder: string, database: DatabaseName, { keyFile, acceptsMixed }: Copying): Promise<void> {
  const keys = backupKeys(keyFile);
  const mayMixMoments = acceptsMixed || process.env.NODE_ENV !== 'production';
  const options = { database, keys, now, mayMixMoments, onPart: sayPart };
  const manifest = await withDatabase(addressOf(database), (connection) =>
    backUpDatabase(connection.getClient(), resolve(folder), options),
  );
  console.log(
    `Copied ${manifest.parts.length} collections as of ${manifest.copiedAt}, sealed by the key ${manifest.keyId}: ${folder}`,
  );
  if (!manifest.ofOneMoment) {
    console.log(
      'NOT of one moment: this server is no replica set, what was written meanwhile may stand in one collection and not in another.',
    );
  }
}

/** The authority's own database last: its copy then knows every certificate that the product's copy knows. */
async function copyAll(parent: string, keep: number, copying: Copying): Promise<void> {
  const databases = DATABASES.filter((name) => name === 'product' || process.env.LOCAL_CA_MONGODB_URI);
  for (const database of databases) {
    await copy(folderOf(resolve(parent), database, now()), database, copying);
    const removed = await removeOlderCopies(resolve(parent), database, keep);
    if (removed.length > 0) {
      console.log(`Removed: ${removed.join(', ')}`);
    }
  }
}

async function verify(folder: string, keyFile: string | undefined): Promise<number> {
  const keys = backupKeys(keyFile);
  const uri = process.env.BACKUP_VERIFY_URI;
  if (!uri) {
    throw new Error('BACKUP_VERIFY_URI is needed: the address of an empty database, which is emptied again');
  }
  const authentication = authenticationOf(process.env.AUDIT_KEYS ? process.env : demoAuditSettings(process.env));
  const started = performance.now();
  const options = { keys, now, onPart: sayPart, progress: process.stderr };
  const { manifest, chain } = await withDatabase(uri, (connection) =>
    verifyBackup(connection, resolve(folder), authentication, options),
  );
  console.log(
    `The copy of ${manifest.copiedAt} can be put back: ${manifest.parts.length} collections, all documents stored.`,
  );
  if (chain) {
    const seconds = (performance.now() - started) / 1000;
    console.log(describeReport(chain, { anchors: 0, from: authentication?.from ?? null, seconds }));
  }
  return chain?.brokenLink ? 1 : 0;
}

/** `npm run backup`: sealed copies of the database, and whether one can be put back. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      to: { type: 'string' },
      in: { type: 'string' },
      keep: { type: 'string', default: '14' },
      check: { type: 'string' },
      verify: { type: 'string' },
      database: { type: 'string', default: 'product' },
      'key-file': { type: 'string' },
      'accept-mixed-moments': { type: 'boolean', default: false },
    },
  });
  const database = DATABASES.find((name) => name === values.database);
  const keyFile = values['key-file'];
  const copying = { keyFile, acceptsMixed: values['accept-mixed-moments'] };
  const keep = Number(values.keep);
  if (
    !Number.isSafeInteger(keep) ||
    keep < 1 ||
    !database ||
    [values.to, values.in, values.check, values.verify].filter(Boolean).length !== 1
  ) {
    throw new Error(USAGE);
  }
  if (values.to) {
    await copy(values.to, database, copying);
  } else if (values.in) {
    await copyAll(values.in, keep, copying);
  } else if (values.verify) {
    process.exitCode = await verify(values.verify, keyFile);
  } else if (values.check) {
    const manifest = await checkBackup(resolve(values.check), backupKeys(keyFile));
    console.log(`The copy of ${manifest.copiedAt} is whole: ${manifest.parts.length} files as they were written.`);
  }
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 2;
});
