// The program that startMongodbStandInProcess runs; it ends when its parent does.
import type { MessageFromStandIn, MessageToStandIn } from './stand-in-process-messages';
import { type InProcessMongodbStandIn, startMongodbStandIn } from './start-mongodb-stand-in';

let running: InProcessMongodbStandIn | undefined;

function tell(message: MessageFromStandIn): void {
  if (process.connected) process.send?.(message);
}

async function start(options: Extract<MessageToStandIn, { type: 'start' }>['options']): Promise<void> {
  try {
    running = await startMongodbStandIn({ ...options, onFailure: stopAfterFailure });
    tell({ type: 'started', uri: running.uri, port: running.port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    tell({ type: 'failed', message: error instanceof Error ? error.message : String(error), code });
    process.disconnect();
  }
}

function stopAfterFailure(error: Error): void {
  process.stderr.write(`MongoDB stand-in stopped, a commit failed: ${error.message}\n`);
  process.exit(1);
}

async function stop(): Promise<void> {
  await running?.stop();
  process.exit(0);
}

process.on('message', (message: MessageToStandIn) => {
  if (message.type === 'start') void start(message.options);
  else void stop();
});
process.on('disconnect', () => void stop());
// Ctrl-C reaches the whole group of processes: the parent first finishes what it is doing, then stops this one.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => void stop());
