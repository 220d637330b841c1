import { randomBytes, randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import { ConfigError, loadConfig } from './config/load-config';
import { type Container, createContainer } from './container';
import { createApp } from './create-app';
import { createLogger } from './http/logger';

/** After this a request or job that still runs is cut off; the outbox takes the job up again. */
const STOP_LIMIT_MS = 10_000;

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

function stopGracefully(server: Server, container: Container, logger: Logger): () => void {
  let stopping = false;
  return () => {
    if (stopping) {
      return;
    }
    stopping = true;
    logger.info('stopping');
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    server.close(() => {
      container.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
    server.closeIdleConnections();
  };
}

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const logger = createLogger(config.LOG_LEVEL);
  const container = await createContainer(config, logger, { now: () => new Date(), randomBytes, randomInt });
  const server = createServer(createApp(container).callback());
  await listen(server, config.PORT, config.HOST);
  container.dispatcher.start();
  const stop = stopGracefully(server, container, logger);
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  logger.info({ port: config.PORT }, 'listening');
}

main().catch((error: unknown) => {
  const reason =
    error instanceof ConfigError ? error.message : `The BFF could not start: ${String((error as Error).message)}`;
  process.stderr.write(`${reason}\n`);
  process.exit(1);
});
