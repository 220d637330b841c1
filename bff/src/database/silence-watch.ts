import { AsyncLocalStorage } from 'node:async_hooks';
import type { mongo } from 'mongoose';
import type { PoolEvents } from './pool-watch';

/** Longer than any query that a person waits for; with what else an answer needs below five seconds. */
export const SILENCE_LIMIT_MS = 4000;

/** The database has taken a command and does not answer. */
export class DatabaseSilent extends Error {
  override readonly name = 'DatabaseSilent';
}

/** What one piece of work waits for. */
interface Wait {
  readonly watch: symbol;
  commands: number;
  timer: NodeJS.Timeout | null;
  readonly giveUp: () => void;
}

/** One for the process: Node copies each storage that was ever used to every promise, for good. */
const waits = new AsyncLocalStorage<Wait>();

export interface SilenceWatch {
  readonly watch: (client: PoolEvents) => void;
  /** Does work, but does not wait longer than the limit for the database in it. @throws DatabaseSilent */
  unlessSilent<Result>(work: () => Promise<Result>): Promise<Result>;
}

const hasWritable = ({ newDescription }: mongo.TopologyDescriptionChangedEvent): boolean =>
  [...newDescription.servers.values()].some(({ isWritable }) => isWritable);

/**
 * The driver itself has no limit for an operation with all its attempts (its `timeoutMS` does nothing), and one for its sockets
 * would also end what may take long. A command holds a connection while it runs: that is what is watched, of each work apart.
 */
export function createSilenceWatch(limitMs = SILENCE_LIMIT_MS): SilenceWatch {
  const watch = Symbol('watch');
  let isReachable = true;

  function currentWait(): Wait | undefined {
    const wait = waits.getStore();
    return wait?.watch === watch ? wait : undefined;
  }

  /** Not where an answer came after all and what is done now is no matter of the database. */
  const lookAt = (wait: Wait) => setTimeout(() => (wait.commands > 0 || !isReachable) && wait.giveUp(), limitMs);

  function stop(wait: Wait): void {
    clearTimeout(wait.timer ?? undefined);
    wait.timer = null;
  }

  function begin(): void {
    const wait = currentWait();
    if (wait) {
      wait.commands += 1;
      wait.timer ??= lookAt(wait);
    }
  }

  function end(): void {
    const wait = currentWait();
    if (!wait) {
      return;
    }
    wait.commands -= 1;
    // Interrupted because the server is lost: the driver looks for another one, in what is left of the time.
    if (!isReachable) {
      return;
    }
    stop(wait);
    if (wait.commands > 0) {
      wait.timer = lookAt(wait);
    }
  }

  return {
    watch(client) {
      client.on('topologyDescriptionChanged', (change: mongo.TopologyDescriptionChangedEvent) => {
        isReachable = hasWritable(change);
      });
      client.on('connectionCheckOutStarted', begin);
      client.on('connectionCheckOutFailed', end);
      client.on('connectionCheckedIn', end);
    },
    unlessSilent: (work) =>
      new Promise((resolve, reject) => {
        const giveUp = () => reject(new DatabaseSilent('the database does not answer'));
        const wait: Wait = { watch, commands: 0, timer: null, giveUp };
        waits
          .run(wait, work)
          .then(resolve, reject)
          .finally(() => stop(wait));
      }),
  };
}
