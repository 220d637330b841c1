import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { bundledProgram } from '../../scripts/stand-ins/bundled-program';

export type Order = 'begin' | 'end';

/** A process that measures itself between two moments and answers figures by name. */
export interface MeasuredProcess {
  readonly process: ChildProcess;
  begin(): void;
  end(): Promise<Readonly<Record<string, number>>>;
}

/** Starts a program of this folder as production starts the BFF, bundled; `environment` is all that it gets. `silent`: what it prints is read by nobody. */
export async function startMeasured(
  program: string,
  environment: Record<string, string>,
  { silent = false } = {},
): Promise<MeasuredProcess> {
  const child = fork(await bundledProgram(join(__dirname, program)), {
    execArgv: [],
    env: { PATH: process.env.PATH, ...environment },
    stdio: silent ? ['ignore', 'ignore', 'inherit', 'ipc'] : 'inherit',
  });
  return {
    process: child,
    begin: () => child.send('begin' satisfies Order),
    async end() {
      const answer = once(child, 'message');
      child.send('end' satisfies Order);
      const [figures] = (await answer) as [Readonly<Record<string, number>>];
      return figures;
    },
  };
}

/** The other side: begins anew at each `begin`, answers at each `end`, and ends with the process that started it. */
export function answerOrders({ begin, end }: { begin: () => void; end: () => Record<string, number> }): void {
  process.on('message', (order: Order) => {
    if (order === 'begin') {
      begin();
    } else {
      process.send?.(end());
    }
  });
  process.once('disconnect', () => process.exit());
}

/** The value that so much of a hundred are not above; 0 of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}
