import { AppError } from '@acceptance/shared';
import { unlessTaken } from '../../database/duplicate-key';
import type { AuditCountModel, AuditCountRecord } from './audit-count.model';
import type { AuditEntryModel } from './audit-entry.model';
import type { AuditLog } from './audit-log';
import type { Act } from './audit-record';

const WINDOW_MS = 60_000;
/** A process that has not put a count into the chain within this has died. */
const LEASE_MS = 60_000;
/** Counts put into the chain by one sweep; the next second goes on. */
const MOST_CLOSED = 500;

const windowEnd = (at: Date): Date => new Date((Math.floor(at.getTime() / WINDOW_MS) + 1) * WINDOW_MS);

const keyOf = ({ action, object, partOf, actor, address, at }: Act): string =>
  JSON.stringify([action, object, partOf, actor.kind, actor.id, address, windowEnd(at).getTime()]);

/** Counts an act with those of the same minute. Resolves when that is stored. @throws AppError server.unavailable */
export async function countAct(auditCounts: AuditCountModel, act: Act): Promise<void> {
  const key = keyOf(act);
  const count = () =>
    auditCounts.updateOne(
      { key },
      { $inc: { count: 1 }, $max: { lastAt: act.at }, $setOnInsert: { act, closesAt: windowEnd(act.at) } },
      { upsert: true },
    );
  try {
    // Two first ones at the same time: the index lets one make the count, and the other one finds it.
    (await unlessTaken(count())) ?? (await count());
  } catch (cause) {
    throw new AppError('server.unavailable', { cause });
  }
}

export interface CloseDependencies {
  readonly auditCounts: AuditCountModel;
  readonly auditEntries: AuditEntryModel;
  readonly auditLog: Pick<AuditLog, 'append'>;
}

/** The next count whose minute is over, or whose closing was interrupted; from now on nothing is added to it. */
const takeCount = (auditCounts: AuditCountModel, now: Date): Promise<AuditCountRecord | null> =>
  auditCounts
    .findOneAndUpdate(
      { closesAt: { $lte: now } },
      { $unset: { key: 1 }, $set: { closesAt: new Date(now.getTime() + LEASE_MS) } },
      { sort: { closesAt: 1 }, returnDocument: 'before' },
    )
    .lean<AuditCountRecord>();

/**
 * Puts the counts of minutes that are over into the chain, one record each; to be called often, by any process. Interrupted
 * between record and removal it finds its record again by the number of the count, which stands in it.
 */
export async function closeCounts(
  { auditCounts, auditEntries, auditLog }: CloseDependencies,
  now: Date,
): Promise<void> {
  for (let closed = 0; closed < MOST_CLOSED; closed += 1) {
    const taken = await takeCount(auditCounts, now);
    if (!taken) {
      return;
    }
    const { _id, key, act, count, lastAt } = taken;
    const id = _id.toHexString();
    const wasInterrupted = key === undefined;
    const { action, object } = act;
    if (!(wasInterrupted && (await auditEntries.exists({ object, action, 'notes.countId': id })))) {
      await auditLog.append({ ...act, notes: { ...act.notes, count, lastAt: lastAt.toISOString(), countId: id } });
    }
    await auditCounts.deleteOne({ _id });
  }
}
