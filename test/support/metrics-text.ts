import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One line of Prometheus' text format. */
export interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const LINE = /^([a-z_]\w*)(?:\{(.*)\})? (\S+)$/i;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

const numberOf = (text: string): number => (text === '+Inf' ? Number.POSITIVE_INFINITY : Number(text));

/** @throws Error for a line that is none of the format's */
export const readMetricsText = (text: string): Series[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, labels = '', value] = LINE.exec(line) ?? [];
      if (!name || value === undefined) {
        throw new Error(`no line of metrics: ${line}`);
      }
      const named = Array.from(labels.matchAll(LABEL), ([, label, text = '']) => [label, text]);
      return { name, labels: Object.fromEntries(named), value: numberOf(value) };
    });

/**
 * The value of the one series of that name with these labels; undefined when there is none.
 * @throws Error when several have them: which one is meant would be luck
 */
export function seriesValue(
  series: readonly Series[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined {
  const found = series.filter(
    (one) => one.name === name && Object.entries(labels).every(([label, text]) => one.labels[label] === text),
  );
  if (found.length > 1) {
    throw new Error(`${found.length} series are called ${name} and have ${JSON.stringify(labels)}`);
  }
  return found[0]?.value;
}

/** Listens on a free port and answers its origin. */
export const originOf = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
