import * as v from 'valibot';
import { date, number, text, textOrNull, texts } from '../../database/validators/stored-shape';
import type { ActNotes } from '../../http/act-notes';

/**
 * Who acted. `provider`: a remote that proved itself by signature; one that did not, and whoever shows no valid token,
 * is `anonymous`. `system`: a job of ours, its id says which part. `operator`: who ran a command, by name.
 */
export interface AuditActor {
  readonly kind: 'applicant' | 'staff' | 'system' | 'provider' | 'anonymous' | 'operator';
  readonly id: string | null;
  /** The staff role (or roles, joined by `+`) under which the endpoint was open to the actor. */
  readonly role: string | null;
}

/** One act, before it has its place in the chain. Ids, codes and keyed hashes only: never personal data in clear. */
export interface Act {
  /** When it was begun. Not ascending along the chain: acts enter it when they are over. */
  readonly at: Date;
  readonly actor: AuditActor;
  /** Id of the endpoint, `job.<name>`, or an event of the log itself (`audit.…`). */
  readonly action: string;
  /** What it was done to: `order:<id>`, `file:<id>`, `account:<id>`, … */
  readonly object: string | null;
  /** What the object belongs to: the order of a file. */
  readonly partOf: string | null;
  /** Keyed hash of the client address. */
  readonly address: string | null;
  /** `done`, or the code of the error; `count:<n>` in a summary of refusals. */
  readonly outcome: string;
  readonly requestId: string | null;
  /** Keyed hashes of what a caller has typed to say whom it is about: `phone:<hash>`, `login:<hash>` … */
  readonly subjects?: readonly string[];
  /** What else is known of it: roles by name, revision, digest of what was decided, counts. */
  readonly notes?: ActNotes;
}

export const actEntries = {
  at: date,
  actor: v.strictObject({
    kind: v.picklist(['applicant', 'staff', 'system', 'provider', 'anonymous', 'operator']),
    id: textOrNull,
    role: textOrNull,
  }),
  action: text,
  object: textOrNull,
  partOf: textOrNull,
  address: textOrNull,
  outcome: text,
  requestId: textOrNull,
  subjects: v.optional(texts),
  notes: v.optional(v.record(text, v.union([text, number]))),
};

/** One link of the chain. */
export interface AuditRecord extends Act {
  /** 2: with subjects, notes and authentication. Absent in records from before, which have none of them. */
  readonly format?: 2;
  /** Id of the key that made `mac`. */
  readonly keyId?: string;
  /** HMAC over `hash`; see `macOf`. */
  readonly mac?: string;
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  /** `hash` of the record with the number before; `GENESIS_HASH` in the first. */
  readonly previousHash: string;
  /** See `hashOfRecord`. */
  readonly hash: string;
}
