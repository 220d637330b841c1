import { parseArgs } from 'node:util';
import { accountModel } from '../../bff/src/modules/account';
import { openOperation, operatorSettings } from '../operator/open-operation';
import { OPERATOR_OPTION, OPERATOR_USAGE, operatorOf } from '../operator/operator-name';
import { type ImportResult, importAccounts } from './import-accounts';
import { importRecorded } from './import-recorded';

const USAGE = `Usage: npm run import:accounts -- <file.csv> [--dry-run]
The first line names the columns: phone, email, password_scheme, password_hash, password_salt (or 手机号, 邮箱, …).
  password_scheme  md5, md5-salt-first (salt+password), md5-salt-last (password+salt), sha1, sha256 or bcrypt
  --dry-run        checks every line and writes nothing but <file.csv>.report.csv
  ${OPERATOR_USAGE}
UTF-8, UTF-16 and GBK are recognised. Ctrl-C stops after the running batch; the same command goes on from there.
Database and keys: the settings of the BFF in the environment, else those of the demo that npm start runs.
Exit code 0: every line was taken; 1: some lines are in the report; 2: it was not done, or not to its end.`;

const number = new Intl.NumberFormat('en');

function describe(result: ImportResult, dryRun: boolean, seconds: number): string {
  const { added, existing, bad, lines, encoding, resumedAfter, stopped, reportPath } = result;
  const rate = number.format(Math.round(lines / Math.max(seconds, 0.001)));
  return [
    ...(resumedAfter === null ? [] : [`Went on after line ${resumedAfter}.`]),
    `${number.format(lines)} lines (${encoding}) in ${seconds.toFixed(1)} s, ${rate} lines a second.`,
    `  ${dryRun ? 'to be added' : 'added'}: ${number.format(added)}`,
    `  there already, left as they are: ${number.format(existing)}`,
    `  not taken: ${number.format(bad)}${bad > 0 ? `, see ${reportPath}` : ''}`,
    ...(stopped ? ['Stopped before the end; the same command goes on from here.'] : []),
  ].join('\n');
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      ...OPERATOR_OPTION,
    },
  });
  const [path] = positionals;
  if (values.help || !path) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const dryRun = values['dry-run'];
  let interrupted = false;
  process.on('SIGINT', () => {
    interrupted = true;
  });
  const operation = await openOperation(operatorSettings(), { operator: operatorOf(process.argv.slice(2)) });
  try {
    const started = performance.now();
    const dependencies = {
      accounts: accountModel(operation.connection),
      cipher: operation.cipher,
      now: () => new Date(),
    };
    const options = { path, dryRun, progress: process.stderr, shouldStop: () => interrupted };
    const result = dryRun
      ? await importAccounts(dependencies, options)
      : await importRecorded(operation, dependencies, options);
    console.log(describe(result, dryRun, (performance.now() - started) / 1000));
    process.exitCode = result.stopped ? 2 : Math.min(1, result.bad);
  } finally {
    await operation.close();
  }
}

main().catch((error: unknown) => {
  console.error(`The accounts were not imported: ${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
});
