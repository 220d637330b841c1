import { examine } from './examine';
import { lineOf, mustBeMended } from './finding';

/** `npm run doctor`: exit code 0 nothing must be mended, 1 something must, 2 it could not be looked at. */
async function main(): Promise<void> {
  const findings = await examine(process.env, () => new Date());
  console.log(findings.map(lineOf).join('\n'));
  const count = findings.filter(({ verdict }) => verdict === 'mend').length;
  console.log(count === 0 ? '\n没有必须处理的问题。' : `\n有 ${count} 项必须处理。`);
  process.exitCode = mustBeMended(findings) ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(`无法检查：${(error as Error).name}`);
  process.exitCode = 2;
});
