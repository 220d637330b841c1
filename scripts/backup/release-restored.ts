import type { Connection, mongo } from 'mongoose';
import { areas, type Provided } from '../../bff/src/areas';
import type { OutboxEntry } from '../../bff/src/database/outbox';
import { endRestoreHold, findRestoreHold, moveRestoreHold } from '../../bff/src/database/restore-hold';
import { declaredJobs, type JobKind } from '../../bff/src/jobs/job-kind';
import { isMessage } from '../../bff/src/jobs/messages';
import type { OperationRecorder } from '../operator/record-operation';

export interface ReleaseOptions {
  readonly now: () => Date;
  /** Waiting messages are sent, though somebody may have had them already. */
  readonly sendMessages: boolean;
  /** Waits while the BFF works; false: nobody waits any longer. */
  readonly nextLook: (waiting: ReadonlyMap<string, number>) => Promise<boolean>;
}

export interface Released {
  /** Whether the hold has ended; else jobs are left that must end before. */
  readonly done: boolean;
  readonly dropped: ReadonlyMap<string, number>;
  readonly waiting: ReadonlyMap<string, number>;
}

type Owner = { readonly _id: mongo.ObjectId; readonly outbox: readonly OutboxEntry[] };
interface Queue {
  readonly name: string;
  readonly owners: mongo.Collection<Owner>;
}

function queuesOf(connection: Connection): Queue[] {
  // Models of its own: those of whoever opened the connection are not defined twice.
  const own = connection.useDb(connection.name);
  const models = Object.assign({}, ...areas.map(({ models: of }) => of?.(own))) as Provided;
  return areas.flatMap(({ queues = {} }) =>
    Object.entries(queues).map(([name, storeOf]) => ({
      name,
      owners: connection.getClient().db().collection<Owner>(storeOf(models).collection),
    })),
  );
}

const kindsOf = (queue: string): JobKind[] =>
  declaredJobs().filter((kind) => kind.queue === queue || kind.queue === '*');
const namesOf = (kinds: readonly JobKind[]): string[] => kinds.map(({ name }) => name);

/** Jobs that ask the gateway or an authority how something stands: what became of it after the copy is to be known first. */
const asks = ({ remote }: JobKind): boolean => remote === 'wechat-pay' || remote === 'certificate-authority';

async function askAtOnce({ name, owners }: Queue, at: Date): Promise<void> {
  const jobs = namesOf(kindsOf(name).filter(asks));
  if (jobs.length === 0) {
    return;
  }
  await owners.updateMany(
    { outbox: { $elemMatch: { job: { $in: jobs }, availableAt: { $gt: at } } } },
    { $set: { 'outbox.$[asking].availableAt': at } },
    { arrayFilters: [{ 'asking.job': { $in: jobs } }] },
  );
}

function count(counts: Map<string, number>, job: string): void {
  counts.set(job, (counts.get(job) ?? 0) + 1);
}

/** What must end before anybody is told anything: what is due, runs, or has failed and will be tried again. */
async function unfinished(queues: readonly Queue[], at: Date): Promise<Map<string, number>> {
  const left = new Map<string, number>();
  for (const { name, owners } of queues) {
    const jobs = new Set(namesOf(kindsOf(name).filter((kind) => !isMessage(kind))));
    const due = { outbox: { $elemMatch: { $or: [{ availableAt: { $lte: at } }, { tries: { $gt: 0 } }] } } };
    for await (const { outbox } of owners.find(due, { projection: { outbox: 1 } })) {
      for (const { job, availableAt, tries } of outbox) {
        if (jobs.has(job) && (availableAt <= at || tries > 0)) {
          count(left, job);
        }
      }
    }
  }
  return left;
}

/** Takes the messages away, each with a record of its own. */
async function dropMessages(queues: readonly Queue[], recorder: OperationRecorder): Promise<Map<string, number>> {
  const dropped = new Map<string, number>();
  for (const { name, owners } of queues) {
    const jobs = new Set(namesOf(kindsOf(name).filter(isMessage)));
    if (jobs.size === 0) {
      continue;
    }
    for await (const owner of owners.find({ 'outbox.job': { $in: [...jobs] } }, { projection: { outbox: 1 } })) {
      for (const { id, job } of owner.outbox.filter((entry) => jobs.has(entry.job))) {
        const object = `${name}:${owner._id.toHexString()}`;
        await recorder.record({ action: 'operator.restore.drop-message', object, outcome: 'dropped', notes: { job } });
        await owners.updateOne({ _id: owner._id }, { $pull: { outbox: { id } } });
        count(dropped, job);
      }
    }
  }
  return dropped;
}

/**
 * Lets a restored database work again. First everything but messages runs: the gateway and the authorities are asked what they know,
 * by the numbers that were fixed before they were first asked, and what was done after the copy is not done again. Messages of what is
 * made up for were sent back then: they are dropped, each with a record. Begun again it goes on. @throws Error
 */
export async function releaseRestored(
  connection: Connection,
  recorder: OperationRecorder,
  { now, sendMessages, nextLook }: ReleaseOptions,
): Promise<Released> {
  const hold = await findRestoreHold(connection);
  if (!hold) {
    throw new Error('this database is not held: it was not restored, or is released already');
  }
  if (hold.stage === 'restoring') {
    throw new Error('the restoring was broken off: empty the database and restore it again');
  }
  const queues = queuesOf(connection);
  return recorder.perform<Released>({ action: 'operator.restore.release', object: null }, async () => {
    if (hold.stage === 'held') {
      for (const queue of queues) {
        await askAtOnce(queue, now());
      }
      await moveRestoreHold(connection, 'catching-up');
    }
    let waiting = await unfinished(queues, now());
    while (waiting.size > 0 && (await nextLook(waiting))) {
      waiting = await unfinished(queues, now());
    }
    if (waiting.size > 0) {
      return { result: { done: false, dropped: new Map(), waiting }, outcome: 'waiting' };
    }
    const dropped = sendMessages ? new Map<string, number>() : await dropMessages(queues, recorder);
    await endRestoreHold(connection);
    return { result: { done: true, dropped, waiting } };
  });
}
