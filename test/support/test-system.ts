import { Writable } from 'node:stream';
import { createLogger } from '../../bff/src/http/logger';
import { hashCheaply } from '../../bff/src/modules/auth/testing/hash-cheaply';
import { type DemoSystem, type DemoSystemOptions, startDemoSystem } from '../../scripts/demo/start-demo-system';
import { createManualScheduler, type ManualScheduler } from '../../scripts/stand-ins';
import type { StoryWorld } from '../../scripts/story/story-context';
import { asProduct } from './asked-by-tests';
import { startKeptThreads } from './kept-threads';

/** A Monday, 10:00 in Beijing. */
const START = new Date('2026-11-23T02:00:00.000Z');

/** The whole back end with its stand-ins, on a clock that only `clock.advance` moves. */
export interface TestSystem extends DemoSystem {
  /** The clock of the BFF and of everything the stand-ins do later. */
  readonly clock: ManualScheduler;
  /** What the story of scripts/story plays in. */
  readonly world: StoryWorld;
  /** All that was logged so far, at level debug. */
  logText(): string;
  /** Ends when no notification is under way and no job is due. */
  settle(): Promise<void>;
  /** Begins new windows for all rate limits: every caller of a test comes from one address. */
  forgetRateLimits(): Promise<void>;
}

function logInMemory(): { logger: ReturnType<typeof createLogger>; text: () => string } {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
  return { logger: createLogger('debug', destination), text: () => lines.join('') };
}

/** What a file's system is to have otherwise. */
type TestSystemOptions = Pick<DemoSystemOptions, 'certificateAuthority'>;

async function startTestSystem(options: TestSystemOptions): Promise<TestSystem> {
  hashCheaply();
  const clock = createManualScheduler(START);
  const log = logInMemory();
  const demo = await startDemoSystem({
    now: clock.now,
    scheduler: clock,
    logger: log.logger,
    runJobs: false,
    refusesScans: true,
    within: asProduct,
    startThreads: startKeptThreads,
    ...options,
  });
  const settle = async (): Promise<void> => {
    await demo.standIns.wechatPay.idle();
    await demo.standIns.kuaidi100.idle();
    await demo.container().dispatcher.drain();
  };
  return {
    ...demo,
    clock,
    settle,
    logText: log.text,
    world: { origin: demo.origin, standIns: demo.standIns, staffPassword: demo.staffPassword, settle },
    async forgetRateLimits() {
      await demo.container().connection.collection('rate_counts').deleteMany({});
    },
  };
}

/**
 * Starts one system for the tests of a file and answers how to reach it. Before each test, faults are off and rate limits
 * start afresh. Uses the MongoDB stand-in, or a database of its own on the server that MONGODB_URI names.
 */
export function useSystem(options: TestSystemOptions = {}): () => TestSystem {
  let system: TestSystem | null = null;
  const current = (): TestSystem => {
    if (!system) {
      throw new Error('the system is started by beforeAll: use it inside tests');
    }
    return system;
  };
  beforeAll(async () => {
    system = await startTestSystem(options);
  });
  beforeEach(async () => {
    current().standIns.faults.reset();
    await current().forgetRateLimits();
  });
  afterAll(async () => {
    await system?.stop();
    // Jest keeps this hook, and all that it knows, until the last file of the group has run.
    system = null;
  });
  return current;
}
