import { parseArgs } from 'node:util';
import { connectDatabase } from '../../bff/src/database/connect';
import { readAnchors } from '../../bff/src/modules/audit';
import { PORTS } from '../start/ports';
import { describeReport } from './describe-report';
import { verifyAuditCollection } from './verify-audit-collection';

const USAGE = `Usage: npm run audit:verify [-- --mongodb-uri <uri>] [--anchor-file <path>]
  --mongodb-uri   database to check; else MONGODB_URI, else the one that npm start runs
  --anchor-file   anchors to check against; else AUDIT_ANCHOR_FILE, else none
Exit code 0: unbroken; 1: broken; 2: it could not be checked.`;

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
  const connection = await connectDatabase(values['mongodb-uri'] ?? `mongodb://127.0.0.1:${PORTS.mongodb}/acceptance`);
  try {
    const started = performance.now();
    const report = await verifyAuditCollection(connection, anchors, process.stderr);
    console.log(describeReport(report, anchors.length, (performance.now() - started) / 1000));
    process.exitCode = report.brokenLink ? 1 : 0;
  } finally {
    await connection.close();
  }
}

main().catch((error: unknown) => {
  console.error(`The audit log could not be checked: ${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
});
