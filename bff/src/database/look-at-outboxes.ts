import type { Connection, PipelineStage } from 'mongoose';
import { longestDueFirst, type OutboxEntry } from './outbox';
import { isThisHold, RESTORE_HOLDS, type RestoreHold } from './restore-hold';

/** An entry that a look has seen due. */
export interface SeenEntry {
  readonly ownerId: string;
  readonly entry: OutboxEntry;
}

/** What one look has seen. */
export interface OutboxLook {
  /** What is due in a queue, longest first; null when more may be due than a look tells. */
  readonly due: (queue: string) => readonly SeenEntry[] | null;
  /** Not older than anything that was seen due. */
  readonly hold: Pick<RestoreHold, 'stage'> | null;
}

/** Looks at all queues. */
export type LookForDue = (at: Date) => Promise<OutboxLook>;

/** Owners of a queue that a look reads. */
const OWNERS_LOOKED_AT = 50;

/** It has documents in every database that this program works with. */
const ALWAYS_FILLED = 'migrations';

/** No queue is called so: areas name theirs by words. */
const HOLD = '_hold';

interface SeenOwner {
  readonly _id: { toHexString(): string };
  readonly outbox: readonly OutboxEntry[];
}

/** Without a single migration it is being put back, and nobody knows yet what belongs into it. */
const NOT_OURS: OutboxLook = { hold: { stage: 'restoring' }, due: () => null };

const lookup = (from: string, as: string, pipeline: PipelineStage.Lookup['$lookup']['pipeline']): PipelineStage => ({
  $lookup: { from, pipeline, as },
});

/**
 * A look at all outboxes in one command: there are more than a dozen, and almost always all of them are empty. They are joined to
 * one document, whatever it is; `$unionWith` would say it better, but not every engine has it.
 *
 * Whether the database was put back from a copy is asked in the same command, after the outboxes: the hold is the first write of a
 * restoring and goes with the last one, so that whoever sees an entry that was put back sees the hold as well.
 */
export function lookAtOutboxes(connection: Connection, collections: ReadonlyMap<string, string>): LookForDue {
  return async (at) => {
    const joined = [...collections].map(([queue, from]) =>
      lookup(from, queue, [
        { $match: { 'outbox.availableAt': { $lte: at } } },
        { $limit: OWNERS_LOOKED_AT },
        // Whole entries: engines differ in what a path through an array projects.
        { $project: { outbox: 1 } },
      ]),
    );
    const [found] = await connection
      .collection(ALWAYS_FILLED)
      .aggregate<Record<string, SeenOwner[]> & { readonly [HOLD]: RestoreHold[] }>([
        { $limit: 1 },
        { $project: { _id: 1 } },
        ...joined,
        lookup(RESTORE_HOLDS, HOLD, [{ $match: isThisHold }]),
      ])
      .toArray();
    if (!found) {
      return NOT_OURS;
    }
    return {
      hold: found[HOLD][0] ?? null,
      due(queue) {
        const owners = found[queue];
        if (!owners || owners.length >= OWNERS_LOOKED_AT) {
          return null;
        }
        return owners
          .flatMap(({ _id, outbox }) => outbox.map((entry) => ({ ownerId: _id.toHexString(), entry })))
          .filter(({ entry }) => entry.availableAt <= at)
          .sort((one, other) => longestDueFirst(one.entry, other.entry));
      },
    };
  };
}
