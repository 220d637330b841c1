import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { SILENCE, WATCHED } from './watched';

const metrics = WATCHED.flatMap((group) => group.metrics);
const alarms = [SILENCE, ...metrics.flatMap((metric) => metric.alarms)];
const expressions = [...alarms, ...metrics].map(({ expr }): [string] => [expr]);

/** By Prometheus' own grammar: what of an expression is none, and the metrics that it reads. */
function readPromql(expr: string): { problems: string[]; metrics: string[] } {
  const problems: string[] = [];
  const named: string[] = [];
  parser.parse(expr).iterate({
    enter({ type, name, from, to }) {
      if (type.isError) {
        problems.push(expr.slice(from));
      } else if (name === 'VectorSelector') {
        named.push(/^\w+/.exec(expr.slice(from, to))?.[0] ?? '');
      }
    },
  });
  return { problems, metrics: named };
}

describe('what the operator watches', () => {
  it.each(expressions)('is asked for in PromQL: %s', (expr) => {
    expect(readPromql(expr).problems).toEqual([]);
  });

  it('would be seen to be no PromQL', () => {
    expect(readPromql('sum(rate(a[5m]) >').problems).not.toEqual([]);
    expect(readPromql('sum by lane (a)').problems).not.toEqual([]);
  });

  it('reads metrics of the list only, whatever ending of them, and those of Prometheus and of the process', () => {
    const known = new Set([
      ...metrics.flatMap(({ metric }) => [metric, `${metric}_bucket`, `${metric}_sum`]),
      'up',
      'process_start_time_seconds',
    ]);
    const read = expressions.flatMap(([expr]) => readPromql(expr).metrics);
    expect(read.length).toBeGreaterThan(expressions.length);
    expect(read.filter((name) => !known.has(name))).toEqual([]);
  });

  it('has each name once, and says in Chinese what is so and what to do', () => {
    for (const names of [alarms.map(({ name }) => name), metrics.map(({ metric }) => metric)]) {
      expect(new Set(names).size).toBe(names.length);
    }
    const isChinese = (text: string) => /\p{Script=Han}{2}/u.test(text);
    expect(alarms.filter(({ when, act }) => !isChinese(when) || !isChinese(act))).toEqual([]);
  });

  it('comes from where the processes are scraped', () => {
    const { scrape_configs: jobs, rule_files: rules } = parse(readFileSync(join(__dirname, 'prometheus.yml'), 'utf8'));
    expect(jobs.map(({ job_name }: { job_name: string }) => job_name)).toEqual(['acceptance-bff']);
    expect(rules).toEqual(['alerts.yml']);
    const unit = readFileSync(resolve(__dirname, '../systemd/acceptance-bff@.service'), 'utf8');
    expect(unit).toContain('METRICS_PORT=1%i');
    expect(jobs[0].static_configs[0].targets).toEqual(['127.0.0.1:13001', '127.0.0.1:13002']);
  });
});
