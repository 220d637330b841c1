import type { Connection, PipelineStage } from 'mongoose';
import type { OutboxEntry } from './outbox';

/** Names of the jobs that are due in a queue; null when more may be due than a look tells. */
export type DueNames = (queue: string) => ReadonlySet<string> | null;

/** Looks at all queues. */
export type LookForDue = (at: Date) => Promise<DueNames>;

/** Owners of a queue that a look reads. */
const OWNERS_LOOKED_AT = 50;

/** It has documents in every database that this program works with. */
const ALWAYS_FILLED = 'migrations';

type Owner = { readonly outbox: readonly Pick<OutboxEntry, 'job' | 'availableAt'>[] };

/**
 * A look at all outboxes in one command: there are more than a dozen, and almost always all of them are empty. They are joined to
 * one document, whatever it is; `$unionWith` would say it better, but not every engine has it.
 */
export function lookAtOutboxes(connection: Connection, collections: ReadonlyMap<string, string>): LookForDue {
  return async (at) => {
    const joined = [...collections].map(([queue, from]): PipelineStage => {
      const pipeline: PipelineStage.Lookup['$lookup']['pipeline'] = [
        { $match: { 'outbox.availableAt': { $lte: at } } },
        { $limit: OWNERS_LOOKED_AT },
        // Whole entries: engines differ in what a path through an array projects.
        { $project: { _id: 0, outbox: 1 } },
      ];
      return { $lookup: { from, pipeline, as: queue } };
    });
    const [found] = await connection
      .collection(ALWAYS_FILLED)
      .aggregate<Record<string, Owner[]>>([{ $limit: 1 }, { $project: { _id: 1 } }, ...joined])
      .toArray();
    return (queue) => {
      const owners = found?.[queue];
      if (!owners || owners.length >= OWNERS_LOOKED_AT) {
        return null;
      }
      const due = owners.flatMap(({ outbox }) => outbox).filter(({ availableAt }) => availableAt <= at);
      return new Set(due.map(({ job }) => job));
    };
  };
}
