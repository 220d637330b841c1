import { parseArgs } from 'node:util';
import { connectDatabase } from '../../bff/src/database/connect';
import { readAnchors } from '../../bff/src/modules/audit';
import { PORTS } from '../start/ports';
import { authenticationOf, demoAuditSettings } from './authentication-settings';
import { describeReport } from './describe-report';
import { verifyAuditCollection } from './verify-audit-collection';

const USAGE = `Usage: npm run audit:verify [-- --mongodb-uri <uri>] [--anchor-file <path>]
  --mongodb-uri   database to check; else MONGODB_URI, else the one that npm start runs
  --anchor-file   anchors to check against; else AUDIT_ANCHOR_FILE, else none
Keys that authenticate the records: AUDIT_KEYS, all that were ever in use, and AUDIT_AUTHENTICATED_FROM; without a database
given those of the demo. Without keys only the hashes are checked, and the exit code is 2.
Exit code 0: unbroken and authentic; 1: broken; 2: it could not be checked.`;

/** `npm run audit:verify`: walks the audit chain and names its first broken link. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'mongodb-uri': { type: 'string', default: process.env.MONGODB_URI },
      'anchor-file': { type: 'string', default: process.env.AUDIT_ANCHOR_FILE },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const anchors = values['anchor-file'] ? await readAnchors(values['anchor-file']) : [];
  const given = values['mongodb-uri'];
  const authentication = authenticationOf(
    given || process.env.AUDIT_KEYS ? process.env : demoAuditSettings(process.env),
  );
  const connection = await connectDatabase(given ?? `mongodb://127.0.0.1:${PORTS.mongodb}/acceptance`);
  try {
    const started = performance.now();
    const report = await verifyAuditCollection(connection, anchors, authentication, process.stderr);
    const seconds = (performance.now() - started) / 1000;
    console.log(describeReport(report, { anchors: anchors.length, from: authentication?.from ?? null, seconds }));
    process.exitCode = report.brokenLink ? 1 : authentication ? 0 : 2;
  } finally {
    await connection.close();
  }
}

main().catch((error: unknown) => {
  console.error(`The audit log could not be checked: ${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
});
