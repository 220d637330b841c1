/** A look-up hash that is made from a sealed value of the same record. */
export interface SealedHash {
  /** A text, or a list of texts by several keys, of which only that by the newest key stays. */
  readonly path: string;
  readonly purpose: string;
  /** Where the envelope of the value is. */
  readonly from: string;
  /** The value in what was opened, where it is not all of it. */
  readonly pick?: (opened: string) => string;
}

/**
 * What an area keeps sealed in a collection. Paths have dots, `*` stands for every place of an array; of a hash and its
 * envelope they are the same places. A new key comes to what is declared here, and to nothing else.
 */
export interface SealedCollection {
  readonly collection: string;
  /** Envelopes bound to the id of the record, by path: for what they are sealed. */
  readonly envelopes?: Readonly<Record<string, string>>;
  /** Paths among those that were in clear text once: what is no envelope there is sealed. */
  readonly onceClear?: readonly string[];
  readonly hashes?: readonly SealedHash[];
  /** Hashes of what is stored nowhere, by path: what they are and how they pass. They cannot be made anew. */
  readonly passing?: Readonly<Record<string, string>>;
}
