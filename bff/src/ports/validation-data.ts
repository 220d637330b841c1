/** DER of what shows that certificates were good. */
export interface CollectedData {
  readonly ocspResponses: readonly Buffer[];
  readonly crls: readonly Buffer[];
}

/** Fetches what the issuers of certificates say about them now. */
export interface ValidationDataSource {
  /**
   * @param chain DER, each issued by the next one; of the last, a root, nobody is asked
   * @param since from when on the word about the first one has to be: one of before knows nothing of what was signed then
   * @throws PortError `unavailable` when somebody does not answer, `rejected` when no answer says that a certificate is good
   */
  collect(chain: readonly Buffer[], since: Date): Promise<CollectedData>;
}
