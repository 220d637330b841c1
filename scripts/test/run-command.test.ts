import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { runCommand } from './run-command';

const TSX = require.resolve('tsx');
/** A child that starts one of its own, as jest does, and says who both are. */
const PARENT = `
  const { spawn } = require('node:child_process');
  const worker = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
  console.log(process.pid + ' ' + worker.pid);
  setInterval(() => undefined, 1000);
`;

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it.each(['SIGTERM', 'SIGINT'] as const)(
  'ended by %s leaves nothing behind of what a command has started',
  async (signal) => {
    const script = `void require(${JSON.stringify(require.resolve('./run-command'))}).runCommand(process.execPath, ['-e', ${JSON.stringify(PARENT)}]);`;
    const runner = spawn(process.execPath, ['--require', TSX, '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const exited = once(runner, 'exit');
    const [line] = await once(createInterface(runner.stdout), 'line');
    const pids = String(line).split(' ').map(Number);
    expect(pids.map(isThere)).toEqual([true, true]);
    runner.kill(signal);
    expect(await exited).toEqual([signal === 'SIGTERM' ? 143 : 130, null]);
    while (pids.some(isThere)) {
      await new Promise((again) => setTimeout(again, 10));
    }
  },
);

it('answers the exit code of a command, and 1 for one that is not there', async () => {
  expect(await runCommand(process.execPath, ['-e', 'process.exit(3)'])).toBe(3);
  const told = jest.spyOn(console, 'error').mockImplementation();
  expect(await runCommand('no-such-command', [])).toBe(1);
  told.mockRestore();
});
