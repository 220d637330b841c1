import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { actsOnSubject, auditEntryModel, SUBJECT_KINDS, type SubjectKind } from '../../bff/src/modules/audit';
import { type Operation, openOperation, operatorSettings } from '../operator/open-operation';
import { OPERATOR_OPTION, OPERATOR_USAGE, operatorOf } from '../operator/operator-name';
import { actLine } from './act-line';

const USAGE = `Usage: npm run audit:find -- <${SUBJECT_KINDS.join('|')}>
Lists all acts about somebody, also refused ones. What they are known by is asked for, or read from a pipe: on the command
line it would stay in the history of the shell. The search is recorded.
  ${OPERATOR_USAGE}
Database and keys: the settings of the BFF in the environment, else those of the demo that npm start runs.`;

/** All acts about somebody, a line each; the search is recorded before it is made. */
export async function findActs(operation: Operation, kind: SubjectKind, typed: string): Promise<string[]> {
  const entries = operation.connection.models.AuditEntry ?? auditEntryModel(operation.connection);
  return operation.perform({ action: 'operator.audit.find', object: null }, async () => {
    const lines: string[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const page: Awaited<ReturnType<typeof actsOnSubject>> = await actsOnSubject(
        entries,
        operation.cipher,
        kind,
        typed,
        {
          after,
        },
      );
      lines.push(...page.items.map(actLine));
      after = page.next;
    }
    return { result: lines };
  });
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', default: false }, ...OPERATOR_OPTION },
  });
  const kind = SUBJECT_KINDS.find((known) => known === positionals[0]);
  if (values.help || !kind || positionals.length > 1) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const input = createInterface({ input: process.stdin, output: process.stderr });
  const typed = (await input.question(`${kind}: `)).trim();
  input.close();
  const operation = await openOperation(operatorSettings(), { operator: operatorOf(process.argv.slice(2)) });
  try {
    const lines = await findActs(operation, kind, typed);
    console.log(lines.length > 0 ? lines.join('\n') : 'Nothing was recorded about them.');
  } finally {
    await operation.close();
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(`The audit log could not be searched: ${(error as Error).message}`);
    process.exitCode = 2;
  });
}
