import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Area } from './area/define-area';
import { areas, type Provided } from './areas';
import { keyRingsOf } from './config/key-rings';
import type { Config } from './config/load-config';
import { isDatabaseOfThisMachine } from './config/network-addresses';
import { createAdapters, type Surroundings } from './create-adapters';
import { connectDatabase } from './database/connect';
import { createFieldCipher } from './database/field-cipher';
import { refuseUnfitServer, refuseUnfitServerAt } from './database/fit-server';
import { lookAtOutboxes } from './database/look-at-outboxes';
import { createPoolWatch } from './database/pool-watch';
import { createRateCounter } from './database/rate-counter';
import { createSilenceWatch } from './database/silence-watch';
import { areaSettingsOf, type Foundations } from './foundations';
import { createDispatcher, type Dispatcher } from './jobs/dispatcher';
import { declaredJobs } from './jobs/job-kind';
import { createJobRegistry, type JobRegistry } from './jobs/job-registry';
import { createRequeue } from './jobs/requeue-job';
import { createSettleJob } from './jobs/settle-job';
import { createSweeper } from './jobs/sweeps';
import { createMetrics } from './metrics/create-metrics';
import { backlogGauges, runningGauges } from './metrics/lane-gauges';
import { poolGauges } from './metrics/pool-gauges';
import { breakerGauges } from './metrics/remote-metrics';
import { threadGauges } from './metrics/thread-gauges';
import { createCircuitBreakers } from './remotes/circuit-breaker';

/** Everything that lives as long as the process: what there is for areas, and the dispatcher that runs their jobs. */
export interface Container extends Provided {
  readonly dispatcher: Dispatcher;
  close(): Promise<void>;
}

/** A view of what there is so far; asking for what a later area makes says so, instead of handing out nothing. */
const soFar = (provided: object, area: Area<Provided>): Provided =>
  new Proxy(provided, {
    get(target, name, receiver) {
      if (typeof name === 'string' && !Reflect.has(target, name)) {
        throw new Error(`the area ${area.name} needs ${name}, which an area after it in areas.ts brings`);
      }
      return Reflect.get(target, name, receiver);
    },
  }) as Provided;

function assemble(foundations: Foundations): Provided {
  const { connection } = foundations;
  const provided = { ...foundations, ...Object.assign({}, ...areas.map(({ models }) => models?.(connection))) };
  for (const area of areas) {
    Object.assign(provided, area.services?.(soFar(provided, area)));
  }
  return provided;
}

/** @throws Error at start: a job that may be put into an outbox and that nobody handles */
function registerJobs(provided: Provided): JobRegistry {
  const queues = new Map(
    areas.flatMap(({ queues: brought = {} }) =>
      Object.entries(brought).map(([kind, storeOf]) => [kind, storeOf(provided)] as const),
    ),
  );
  const registry = createJobRegistry(
    areas.flatMap(({ jobs = [] }) => jobs),
    queues,
    provided,
  );
  for (const { name, queue } of declaredJobs()) {
    for (const kind of queue === '*' ? queues.keys() : [queue]) {
      registry.find(kind, name);
    }
  }
  return registry;
}

/** The authority's own database is none of ours but for being a real one. */
async function refuseUnfitServers(config: Config, connection: Connection): Promise<void> {
  const { MONGODB_URI: uri, LOCAL_CA_MONGODB_URI: caUri } = config;
  const isProduction = config.NODE_ENV === 'production';
  await refuseUnfitServer(connection.getClient().db(), isDatabaseOfThisMachine(uri), {
    name: 'MONGODB_URI',
    isProduction,
  });
  if (isProduction && config.CERTIFICATE_AUTHORITY === 'local-ca') {
    const setting = { name: 'LOCAL_CA_MONGODB_URI', isProduction };
    await refuseUnfitServerAt(caUri, isDatabaseOfThisMachine(caUri), setting);
  }
}

async function connectFoundations(
  config: Config,
  logger: Logger,
  surroundings: Surroundings,
  late: Pick<Foundations, 'jobsAdded' | 'requeueJob' | 'settleJob'>,
): Promise<Foundations> {
  const metrics = createMetrics({ kinds: declaredJobs(), now: surroundings.now });
  const pool = createPoolWatch();
  const silence = createSilenceWatch();
  const connection = await connectDatabase(config.MONGODB_URI, pool.watch, silence.watch);
  await refuseUnfitServers(config, connection);
  const cipher = createFieldCipher(keyRingsOf(config));
  const breakers = createCircuitBreakers(surroundings.now, metrics.countOpening);
  const adapters = await createAdapters(config, { connection, cipher, breakers, surroundings, logger });
  metrics.addGauges([
    poolGauges(pool.load),
    breakerGauges(breakers),
    threadGauges({
      photos: adapters.imageChecker.load,
      marks: adapters.photoMarker.load,
      signatures: adapters.contractMaker.load,
      contracts: adapters.contractVerifier.load,
      sheets: adapters.sheetReader.load,
    }),
  ]);
  const { missingFonts } = adapters.contractMaker;
  if (missingFonts.length > 0) {
    logger.warn({ missingFonts }, 'contracts cannot have some rare characters of names: install these packages');
  }
  return {
    ...adapters,
    ...surroundings,
    ...areaSettingsOf(config, adapters.contractSigner.knownChains),
    ...late,
    config,
    logger,
    connection,
    silence,
    cipher,
    breakers,
    metrics,
    rateCounter: createRateCounter(connection),
  };
}

/** Wires database, adapters, areas and jobs. */
export async function createContainer(config: Config, logger: Logger, surroundings: Surroundings): Promise<Container> {
  const late = {
    jobsAdded: () => dispatcher.wake(),
    requeueJob: createRequeue(() => registry),
    settleJob: createSettleJob(() => registry),
  };
  const provided = assemble(await connectFoundations(config, logger, surroundings, late));
  const registry = registerJobs(provided);
  const { recordRun, breakers, metrics } = provided;
  const { now } = surroundings;
  const sweep = createSweeper(
    areas.flatMap(({ sweeps }) => sweeps?.(provided) ?? []),
    logger,
  );
  const { countRun } = metrics;
  const collections = new Map([...registry.queues].map(([queue, { collection }]) => [queue, collection]));
  const look = lookAtOutboxes(provided.connection, collections);
  const dispatcher = createDispatcher({
    registry,
    look,
    breakers,
    recordRun,
    countRun,
    sweep,
    logger,
    now,
  });
  metrics.addGauges([
    backlogGauges(registry, now),
    runningGauges(dispatcher),
    ...areas.flatMap(({ gauges }) => gauges?.(provided) ?? []),
  ]);
  return {
    ...provided,
    dispatcher,
    async close() {
      await dispatcher.stop();
      for (const area of areas) {
        await area.close?.(provided);
      }
      await provided.imageChecker.close();
      await provided.photoMarker.close();
      await provided.sheetReader.close();
      await provided.contractMaker.close();
      await provided.contractSigner.close();
      await provided.contractVerifier.close();
      await provided.certificateAuthority.close();
      await provided.sealMaker.close();
      await provided.connection.close();
    },
  };
}
