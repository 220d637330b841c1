import * as v from 'valibot';
import { type Attack, type HoldingTest, nameOf, type Section } from './attack';
import { patternOf } from './test-names';

/** The part of jest's `--json` report that is read. */
const reportSchema = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      assertionResults: v.array(
        v.object({ ancestorTitles: v.array(v.string()), title: v.string(), status: v.string() }),
      ),
    }),
  ),
});
export type JestReport = v.InferOutput<typeof reportSchema>;

export const readReport = (report: unknown): JestReport => v.parse(reportSchema, report);

export type Verdict = 'held' | 'failed' | 'NOT FOUND';

export interface Judged {
  readonly attack: Attack;
  readonly verdict: Verdict;
  /** Tests that are the reason, where it was not held. */
  readonly because: readonly string[];
}

function verdictOf({ file, titles }: HoldingTest, reports: readonly JestReport[]): Verdict {
  const pattern = new RegExp(`^${titles.map(patternOf).join('\\n')}$`);
  const runs = reports
    .flatMap(({ testResults }) => testResults)
    .filter(({ name }) => name.replaceAll('\\', '/').endsWith(`/${file}`))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ ancestorTitles, title }) => pattern.test([...ancestorTitles, title].join('\n')))
    // What was not asked for is reported as pending, and so is what was skipped: neither has shown anything.
    .filter(({ status }) => status !== 'pending' && status !== 'todo' && status !== 'disabled');
  if (runs.length === 0) {
    return 'NOT FOUND';
  }
  return runs.every(({ status }) => status === 'passed') ? 'held' : 'failed';
}

/** Held only when every test of an attack has run and passed. */
export function judge(attack: Attack, reports: readonly JestReport[]): Judged {
  const judged = attack.heldBy.map((test) => ({ name: nameOf(test), verdict: verdictOf(test, reports) }));
  const bad = judged.filter(({ verdict }) => verdict !== 'held');
  const isMissing = bad.length === 0 ? judged.length === 0 : bad.every(({ verdict }) => verdict === 'NOT FOUND');
  return {
    attack,
    verdict: isMissing ? 'NOT FOUND' : bad.length > 0 ? 'failed' : 'held',
    because: bad.map(({ name, verdict }) => `${verdict}: ${name}`),
  };
}

const line = (word: string, id: string, what: string): string => `  ${word.padEnd(10)}${id.padEnd(30)}${what}`;

/** The table, by section, and the counts at its end. */
export function describeVerdicts(sections: readonly Section[], reports: readonly JestReport[]) {
  const counts: Record<Verdict | 'not yet', number> = { held: 0, failed: 0, 'NOT FOUND': 0, 'not yet': 0 };
  const lines: string[] = [];
  for (const { title, attacks, awaited } of sections) {
    lines.push('', title);
    for (const { attack, verdict, because } of attacks.map((each) => judge(each, reports))) {
      counts[verdict] += 1;
      lines.push(line(verdict, attack.id, attack.what), ...because.map((reason) => `            ${reason}`));
    }
    for (const { id, what, awaits } of awaited) {
      counts['not yet'] += 1;
      lines.push(line('not yet', id, `${what} (awaits ${awaits})`));
    }
  }
  const missing = counts['NOT FOUND'] > 0 ? `, ${counts['NOT FOUND']} not found` : '';
  const open = counts['not yet'] > 0 ? `, ${counts['not yet']} not yet` : '';
  lines.push('', `${counts.held} held, ${counts.failed} failed${missing}${open}`);
  return { lines, isGreen: counts.held > 0 && counts.failed + counts['NOT FOUND'] === 0 };
}
