import { readFileSync } from 'node:fs';
import { verifyContractPdf } from '../../bff/src/contract-pdf/verify';
import { describeVerification } from './describe-verification';
import { readArguments, USAGE } from './read-arguments';

/**
 * Judges a contract without the BFF and without a network. Exit codes: 0 genuine, 1 changed or foreign, 2 called wrongly or with
 * files that cannot be read.
 */
function main(): number {
  const given = readArguments(process.argv.slice(2));
  if (!given) {
    console.error(USAGE);
    return 2;
  }
  const read = (path: string) => readFileSync(path, 'utf8');
  try {
    const trust = { anchors: given.anchors.map(read), timestampAnchors: given.timestampAnchors.map(read) };
    const found = verifyContractPdf(readFileSync(given.file), { ...trust, authorities: trust.anchors }, given.at);
    for (const line of describeVerification(found)) console.log(line);
    return found.verdict === 'genuine' ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 2;
  }
}

process.exitCode = main();
