import { randomBytes, randomInt } from 'node:crypto';
import type { Server } from 'node:http';
import type { Logger } from 'pino';
import { ConfigError, loadConfig } from './config/load-config';
import { type Container, createContainer } from './container';
import { createApp } from './create-app';
import { unreadiness } from './database/unreadiness';
import { loggable } from './http/error-handler';
import { createHttpServer, stopServer } from './http/http-server';
import { createLogger, standardOutput } from './http/logger';
import { createMetricsServer } from './metrics/metrics-server';

/** After this a request that still runs is cut off. Jobs have a limit of their own, and are taken up again. */
const ANSWERS_LIMIT_MS = 8_000;
/** Only for a close that hangs: longer than answers, jobs and the database need together. */
const STOP_LIMIT_MS = 20_000;

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

/** Whatever becomes of the connections, the container is closed: counts that lie in memory are written then. */
async function stop(servers: readonly Server[], container: Container, logger: Logger): Promise<void> {
  logger.info('stopping');
  setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
  // Side by side, so that both together need no longer than the slower one.
  const answering = servers.map((server) => stopServer(server, ANSWERS_LIMIT_MS));
  await Promise.allSettled([...answering, container.dispatcher.stop()]);
  await container.close();
  logger.info('stopped');
}

/** The first signal stops the process, any further one finds it stopping. */
function stopOnSignal(servers: readonly Server[], container: Container, logger: Logger): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) {
      return;
    }
    stopping = true;
    stop(servers, container, logger).then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ cause: loggable(error) }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** Resolves with the server of `/metrics` where the settings name a port for it. */
async function serveMetrics({ config, metrics, logger }: Container): Promise<Server[]> {
  const { METRICS_PORT: port, METRICS_HOST: host } = config;
  if (port === 0) {
    return [];
  }
  const server = createMetricsServer(metrics, logger);
  await listen(server, port, host);
  return [server];
}

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const logger = createLogger(config.LOG_LEVEL, standardOutput());
  const container = await createContainer(config, logger, { now: () => new Date(), randomBytes, randomInt });
  const unready = await unreadiness(container.connection);
  if (unready) {
    logger.error(unready, 'not ready');
  }
  const server = createHttpServer(createApp(container).callback(), config.KEEP_ALIVE_SECONDS);
  const metricsServers = await serveMetrics(container);
  await listen(server, config.PORT, config.HOST);
  container.dispatcher.start();
  // Keys that cannot be opened must show now, not with the first certificate.
  container.certificateAuthority.health().then(
    ({ ready, chainNotAfter }) =>
      ready || logger.error({ chainNotAfter }, 'the certificate authority cannot issue: its own chain is out of date'),
    (error: unknown) => logger.error({ cause: loggable(error) }, 'the certificate authority does not answer'),
  );
  stopOnSignal([server, ...metricsServers], container, logger);
  logger.info({ port: config.PORT }, 'listening');
}

main().catch((error: unknown) => {
  const reason =
    error instanceof ConfigError ? error.message : `The BFF could not start: ${String((error as Error).message)}`;
  process.stderr.write(`${reason}\n`);
  process.exit(1);
});
