import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { bundledProgram } from '../bundled-program';
import type { MessageFromStandIn, MessageToStandIn } from './stand-in-process-messages';
import type { MongodbStandIn, MongodbStandInOptions } from './start-mongodb-stand-in';

export interface StandInExit {
  /** The exit code, or null after a signal. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** True when `stop` was called before. */
  readonly expected: boolean;
}

export interface MongodbStandInProcess extends MongodbStandIn {
  readonly pid: number;
  /** Tells when the process has ended, whatever the reason; at once if it has already. */
  onExit(listener: (exit: StandInExit) => void): void;
}

/**
 * Nothing of how this process was started. By itself V8 collects the whole heap whenever memory outside of it, such as pictures on
 * their way to the store, has grown by some 8 MB: twice a second under load, half of the CPU of this process. It may have three times
 * what is alive: a quarter less CPU in all.
 */
const EXEC_ARGV = ['--heap-growing-percent=200'];

/**
 * Starts the stand-in in a process of its own, so that a search through everything does not block this one. It ends
 * when this process ends. Rejects like startMongodbStandIn: `code` is EADDRINUSE or EFOLDERINUSE.
 */
export async function startMongodbStandInProcess(options: MongodbStandInOptions = {}): Promise<MongodbStandInProcess> {
  const program = await bundledProgram(join(__dirname, 'stand-in-process.ts'));
  const child = fork(program, [], {
    execArgv: EXEC_ARGV,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let stopping = false;
  let exit: StandInExit | undefined;
  const exited = new Promise<StandInExit>((resolve) => {
    child.once('exit', (code, signal) => {
      exit = { code, signal, expected: stopping };
      resolve(exit);
    });
  });
  const started = firstMessage(child, exited);
  send(child, { type: 'start', options });
  const { uri, port } = await started;
  return {
    uri,
    port,
    pid: child.pid ?? 0,
    onExit: (listener) => void exited.then(listener),
    stop: async () => {
      stopping = true;
      if (exit === undefined && child.connected) send(child, { type: 'stop' });
      await exited;
    },
  };
}

function send(child: ChildProcess, message: MessageToStandIn): void {
  child.send(message);
}

function firstMessage(child: ChildProcess, exited: Promise<StandInExit>): Promise<{ uri: string; port: number }> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (message: MessageFromStandIn) => {
      if (message.type === 'started') resolve(message);
      else reject(Object.assign(new Error(message.message), { code: message.code }));
    });
    void exited.then(({ code, signal }) =>
      reject(new Error(`The MongoDB stand-in ended before it started (code ${code}, signal ${signal})`)),
    );
  });
}
