/** A key that seals contracts, and its certificates. It stays the same object for as long as nothing about it has changed. */
export interface SealingKey {
  /** DER: the signing certificate, then its issuers. */
  readonly chain: readonly Uint8Array[];
  /** The same as text. */
  readonly chainPem: string;
  readonly algorithm: 'rsa' | 'ecdsa-p256';
  /** Of one signature; of ECDSA at most. */
  readonly signatureBytes: number;
  /**
   * Hashes (SHA-256) and signs.
   * @throws PortError `unavailable`: the token gives no word, later it may; `misconfigured`: it will not sign for us
   */
  sign(toBeSigned: Uint8Array): Promise<Uint8Array>;
}

/** Who signs contracts in the authority's name. The key may be replaced at any time: ask for it each time. */
export interface ContractSigner {
  /**
   * The key for a contract that is sealed at that time.
   * @throws PortError `misconfigured` where its certificate may not seal then: `certificate-ended` and the like
   */
  keyAt(at: Date): Promise<SealingKey>;
  /** Chains (PEM) of today's key and of those that were replaced since the process started, the newest first. */
  chains(): Promise<readonly string[]>;
  /** Today's key as far as is known without looking whether it was replaced, for what is prepared ahead; it may have ended since. */
  knownKey(): SealingKey;
  /** The chains, known in the same way. */
  knownChains(): readonly string[];
}
