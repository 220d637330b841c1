import type { PhotoAdvice } from '@acceptance/shared';
import type { FileRecord } from './file.model';

/** What an order says of its files. */
export interface FileHolder {
  /** Those that it refers to now. */
  readonly fileIds: ReadonlySet<string>;
  readonly submittedAt: Date | null;
  /** How many kinds of papers its project asks for. */
  readonly papersAsked: number;
  /** By which measures its project calls a photo bad; absent: ours. */
  readonly photoAdvice?: PhotoAdvice;
}

/** Orders by their ids; one that is gone is missing. `orders` brings it: this module is below it. */
export type FindFileHolders = (orderIds: readonly string[]) => Promise<ReadonlyMap<string, FileHolder>>;

/** A review has judged by what was there when the order was submitted: that is history, also once it is replaced. */
const wasSeenByReview = ({ submittedAt }: FileHolder, { createdAt }: FileRecord): boolean =>
  submittedAt !== null && createdAt <= submittedAt;

/** Whether a file is still needed, by its order or by somebody who looks at it. */
export const isKept = (holder: FileHolder, file: FileRecord): boolean =>
  file.keptFor !== undefined || holder.fileIds.has(file._id.toHexString()) || wasSeenByReview(holder, file);
