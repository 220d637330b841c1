import type { SessionRecord } from './session.model';
import { SESSION_POLICY } from './session.policy';

/** The refresh tokens of a session that are good now, and those that were good just before, as hashes. */
export interface Generation {
  readonly current: readonly string[];
  readonly previous: readonly string[];
  readonly since: Date;
}

/** What is stored of a generation; sessions from before there were families lack all but the one or two hashes. */
type StoredGeneration = Pick<
  SessionRecord,
  'refreshHash' | 'siblingHashes' | 'previousHashes' | 'previousRefreshHash' | 'rotatedAt' | 'lastUsedAt'
>;

export function generationOf(session: StoredGeneration): Generation {
  const { refreshHash, siblingHashes = [], previousRefreshHash, rotatedAt, lastUsedAt } = session;
  return {
    current: [refreshHash, ...siblingHashes],
    previous: session.previousHashes ?? (previousRefreshHash ? [previousRefreshHash] : []),
    since: rotatedAt ?? lastUsedAt,
  };
}

/**
 * What a refresh token is to its session. `current`: begins the next generation. `late`: was current a moment ago, so
 * another tab was quicker or the answer got lost; it gets a sibling of what was given out then, since the server knows
 * hashes only. `crowded`: as late, but there are enough siblings. `stolen`: any older one; we can't tell by whom.
 */
export type Standing = 'current' | 'late' | 'crowded' | 'stolen';

export function standingOf({ current, previous, since }: Generation, hash: string, now: Date): Standing {
  if (current.includes(hash)) {
    return 'current';
  }
  const isLate = now.getTime() - since.getTime() <= SESSION_POLICY.refreshGraceSeconds * 1000;
  if (!previous.includes(hash) || !isLate) {
    return 'stolen';
  }
  return current.length > SESSION_POLICY.refreshSiblings ? 'crowded' : 'late';
}

/** The generation after `hash` was given out: a new one, or this one with a sibling more. */
export function withToken(generation: Generation, standing: 'current' | 'late', hash: string, now: Date): Generation {
  return standing === 'late'
    ? { ...generation, current: [...generation.current, hash] }
    : { current: [hash], previous: generation.current, since: now };
}
