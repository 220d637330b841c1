/** `/metrics` of a process lies on its port with a 1 before it (acceptance-bff@.service). */
export const metricsOf = async (port: number): Promise<string> =>
  (await fetch(`http://127.0.0.1:1${port}/metrics`)).text();

/** The sum of a metric's series that have all these labels. */
export function sumOf(metrics: string, name: string, ...labels: readonly string[]): number {
  return metrics
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .filter((line) => labels.every((label) => line.includes(label)))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}
