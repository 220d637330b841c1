export interface Timestamp {
  /** RFC 3161 TimeStampToken, DER. */
  readonly token: Buffer;
  readonly time: Date;
  /** Common name of who stamped. */
  readonly authority: string;
  /** The stamping certificate and those above it, DER. */
  readonly chain: readonly Buffer[];
}

/** Says of a digest that it existed at a time. Never our own clock: without an authority there is no time stamp. */
export interface TimestampAuthority {
  /**
   * @param digest SHA-256
   * @throws PortError `unavailable` when none of the authorities gives a stamp that holds, `misconfigured` when there is none
   */
  stamp(digest: Buffer): Promise<Timestamp>;
}
